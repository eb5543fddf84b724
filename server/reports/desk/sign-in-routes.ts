import { Hono } from 'hono';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { ProblemError } from '../../middleware/problem.ts';
import type { App, AppContext, RequestContext } from '../../middleware/request-context.ts';
import { authenticationIn, registrationIn } from './desk-form.ts';
import { endedCookie, sessionCookie, sessionTokenOf } from './desk-session.ts';
import type { Door } from './door.ts';
import type { SignedIn } from './sign-in.ts';

const INVITATION_OVER = 'there is no such invitation: it was used, or is over';
const UNKNOWN_PASSKEY = 'this passkey is not known here';

/** The ceremonies of passkeys: an invitation is turned into a passkey, a passkey into a session. */
export function createSignInRoutes(door: Door, today: () => IsoDate): App {
  const app: App = new Hono<RequestContext>({ strict: false });
  const siteOf = (c: AppContext) => ({ origin: door.originOf(c) });
  const json = (value: unknown) =>
    new Response(JSON.stringify(value), {
      headers: { ...door.fields, 'content-type': 'application/json' },
    });

  /** Begins a session in the browser; one that it had before ends. */
  async function begin(c: AppContext, { member, token }: SignedIn, act: 'join' | 'sign-in') {
    const former = sessionTokenOf(c, door.isSecure(c));
    await door.useSignIn(async (signIn, { desk }) => {
      if (former !== undefined) await signIn.signOut(former);
      await desk.note(member, act, today());
    });
    const cookie = sessionCookie(token, door.isSecure(c));
    return new Response(null, { status: 204, headers: { ...door.fields, 'set-cookie': cookie } });
  }

  app.post('/desk/passkeys/options', async (c) => {
    const invitation = (await door.readForm(c)).get('invitation') ?? '';
    const asked = await door.useSignIn((signIn) =>
      signIn.registrationOptions(invitation, siteOf(c)),
    );
    if (asked === undefined) throw new ProblemError(404, INVITATION_OVER);
    return json(asked);
  });

  app.post('/desk/passkeys', async (c) => {
    const form = await door.readForm(c);
    const response = registrationIn(form);
    const invitation = form.get('invitation') ?? '';
    const signedIn =
      response &&
      (await door.useSignIn((signIn) => signIn.register(invitation, response, siteOf(c))));
    if (signedIn === undefined) throw new ProblemError(404, INVITATION_OVER);
    return begin(c, signedIn, 'join');
  });

  app.post('/desk/sign-in/options', async (c) => {
    await door.readForm(c);
    const asked = await door.useSignIn((signIn) => signIn.authenticationOptions(siteOf(c)));
    if (asked === undefined) throw new ProblemError(403, UNKNOWN_PASSKEY);
    return json(asked);
  });

  app.post('/desk/sign-in', async (c) => {
    const response = authenticationIn(await door.readForm(c));
    const signedIn =
      response && (await door.useSignIn((signIn) => signIn.authenticate(response, siteOf(c))));
    if (signedIn === undefined) throw new ProblemError(403, UNKNOWN_PASSKEY);
    return begin(c, signedIn, 'sign-in');
  });

  app.post('/desk/sign-out', async (c) => {
    const sent = await door.memberForm(c);
    if (sent !== undefined) await door.useSignIn((signIn) => signIn.signOut(sent.visitor.token));
    return door.redirect('/desk', { 'set-cookie': endedCookie(door.isSecure(c)) });
  });

  return app;
}
