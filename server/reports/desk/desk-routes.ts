import { Hono } from 'hono';
import type { DeskCase, DeskContent, DeskRefused } from '../../../client/server-entry.tsx';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { preferredLanguage } from '../../middleware/negotiate.ts';
import { notFound, ProblemError } from '../../middleware/problem.ts';
import {
  type App,
  type AppContext,
  type RequestContext,
  targetOf,
} from '../../middleware/request-context.ts';
import { counted, createAnswers, orUnavailable, type ReportsAppOptions } from '../answers.ts';
import type { OpenStore } from '../open-store.ts';
import { publicCase } from '../store/case-rows.ts';
import { DatabaseUnavailable } from '../store/database.ts';
import type { QueuedCase } from '../store/desk-store.ts';
import { DeskRefusal, decideAtDesk } from './desk-commands.ts';
import { actIn, authenticationIn, doneIn, queryOfDone, registrationIn } from './desk-form.ts';
import {
  createDoor,
  type DeskOptions,
  type Door,
  endedCookie,
  formTokenOf,
  sessionCookie,
  sessionTokenOf,
  type Visitor,
} from './door.ts';
import type { SignedIn } from './sign-in.ts';

/** Cases on one page of the queue. */
const SHOWN = 50;
const LOG_LINES = 200;

/** What a page of a member is made from. */
interface Visit {
  readonly c: AppContext;
  readonly visitor: Visitor;
  readonly opened: OpenStore;
  /** Why what was asked for was not done. */
  readonly refused?: DeskRefused;
}

/** The desk on the web: `/desk` leads to `/{lang}/desk`, where members sign in with a passkey, read the queue and decide. */
export function createDeskRoutes(options: DeskOptions & Pick<ReportsAppOptions, 'computing'>): App {
  const { store, pages, today, computing } = options;
  const door = createDoor(options);
  const answers = createAnswers({ fields: door.fields, pages, today, computing });
  const app: App = new Hono<RequestContext>({ strict: false });
  app.get('/desk', (c) => {
    const language = preferredLanguage(c.req.header('accept-language'));
    return door.redirect(`/${language}/desk`, { vary: 'Accept-Language' });
  });
  app.route('/', createSignInRoutes(door, today));
  for (const language of LANGUAGES) addPages(language);
  return app;

  function addPages(language: Language): void {
    const root = `/${language}/desk`;
    const page = (c: AppContext, content: DeskContent, status = 200) =>
      answers.page(c, { page: 'desk', content }, { language, status });
    const common = ({ c, visitor, refused }: Visit) => {
      const done = doneIn(new URLSearchParams(targetOf(c).rawQuery));
      return {
        member: { name: visitor.name, csrf: formTokenOf(visitor.token) },
        ...(done && { done }),
        ...(refused && { refused }),
      };
    };
    const statusOf = ({ refused }: Visit) => (refused === undefined ? 200 : 409);

    async function queuePage(visit: Visit): Promise<Response> {
      const { desk } = visit.opened;
      const queue = (await desk.queue(SHOWN)).map(caseOfDesk);
      const waiting = await desk.waiting();
      const content = { part: 'queue', ...common(visit), queue, waiting } as const;
      return page(visit.c, content, statusOf(visit));
    }

    async function casePage(visit: Visit, number: string): Promise<Response> {
      const { desk } = visit.opened;
      const found = await desk.show(number);
      if (found === undefined) throw notFound('case', number, [], 'case');
      const neighbours = await desk.around(await desk.placeOf([number]));
      const content = {
        part: 'case',
        ...common(visit),
        case: caseOfDesk(found),
        ...neighbours,
      } as const;
      return page(visit.c, content, statusOf(visit));
    }

    async function logPage(visit: Visit): Promise<Response> {
      const log = await visit.opened.desk.log(LOG_LINES);
      return page(visit.c, { part: 'log', member: common(visit).member, log });
    }

    /** Answers a member; others come to the sign-in, and so does everybody while the storage is lost. */
    const forMember = (answer: (visit: Visit) => Promise<Response>) => async (c: AppContext) => {
      try {
        const visitor = await door.visitorOf(c);
        if (visitor !== undefined) {
          return await store.use((opened) => answer({ c, visitor, opened }));
        }
        if (targetOf(c).path !== root) return door.redirect(root);
        return await page(c, { part: 'sign-in', isUnavailable: false });
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        return page(c, { part: 'sign-in', isUnavailable: true }, 503);
      }
    };

    app.get(root, counted, forMember(queuePage));
    app.get(`${root}/log`, counted, forMember(logPage));
    app.get(
      `${root}/cases/:case`,
      counted,
      forMember((visit) => casePage(visit, visit.c.req.param('case') ?? '')),
    );

    app.post(root, async (c) => {
      const sent = await door.memberForm(c);
      if (sent === undefined) return door.redirect(root);
      const { form, visitor } = sent;
      const { command, from } = actIn(form);
      return orUnavailable(
        store.use(async (opened) => {
          const refuse = (refused: DeskRefused) => {
            const visit = { c, visitor, opened, refused };
            return from === undefined ? queuePage(visit) : casePage(visit, from);
          };
          if (command === undefined) return refuse('incomplete');
          const asked = 'cases' in command ? command.cases : [command.case];
          const place = await opened.desk.placeOf(asked);
          try {
            const who = { member: visitor.name, today: today() };
            const { done } = await decideAtDesk(opened, command, who);
            // Work goes on with the next that still waits, or the last one before.
            const { previous, next = previous } = await opened.desk.around(place);
            const query = queryOfDone(command.command, done);
            if (next === undefined) return door.redirect(`${root}?${query}`);
            return door.redirect(
              from === undefined ? `${root}?${query}#${next}` : `${root}/cases/${next}?${query}`,
            );
          } catch (error) {
            if (!(error instanceof DeskRefusal) || error.why === undefined) throw error;
            return refuse(error.why);
          }
        }),
      );
    });
  }
}

/** A case as the pages of the desk show it. */
function caseOfDesk({ stored, messages, related }: QueuedCase): DeskCase {
  const { report } = stored;
  return { shown: publicCase(stored), messages, related, ...(report && { report }) };
}

const INVITATION_OVER = 'there is no such invitation: it was used, or is over';
const UNKNOWN_PASSKEY = 'this passkey is not known here';

/** The ceremonies of passkeys: an invitation is turned into a passkey, a passkey into a session. */
function createSignInRoutes(door: Door, today: () => IsoDate): App {
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
