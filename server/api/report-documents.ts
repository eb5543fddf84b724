import * as z from 'zod';
import { IsoDate } from '../../data/core/schema/dates.ts';
import {
  CaseKind,
  CaseNumber,
  CaseState,
  Correction,
  Experience,
  PublicCase,
  PublishedReports,
  type Report,
  SUBJECT_KEYS,
} from '../../data/core/schema/report.ts';
import { NO_QUERY, type RouteDocument } from '../route.ts';
import { countParam, regionParam, slugParam, wordParam } from './query-params.ts';

/** A proof as ALTCHA's widget sends it: base64 of JSON; or that JSON itself. */
export const Proof = z.union([
  z.string().max(4_000),
  z.looseObject({ challenge: z.unknown(), solution: z.unknown() }),
]);
export type Proof = z.infer<typeof Proof>;

/** A report with its proof of work, as it is posted. */
export const ReportBody = z.discriminatedUnion('kind', [
  Experience.safeExtend({ proof: Proof.optional() }),
  // "Exactly one" is a rule of its schema that no keyword is written from.
  Correction.safeExtend({ proof: Proof.optional() }).meta({
    oneOf: SUBJECT_KEYS.map((key) => ({ required: [key] })),
  }),
]);
export type ReportBody = z.infer<typeof ReportBody>;

/** The report without its proof, in one order of its fields, so that a retry has the same hash. */
export function reportOf({ proof: _, ...report }: ReportBody): Report {
  return report.kind === 'experience' ? Experience.parse(report) : Correction.parse(report);
}

/** Largest body of a report: all its texts in four bytes a character, a proof, and what stands around them. */
export const MAX_REPORT_BYTES = 16 * 1024;

/** What is sent to use a key: nothing more opens the case, `answer` answers the desk, `withdraw` takes everything back. */
export const ThreadBody = z.strictObject({
  key: z.string().min(1).max(200),
  answer: z.string().min(1).max(2_000).optional(),
  withdraw: z.literal(true).optional(),
});
export type ThreadBody = z.infer<typeof ThreadBody>;

/** Fields of a form as an object; what was left empty is absent. */
export function formFields(body: string): Record<string, string> {
  const fields = [...new URLSearchParams(body)].filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}

/** What a sender is given. */
const ReportReceipt = z.strictObject({
  case: CaseNumber,
  /** Given this once: by it the sender reads the desk's question, answers it, or withdraws everything. */
  key: z.string(),
  state: CaseState,
  dueOn: IsoDate,
});

/** Cases, the newest first. */
const CaseList = z.strictObject({
  cases: z.array(PublicCase),
  total: z.int(),
  links: z.array(z.unknown()),
});

/** A case by itself, with what leads to its page. */
export const OneCase = PublicCase.extend({ links: z.array(z.unknown()) });

const MAX_LISTED = 100;

export const CasesQuery = z.strictObject({
  state: CaseState.optional().meta({ description: 'Only cases in this state' }),
  kind: CaseKind.optional().meta({ description: 'Only cases of this kind' }),
  region: regionParam().optional().meta({ description: 'Only cases about this region' }),
  operator: slugParam().optional().meta({ description: 'Only cases about this operator' }),
  limit: countParam(1, MAX_LISTED).optional().meta({ description: 'Cases per page' }),
  offset: countParam(0, 1_000_000).optional().meta({ description: 'Cases to skip' }),
});

/** Values of `f` where there is JSON alone. */
export const JSON_ALONE = wordParam(['json']).optional().meta({ description: 'Representation' });

const F_ALONE = NO_QUERY.extend({ f: JSON_ALONE });

const UNAVAILABLE = { 503: 'The storage of reports is not available now; see `Retry-After`' };

const EXAMPLE_REPORT = {
  kind: 'experience',
  regionId: 'RU-TA',
  operatorId: 'mts',
  tried: 'bundle',
  outcome: 'told-no',
  channel: 'shop',
  month: '2026-11',
  lang: 'ru',
};

