import { generateCookie, getCookie } from 'hono/cookie';
import type { AppContext } from '../../middleware/request-context.ts';
import { hashOf, isSameHash } from '../secret-key.ts';
import { SESSION_MS } from './sign-in.ts';

const NAME = 'desk';

/** The token of the session that a request belongs to. `isSecure`: whether readers reach the service over TLS. */
export function sessionTokenOf(c: AppContext, isSecure: boolean): string | undefined {
  return isSecure ? getCookie(c, NAME, 'host') : getCookie(c, NAME);
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
  return generateCookie(NAME, value, {
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
export function isFormOf(sessionToken: string, sent: string | null): boolean {
  return isSameHash(sent ?? '', formTokenOf(sessionToken));
}
