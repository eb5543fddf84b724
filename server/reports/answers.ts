import type { MiddlewareHandler } from 'hono';
import {
  type PageContext,
  type ReportPageContent,
  renderReportPage,
} from '../../client/server-entry.tsx';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { pagePolicy } from '../middleware/answer.ts';
import { ProblemError, type ValidationError } from '../middleware/problem.ts';
import type { AppContext, RequestContext } from '../middleware/request-context.ts';
import { type Computing, inTurnOf } from '../middleware/send-answer.ts';
import type { ReportError } from './check-report.ts';
import type { Refusal, Reports } from './reports.ts';
import { DatabaseUnavailable } from './store/database.ts';

/** What the addresses of reports and cases need. */
export interface ReportsAppOptions {
  readonly reports: Reports;
  /** Header fields of every answer. */
  readonly fields: Readonly<Record<string, string>>;
  /** What pages are a function of, on a day. */
  readonly pages: (asOf: IsoDate) => PageContext;
  readonly today: () => IsoDate;
  /** Public origin; taken from the request where absent. */
  readonly origin?: string | undefined;
  /** What counts as one client of a request. */
  readonly networkOf: (c: AppContext) => string;
  /** Where pages are drawn. */
  readonly computing: Pick<Computing, 'queue'>;
}

/** Takes of the client what computing costs: what comes out of the database is never at hand. */
export const counted: MiddlewareHandler<RequestContext> = (c, next) => {
  c.get('limit')?.takeForComputing();
  return next();
};

/** How an answer is written. */
interface Answers {
  /** JSON; kept by nobody unless `cache` says otherwise. */
  json(c: AppContext, body: unknown, options?: { status?: 200 | 201; cache?: string }): Response;
  page(
    c: AppContext,
    content: ReportPageContent,
    options: { language: Language; status?: number; headers?: Readonly<Record<string, string>> },
  ): Promise<Response>;
  redirect(status: 303 | 308, location: string): Response;
}

/** Cases change when somebody acts: for a minute what is public of them may be old. */
export const PUBLIC_FOR_A_MINUTE = 'public, max-age=60';

/** Writers of answers with the header fields of the service. */
export function createAnswers({
  fields,
  pages,
  today,
  computing,
}: Pick<ReportsAppOptions, 'fields' | 'pages' | 'today' | 'computing'>): Answers {
  return {
    json: (c, body, { status = 200, cache = 'no-store' } = {}) =>
      c.body(JSON.stringify(body), status, {
        ...fields,
        'content-type': 'application/json',
        'cache-control': cache,
      }),
    async page(c, content, { language, status = 200, headers = {} }) {
      const draw = () => renderReportPage(content, language, pages(today()));
      const rendered = await inTurnOf(c, computing)(draw);
      return new Response(c.req.method === 'HEAD' ? null : rendered.html, {
        status,
        headers: {
          ...fields,
          'content-type': rendered.contentType,
          'content-language': language,
          'cache-control': 'no-store',
          'content-security-policy': pagePolicy(rendered.inlineHashes),
          ...headers,
        },
      });
    },
    redirect: (status, location) =>
      new Response(null, { status, headers: { ...fields, location } }),
  };
}

/** Waits for something that needs the storage; without it, the problem that says when to come again. */
export async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    // The reason names folders and servers: it is for the log and `/readyz`, not for senders.
    throw new ProblemError(
      503,
      'the storage of reports is not available now; what was sent is not stored, please send it later',
      {
        headers: { 'retry-after': '60' },
      },
    );
  }
}

/** An error in a report, in the form of problem documents. */
export function asValidationError({ field, value, detail }: ReportError): ValidationError {
  return { pointer: `/${field}`, ...(value === undefined ? {} : { value }), detail };
}

/** The problem document of a refused report. */
export function problemOfRefusal(refusal: Refusal, now: number): ProblemError {
  switch (refusal.refused) {
    case 'errors': {
      const errors = refusal.errors.map(asValidationError);
      const detail = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
      return new ProblemError(400, detail, { errors });
    }
    case 'proof':
      return new ProblemError(403, `the proof of work is not taken: ${refusal.detail}`, {
        errors: [{ pointer: '/proof', detail: refusal.detail }],
      });
    case 'share':
      return usedUp('this network has sent as many reports as are taken from one in a day', now);
    case 'plain-share':
      return usedUp(
        'no more reports without a proof of work are taken today: solve a task of /api/v1/reports/challenge',
        now,
      );
    case 'other-body':
      return new ProblemError(
        409,
        'this Idempotency-Key came before with another report: use a new one',
      );
    case 'withdrawn':
      return new ProblemError(410, 'the report with this Idempotency-Key was withdrawn');
    case 'subject-full':
      return usedUp(
        'as many reports about this wait for an answer as can; please come again later',
        now,
      );
    case 'store-full':
      return new ProblemError(503, 'no more reports can be stored; please come again later', {
        headers: { 'retry-after': '86400' },
      });
  }
}

/** A day's share is used up: the next begins at midnight, Greenwich time. */
export function usedUp(detail: string, now: number): ProblemError {
  const dayMs = 86_400_000;
  const seconds = Math.ceil((dayMs - (now % dayMs)) / 1_000);
  return new ProblemError(429, detail, { headers: { 'retry-after': String(seconds) } });
}