/** What the API document says of the addresses of reports and cases. */
export const REPORT_DOCUMENTS: readonly RouteDocument[] = [
  {
    method: 'post',
    path: '/reports',
    operationId: 'sendReport',
    tag: 'Reports',
    summary: 'Tell what a shop or an operator said, or correct a fact',
    description:
      'Answered with 201, a case number and a key that is given once. `proof` is the solution of a task of `/reports/challenge`, as ALTCHA (version 2) writes it; without one far fewer reports a day are taken from a network. An `Idempotency-Key` makes a retry the same report, answered alike with its key: 16 to 200 visible ASCII characters that nobody guesses, such as a random UUID; what looks like a counter is refused. Nothing of the sender is stored: no address, no cookie, no agent, no time finer than a day. Forms (`application/x-www-form-urlencoded`) are taken too and answered with a page.',
    query: F_ALONE,
    body: { schema: ReportBody, maxBytes: MAX_REPORT_BYTES, example: EXAMPLE_REPORT },
    answer: {
      status: 201,
      description: 'The case that the report became',
      content: { 'application/json': ReportReceipt },
    },
    refusals: {
      403: 'The proof of work is wrong, expired or was used before',
      409: 'The `Idempotency-Key` came before with another report',
      410: 'The report with this `Idempotency-Key` was withdrawn',
      ...UNAVAILABLE,
    },
  },
  {
    method: 'get',
    path: '/reports/challenge',
    operationId: 'getReportChallenge',
    tag: 'Reports',
    summary: 'A task whose solution is the proof of work of one report',
    description: 'A task of ALTCHA, version 2 (PBKDF2). It is the harder, the more are asked for.',
    query: F_ALONE,
    kept: false,
    answer: {
      description: 'The task',
      content: {
        'application/json': z.looseObject({ parameters: z.looseObject({}), signature: z.string() }),
      },
    },
    refusals: UNAVAILABLE,
  },
  {
    method: 'get',
    path: '/cases',
    operationId: 'getCases',
    tag: 'Reports',
    summary: 'What was reported and what became of it',
    query: CasesQuery.extend({ f: JSON_ALONE }),
    kept: false,
    answer: { description: 'Cases, the newest first', content: { 'application/json': CaseList } },
    refusals: UNAVAILABLE,
  },
  {
    method: 'get',
    path: '/cases/published',
    operationId: 'getPublishedCases',
    tag: 'Reports',
    summary: 'What is public of all cases that the desk has seen, and counts of experiences',
    description:
      'What `npm run desk:publish` writes into the facts. One or two reports of a question are told as `some` only.',
    query: F_ALONE,
    kept: false,
    answer: { description: 'Cases and counts', content: { 'application/json': PublishedReports } },
    refusals: UNAVAILABLE,
  },
  {
    method: 'get',
    path: '/cases/{case}',
    operationId: 'getCase',
    tag: 'Reports',
    summary: 'One case',
    description:
      'Texts are there only where the desk published them; a withdrawn case has its number and state.',
    params: { case: { description: 'Number of the case', example: '26-7K3M-4' } },
    query: F_ALONE,
    kept: false,
    answer: { description: 'The case', content: { 'application/json': OneCase } },
    refusals: { 404: 'There is no such case', ...UNAVAILABLE },
  },
  {
    method: 'post',
    path: '/cases/{case}/thread',
    operationId: 'useCaseKey',
    tag: 'Reports',
    summary: 'Read, answer or withdraw a case with its key',
    description:
      'The same answer for a wrong key and an unknown case. `answer` answers the question of the desk; `withdraw` deletes everything but number and state.',
    params: { case: { description: 'Number of the case', example: '26-7K3M-4' } },
    query: F_ALONE,
    body: {
      schema: ThreadBody,
      maxBytes: MAX_REPORT_BYTES,
      example: { key: 'eight words joined by hyphens' },
    },
    answer: {
      description: 'The case as its sender sees it',
      content: {
        'application/json': z.strictObject({
          case: PublicCase,
          report: z.unknown().optional(),
          messages: z.array(
            z.strictObject({
              author: z.enum(['desk', 'sender']),
              writtenOn: IsoDate,
              body: z.string(),
            }),
          ),
        }),
      },
    },
    refusals: { 404: 'There is no case with this number and key', ...UNAVAILABLE },
  },
];
