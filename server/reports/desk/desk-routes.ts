import { Hono } from 'hono';
import type { DeskContent, DeskRefused } from '../../../client/server-entry.tsx';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { preferredLanguage } from '../../middleware/negotiate.ts';
import { notFound } from '../../middleware/problem.ts';
import {
  type App,
  type AppContext,
  type RequestContext,
  targetOf,
} from '../../middleware/request-context.ts';
import { createAnswers, orUnavailable } from '../answers.ts';
import type { OpenStore } from '../lazy-store.ts';
import { DatabaseUnavailable } from '../store/database.ts';
import { actIn, doneIn, queryOfDone } from './desk-acts.ts';
import { DeskRefusal, decideAtDesk } from './desk-commands.ts';
import { formTokenOf } from './desk-session.ts';
import { caseOfDesk, neighboursOf, nextOpen } from './desk-view.ts';
import { createDoor, type DeskOptions, type Visitor } from './door.ts';
import { createSignInRoutes } from './sign-in-routes.ts';

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
export function createDeskRoutes(options: DeskOptions): App {
  const { store, pages, today } = options;
  const door = createDoor(options);
  const answers = createAnswers({ fields: door.fields, pages, today });
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
      const waiting = (await desk.waiting()).length;
      const content = { part: 'queue', ...common(visit), queue, waiting } as const;
      return page(visit.c, content, statusOf(visit));
    }

    async function casePage(visit: Visit, number: string): Promise<Response> {
      const { desk } = visit.opened;
      const found = await desk.show(number);
      if (found === undefined) throw notFound('case', number, [], 'case');
      const neighbours = neighboursOf(number, await desk.waiting());
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

    app.get(root, forMember(queuePage));
    app.get(`${root}/log`, forMember(logPage));
    app.get(
      `${root}/cases/:case`,
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
          const before = await opened.desk.waiting();
          try {
            const who = { member: visitor.name, today: today() };
            const { done } = await decideAtDesk(opened, command, who);
            const next = nextOpen(before, done, await opened.desk.waiting());
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
