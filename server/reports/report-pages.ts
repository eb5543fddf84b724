import { Hono } from 'hono';
import {
  FEED_TYPES,
  renderCaseFeed,
  reportWordsOf,
  type SendersView,
} from '../../client/server-entry.tsx';
import { readCaseNumber } from '../../data/core/reports/case-number.ts';
import { LANGUAGES, Language } from '../../data/core/schema/localized-text.ts';
import { readBytes } from '../api/json-body.ts';
import {
  formFields,
  MAX_REPORT_BYTES,
  ReportBody,
  reportOf,
  ThreadBody,
} from '../api/report-documents.ts';
import { withQuery } from '../middleware/refusals.ts';
import {
  type App,
  type AppContext,
  type RequestContext,
  targetOf,
} from '../middleware/request-context.ts';
import {
  counted,
  createAnswers,
  orUnavailable,
  PUBLIC_FOR_A_MINUTE,
  problemOfRefusal,
  type ReportsAppOptions,
} from './answers.ts';
import { type OwnCase, useOf } from './reports.ts';
import { DatabaseUnavailable } from './store/database.ts';

/** Cases on the page; the API has the rest. */
const LISTED = 100;

/** Takes the form of a page without scripts and answers with a page: what was typed is never lost. */
export function createFormTaker(options: ReportsAppOptions): (c: AppContext) => Promise<Response> {
  const { reports, networkOf } = options;
  const { page } = createAnswers(options);
  return async (c) => {
    const values = formFields(await textOf(c));
    const language = Language.safeParse(values.lang).data ?? 'ru';
    const words = reportWordsOf(language);
    const refuse = (
      status: number,
      errors: readonly string[],
      headers: Readonly<Record<string, string>> = {},
    ) => page(c, { page: 'form', values, errors }, { language, status, headers });
    const parsed = ReportBody.safeParse(values);
    if (!parsed.success) {
      return refuse(
        400,
        parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')),
      );
    }
    try {
      const { proof } = parsed.data;
      const answer = await reports.submit({
        report: reportOf(parsed.data),
        proof,
        network: networkOf(c),
      });
      if (!('refused' in answer)) {
        const origin = options.origin ?? new URL(c.req.url).origin;
        return page(c, { page: 'sent', sent: answer, origin }, { language, status: 201 });
      }
      const { status, message, headers } = problemOfRefusal(answer, Date.now());
      if (answer.refused !== 'errors') return refuse(status, [message], headers);
      const sentences = answer.errors.map(({ field, detail, screened }) => {
        if (screened === undefined) return `${field}: ${detail}`;
        const text = values[field] ?? '';
        return words.screenedAt(
          text.slice(screened.start, screened.end),
          words.screened[screened.kind],
        );
      });
      return refuse(status, sentences, headers);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      return refuse(503, [words.unavailable], { 'retry-after': '60' });
    }
  };
}

/** The pages of cases: the list, one case, and what its sender does with the key. */
export function createCasePages(options: ReportsAppOptions): App {
  const { reports, networkOf } = options;
  const { page, redirect } = createAnswers(options);
  const app: App = new Hono<RequestContext>({ strict: false });
  // The framework's fast router knows no parameter beside other first parts, as those of the API: each language has its own.
  for (const language of LANGUAGES) addPages(language);
  return app;

  function addPages(language: Language): void {
    const words = reportWordsOf(language);
    const path = `/${language}/cases`;

    app.get(path, counted, async (c) => {
      const asked = targetOf(c);
      if (asked.path !== path) return redirect(308, withQuery(path, asked.rawQuery));
      const wanted = c.req.query('number');
      if (wanted !== undefined) {
        const number = readCaseNumber(wanted);
        if (number !== undefined) return redirect(303, `/${language}/cases/${number}`);
        return page(c, { page: 'unknown-case' }, { language, status: 404 });
      }
      try {
        const { cases } = await reports.list({}, LISTED, 0);
        return await page(c, { page: 'cases', cases, unavailable: false }, { language });
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        return page(
          c,
          { page: 'cases', cases: [], unavailable: true },
          { language, status: 503, headers: { 'retry-after': '60' } },
        );
      }
    });

    for (const ending of ['atom', 'json'] as const) {
      app.get(`${path}.${ending}`, counted, async () => {
        const { cases } = await orUnavailable(reports.list({}, LISTED, 0));
        const entries = cases.flatMap(({ case: number, state, changedOn }) =>
          changedOn === undefined
            ? []
            : [{ number, changedOn, title: [number, words.stateWords[state]].join(' · ') }],
        );
        const text = renderCaseFeed(entries, ending, language, options.pages(options.today()));
        const headers = {
          ...options.fields,
          'content-type': FEED_TYPES[ending],
          'cache-control': PUBLIC_FOR_A_MINUTE,
        };
        return new Response(text, { headers });
      });
    }

    app.get(`${path}/:case`, counted, async (c) => {
      const number = c.req.param('case');
      const shown = await orUnavailable(reports.find(number));
      if (shown === undefined) return page(c, { page: 'unknown-case' }, { language, status: 404 });
      const own = `${path}/${shown.case}`;
      if (targetOf(c).path !== own) return redirect(308, own);
      return page(c, { page: 'case', shown }, { language });
    });

    app.post(`${path}/:case`, async (c) => {
      const number = c.req.param('case');
      const fields = formFields(await textOf(c));
      const parsed = ThreadBody.safeParse({
        ...fields,
        ...(fields.withdraw === 'true' ? { withdraw: true } : {}),
      });
      const key = parsed.data?.key ?? '';
      const use = parsed.success ? useOf(parsed.data) : ({ act: 'read' } as const);

      /** The case with a sentence on what happened; `opened` where the key was right. */
      const tell = async (status: number, alert: string, opened?: OwnCase) => {
        const shown = opened?.case ?? (await orUnavailable(reports.find(number)));
        if (shown === undefined)
          return page(c, { page: 'unknown-case' }, { language, status: 404 });
        const own = opened && { own: sendersView(opened, key) };
        return page(c, { page: 'case', shown, alert, ...own }, { language, status });
      };
      const used = await orUnavailable(reports.useKey(number, key, use, networkOf(c)));
      if (used === 'wrong') return tell(404, words.wrongKey);
      if (used === 'share') return tell(429, words.tooMany);
      if (used === 'withdrawn') return tell(200, words.withdrawn);
      if (used !== 'full' && !('errors' in used)) {
        return page(
          c,
          { page: 'case', shown: used.case, own: sendersView(used, key) },
          { language },
        );
      }
      const opened = await orUnavailable(
        reports.useKey(number, key, { act: 'read' }, networkOf(c)),
      );
      if (typeof opened === 'string' || 'errors' in opened) return tell(404, words.wrongKey);
      if (used === 'full') return tell(429, words.answerFull, opened);
      const text = fields.answer ?? '';
      const sentences = used.errors.map(({ detail, screened }) =>
        screened === undefined
          ? detail
          : words.screenedAt(
              text.slice(screened.start, screened.end),
              words.screened[screened.kind],
            ),
      );
      return tell(400, sentences.join(' '), opened);
    });
  }
}

async function textOf(c: AppContext): Promise<string> {
  return new TextDecoder().decode(await readBytes(c, MAX_REPORT_BYTES));
}

function sendersView({ report, messages }: OwnCase, key: string): SendersView {
  const texts =
    report === undefined
      ? []
      : report.kind === 'experience'
        ? [report.text]
        : report.kind === 'correction'
          ? [report.wrong, report.right, report.sourceUrl]
          : [report.difference];
  return { key, texts: texts.filter((text) => text !== undefined), messages };
}
