import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { DeskAct } from '../../../client/server-entry.tsx';
import { readCaseNumber } from '../../../data/core/reports/case-number.ts';
import { CaseNumber } from '../../../data/core/schema/report.ts';
import { readBytes } from '../../api/json-body.ts';
import { ProblemError } from '../../middleware/problem.ts';
import type { AppContext } from '../../middleware/request-context.ts';
import { DeskDecision } from './desk-commands.ts';

/** A passkey with its attestation, or a list of cases, with much room to spare. */
const MAX_FORM_BYTES = 64 * 1024;

/** Reads what a page of the desk posts. All of it is forms: a script of another site may send none under our name. */
type ReadForm = (c: AppContext) => Promise<URLSearchParams>;

/**
 * A reader of forms from the service's own pages (`Sec-Fetch-Site` or `Origin` says so).
 *
 * @throws ProblemError 403 for a form of another site, or one that does not say whose it is; 415 for anything but a form.
 */
export function createReadForm(originOf: (c: AppContext) => string): ReadForm {
  const check = csrf({ origin: (origin, c) => origin === originOf(c) });
  return async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      throw new ProblemError(415, 'expected application/x-www-form-urlencoded');
    }
    try {
      await check(c, async () => {});
    } catch (error) {
      if (!(error instanceof HTTPException)) throw error;
      throw new ProblemError(403, 'this form is not of a page of this site');
    }
    return new URLSearchParams(new TextDecoder().decode(await readBytes(c, MAX_FORM_BYTES)));
  };
}

const Text = z.string().max(MAX_FORM_BYTES);
const Signed = { id: Text, rawId: Text, type: z.literal('public-key') };

const Registration = z.object({
  ...Signed,
  response: z.object({
    clientDataJSON: Text,
    attestationObject: Text,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});

const Authentication = z.object({
  ...Signed,
  response: z.object({ clientDataJSON: Text, authenticatorData: Text, signature: Text }),
});

/** A new passkey as browsers give it (WebAuthn 5.8.1), in the field `response`; `undefined` for anything else. */
export function registrationIn(form: URLSearchParams): RegistrationResponseJSON | undefined {
  const parsed = Registration.safeParse(jsonIn(form));
  return parsed.data && { ...parsed.data, clientExtensionResults: {} };
}

/** A challenge signed with a passkey, likewise. */
export function authenticationIn(form: URLSearchParams): AuthenticationResponseJSON | undefined {
  const parsed = Authentication.safeParse(jsonIn(form));
  return parsed.data && { ...parsed.data, clientExtensionResults: {} };
}

function jsonIn(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('response') ?? '');
  } catch {
    return undefined;
  }
}

/** What a form of a page asks for. */
interface PostedAct {
  /** Absent where something is missing or wrong. */
  readonly command: DeskDecision | undefined;
  /** The case whose page the form stands on; absent for the queue. */
  readonly from: string | undefined;
}

/** Reads the form of a decision: `act`, `case` (several where they are declined together) and what the act needs. */
export function actIn(form: URLSearchParams): PostedAct {
  const [number = ''] = form.getAll('case');
  const act = form.get('act');
  const withText = form.has('with-text');
  const asked: Readonly<Record<string, object>> = {
    publish: { case: number, withText },
    accept: { case: number, withText },
    decline: { cases: form.getAll('case'), reason: form.get('reason') },
    ask: { case: number, question: form.get('question')?.replaceAll('\r\n', '\n') },
    merge: { case: number, into: form.get('into') },
  };
  const parsed = DeskDecision.safeParse({ command: act, ...asked[act ?? ''] });
  const from = form.get('from') === 'case' ? readCaseNumber(number) : undefined;
  return { command: parsed.data, from };
}

const Done = z.object({
  act: z.enum(['publish', 'accept', 'decline', 'ask', 'merge']),
  cases: z.array(CaseNumber),
});

/** The query by which the page after a decision says what was done. */
export function queryOfDone(act: DeskAct, cases: readonly string[]): string {
  const query = new URLSearchParams({ done: act });
  for (const number of cases) query.append('case', number);
  return query.toString();
}

/** What the address of a page says was done; nothing where it is not of that form. */
export function doneIn(query: URLSearchParams): z.infer<typeof Done> | undefined {
  return Done.safeParse({ act: query.get('done'), cases: query.getAll('case') }).data;
}
