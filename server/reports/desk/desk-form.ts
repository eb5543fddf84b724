import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { readBytes } from '../../api/json-body.ts';
import { ProblemError } from '../../middleware/problem.ts';
import type { AppContext } from '../../middleware/request-context.ts';

/** A passkey with its attestation, or a list of cases, with much room to spare. */
const MAX_FORM_BYTES = 64 * 1024;

/** Reads what a page of the desk posts. All of it is forms: a script of another site may send none under our name. */
export type ReadForm = (c: AppContext) => Promise<URLSearchParams>;

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
    return new URLSearchParams(
      new TextDecoder().decode(await readBytes(c.req.raw, MAX_FORM_BYTES)),
    );
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
