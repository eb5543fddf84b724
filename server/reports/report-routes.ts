import { Hono } from 'hono';
import { readCaseNumber } from '../../data/core/reports/case-number.ts';
import { parseBody, parseJson, readBody, refuseBody } from '../api/json-body.ts';
import { parseQuery } from '../api/query-params.ts';
import {
  CasesQuery,
  JSON_ALONE,
  MAX_REPORT_BYTES,
  ReportBody,
  reportOf,
  ThreadBody,
} from '../api/report-documents.ts';
import { apiHref, hrefWith } from '../links.ts';
import { recordToFields, varyOf } from '../middleware/answer.ts';
import { badParameters, notFound, ProblemError } from '../middleware/problem.ts';
import type { App, AppContext, RequestContext } from '../middleware/request-context.ts';
import { sendAnswer } from '../middleware/send-answer.ts';
import { NO_QUERY } from '../route.ts';
import {
  asValidationError,
  counted,
  createAnswers,
  orUnavailable,
  PUBLIC_FOR_A_MINUTE,
  problemOfRefusal,
  type ReportsAppOptions,
  usedUp,
} from './answers.ts';
import { PUBLISHED_TYPE } from './published.ts';
import { useOf } from './reports.ts';

/** RFC draft "The Idempotency-Key HTTP Header Field": a text in quotes; without them it is taken, too. */
const IDEMPOTENCY_KEY = /^"?([\x21\x23-\x7e]{16,200})"?$/;
/** A random UUID has fewer once in many millions. */
const LEAST_DIFFERENT = 7;
/** Milliseconds since 1970 and numbers in turn. */
const COUNTED_UP = /^\d{1,24}$/;

const DEFAULT_LIMIT = 20;

/** The addresses of reports and cases for programs; forms are answered by `takeForm`. */
export function createReportRoutes(
  options: ReportsAppOptions & { takeForm: (c: AppContext) => Promise<Response> },
): App {
  const { reports, networkOf, takeForm } = options;
  const { json } = createAnswers(options);
  const originOf = (c: AppContext) => options.origin ?? new URL(c.req.url).origin;
  const publishedFields = recordToFields({
    ...options.fields,
    'content-type': PUBLISHED_TYPE,
    'cache-control': PUBLIC_FOR_A_MINUTE,
    vary: varyOf(undefined),
  });
  const app: App = new Hono<RequestContext>({ strict: false });

  app.get('/api/v1/reports/challenge', counted, async (c) => {
    parseQuery(NO_QUERY, JSON_ALONE, rawQueryOf(c));
    return json(c, await orUnavailable(reports.challenge()));
  });

  app.post('/api/v1/reports', async (c) => {
    parseQuery(NO_QUERY, JSON_ALONE, rawQueryOf(c));
    if (/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
      return takeForm(c);
    const body = parseBody(ReportBody, parseJson(await readBody(c, MAX_REPORT_BYTES)));
    const answer = await orUnavailable(
      reports.submit({
        report: reportOf(body),
        proof: body.proof,
        idempotencyKey: idempotencyKeyOf(c),
        network: networkOf(c),
      }),
    );
    if ('refused' in answer) throw problemOfRefusal(answer, Date.now());
    return json(c, answer, { status: 201 });
  });

  app.get('/api/v1/cases', counted, async (c) => {
    const rawQuery = rawQueryOf(c);
    const { query } = parseQuery(CasesQuery, JSON_ALONE, rawQuery);
    const { limit = DEFAULT_LIMIT, offset = 0, state, kind, region, operator } = query;
    const { cases, total } = await orUnavailable(
      reports.list({ state, kind, regionId: region, operatorId: operator }, limit, offset),
    );
    const request = { origin: originOf(c), path: '/api/v1/cases', rawQuery };
    const self = { href: hrefWith(request, {}), rel: 'self', type: 'application/json' };
    const next = {
      ...self,
      href: hrefWith(request, { limit: String(limit), offset: String(offset + limit) }),
      rel: 'next',
    };
    const links = offset + limit < total ? [self, next] : [self];
    return json(c, { cases, total, links }, { cache: PUBLIC_FOR_A_MINUTE });
  });

  app.get('/api/v1/cases/:case', counted, async (c) => {
    parseQuery(NO_QUERY, JSON_ALONE, rawQueryOf(c));
    const number = c.req.param('case');
    // No case has this number, and the fast router takes no word beside a parameter.
    if (number === 'published') {
      const body = await orUnavailable(reports.published());
      return sendAnswer(c, { status: 200, fields: publishedFields, body, ranges: false });
    }
    const found = await orUnavailable(reports.find(number));
    if (found === undefined) throw notFound('case', number, [], 'case');
    const page = {
      href: `${originOf(c)}/ru/cases/${found.case}`,
      rel: 'alternate',
      type: 'text/html',
    };
    const self = {
      href: apiHref(originOf(c), `/cases/${found.case}`),
      rel: 'self',
      type: 'application/json',
    };
    return json(c, { ...found, links: [self, page] }, { cache: PUBLIC_FOR_A_MINUTE });
  });

  app.post('/api/v1/cases/:case/thread', async (c) => {
    parseQuery(NO_QUERY, JSON_ALONE, rawQueryOf(c));
    const body = parseBody(ThreadBody, parseJson(await readBody(c, MAX_REPORT_BYTES)));
    const number = c.req.param('case');
    const used = await orUnavailable(reports.useKey(number, body.key, useOf(body), networkOf(c)));
    if (used === 'wrong') throw new ProblemError(404, 'there is no case with this number and key');
    if (used === 'share')
      throw usedUp('this network has tried as many keys as one may in a day', Date.now());
    if (used === 'full')
      throw usedUp('three answers in a row are there: the desk comes next', Date.now());
    if (used === 'withdrawn') {
      return json(c, { case: { case: readCaseNumber(number), state: 'withdrawn' }, messages: [] });
    }
    if ('errors' in used) throw refuseBody(used.errors.map(asValidationError));
    const { case: shown, report, messages } = used;
    return json(c, { case: shown, ...(report && { report }), messages });
  });

  return app;
}

function rawQueryOf(c: AppContext): string {
  return new URL(c.req.url).search.slice(1);
}

/**
 * A key that somebody else has, too, would give whoever sends the same choices the access to the other's case: it has to look
 * like one that was drawn at random.
 */
function idempotencyKeyOf(c: AppContext): string | undefined {
  const field = c.req.header('idempotency-key');
  if (field === undefined) return undefined;
  const key = IDEMPOTENCY_KEY.exec(field)?.[1];
  const looksRandom = key !== undefined && new Set(key).size >= LEAST_DIFFERENT;
  if (looksRandom && !COUNTED_UP.test(key)) return key;
  throw badParameters([
    {
      parameter: 'Idempotency-Key',
      detail: `expected 16 to 200 visible ASCII characters, at least ${LEAST_DIFFERENT} of them different, that nobody guesses: a random UUID for each report, sent again with its retries only`,
    },
  ]);
}
