import { generateCookie, getCookie } from 'hono/cookie';
import type { PageContext } from '../../../client/server-entry.tsx';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { ProblemError } from '../../middleware/problem.ts';
import { type AppContext, targetOf } from '../../middleware/request-context.ts';
import { orUnavailable } from '../answers.ts';
import type { LazyStore, OpenStore } from '../open-store.ts';
import { hashOf, isSameHash } from '../secret-key.ts';
import { createReadForm } from './desk-form.ts';
import { SESSION_MS, type SignIn, signInOf } from './sign-in.ts';

/** What the web desk needs. */
export interface DeskOptions {
  readonly store: LazyStore;
  /** Header fields of every answer of the service. */
  readonly fields: Readonly<Record<string, string>>;
  readonly pages: (asOf: IsoDate) => PageContext;
  readonly today: () => IsoDate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Public origin, which passkeys are bound to; taken from the request where absent. */
  readonly origin?: string | undefined;
}

/** Who asks, where a session says so. */
export interface Visitor {
  readonly name: string;
  readonly token: string;
}

/** Who may come in to the desk, and what every answer there has. */
export interface Door {
  /** Header fields of every answer: kept nowhere, shown in no frame, read by no other site. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where readers reach the service: what passkeys are bound to. */
  originOf(c: AppContext): string;
  /** Whether that is over TLS. */
  isSecure(c: AppContext): boolean;
  /** The fields of a form of this site's own pages. Throws ProblemError for any other. */
  readForm(c: AppContext): Promise<URLSearchParams>;
  /** The same of a member's session; `undefined` for who is not signed in. Throws ProblemError 403 for a form of another session. */
  memberForm(c: AppContext): Promise<{ form: URLSearchParams; visitor: Visitor } | undefined>;
  /** Whoever is signed in. Throws `DatabaseUnavailable`. */
  visitorOf(c: AppContext): Promise<Visitor | undefined>;
  /** Does something with the ways in; `undefined` where nothing was ever stored: strangers make no database. */
  useSignIn<T>(work: (signIn: SignIn, opened: OpenStore) => Promise<T>): Promise<T | undefined>;
  redirect(location: string, more?: Readonly<Record<string, string>>): Response;
}

/** The door of a desk. */
export function createDoor(options: DeskOptions): Door {
  const { store, now } = options;
  const fields = {
    ...withoutSharing(options.fields),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
    'cache-control': 'no-store',
  };
  const originOf = (c: AppContext) => options.origin ?? targetOf(c).origin;
  const isSecure = (c: AppContext) => originOf(c).startsWith('https:');
  const readForm = createReadForm(originOf);

  async function visitorOf(c: AppContext): Promise<Visitor | undefined> {
    const token = sessionTokenOf(c, isSecure(c));
    if (token === undefined || !store.hasAny()) return undefined;
    const name = await store.use((opened) => signInOf(opened, now).memberOf(token));
    return name === undefined ? undefined : { name, token };
  }

  return {
    fields,
    originOf,
    isSecure,
    readForm,
    visitorOf,
    async memberForm(c) {
      const form = await readForm(c);
      const visitor = await orUnavailable(visitorOf(c));
      if (visitor === undefined) return undefined;
      if (!isFormOf(visitor.token, form.get('csrf'))) {
        throw new ProblemError(403, 'this form is not of your session: load the page again');
      }
      return { form, visitor };
    },
    async useSignIn(work) {
      if (!store.hasAny()) return undefined;
      return orUnavailable(store.use((opened) => work(signInOf(opened, now), opened)));
    },
    redirect: (location, more = {}) =>
      new Response(null, { status: 303, headers: { ...fields, location, ...more } }),
  };
}

/** Fields of an answer without those that let other sites read it. */
function withoutSharing(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !name.startsWith('access-control-')),
  );
}

const COOKIE = 'desk';

/** The token of the session that a request belongs to. `isSecure`: whether readers reach the service over TLS. */
export function sessionTokenOf(c: AppContext, isSecure: boolean): string | undefined {
  return isSecure ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE);
}

/**
 * The field that makes a browser keep a session: out of reach of scripts, and sent from pages of the same site alone. Over TLS
 * its name has the prefix by which browsers hold it to this very host (RFC 6265bis 4.1.3.2).
 */
export function sessionCookie(token: string, isSecure: boolean): string {
  return cookieOf(token, isSecure, SESSION_MS / 1_000);
}

/** The field that makes a browser forget it. */
export function endedCookie(isSecure: boolean): string {
  return cookieOf('', isSecure, 0);
}

function cookieOf(value: string, isSecure: boolean, maxAge: number): string {
  return generateCookie(COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    maxAge,
    ...(isSecure ? { prefix: 'host', secure: true } : {}),
  });
}

/** What each form of a session carries: only a page that was made for the session knows it. */
export function formTokenOf(sessionToken: string): string {
  return hashOf(`form ${sessionToken}`);
}

/** Whether a form was made for a session. */
function isFormOf(sessionToken: string, sent: string | null): boolean {
  return isSameHash(sent ?? '', formTokenOf(sessionToken));
}
