import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { NUMBERS_A_YEAR, writeCaseNumber } from '../../../data/core/reports/case-number.ts';
import { addDays, type IsoDate } from '../../../data/core/schema/dates.ts';
import { DAYS_TO_ANSWER } from '../../../data/core/schema/report.ts';
import {
  CASE_COLUMNS,
  Count,
  findCase,
  StoredCase,
  type StoredReport,
  subjectText,
} from './case-rows.ts';
import type { Database, Queries, Value } from './database.ts';

/** A report that was checked, with what makes it one report however often it is sent. */
export interface Submission {
  readonly report: StoredReport;
  readonly today: IsoDate;
  /** Absent for cases of the desk's own. */
  readonly keyHash?: string;
  readonly idempotency?: { readonly keyHash: string; readonly bodyHash: string };
  readonly proof?: { readonly hash: string; readonly expiresOn: IsoDate };
}

/** What became of a submission. */
export type Submitted =
  | { readonly outcome: 'stored' | 'known'; readonly stored: StoredCase }
  | {
      readonly outcome: 'other-body' | 'withdrawn' | 'proof-spent' | 'store-full' | 'subject-full';
    };

/** Most cases that are stored; a tenth of the numbers of a year, so that a free one is found at once. */
export const MAX_CASES = Math.floor(NUMBERS_A_YEAR / 10);
/** Most open cases about one fact, or one region, operator and question. */
const MAX_OPEN_A_SUBJECT = 100;

export interface CaseLimits {
  readonly cases: number;
  readonly openASubject: number;
}

/**
 * Stores a report as a new case under a free number, or finds the case that the same report was stored as. Throws
 * `DatabaseUnavailable` when the database is lost.
 */
export async function submitCase(
  database: Database,
  submission: Submission,
  limits: Partial<CaseLimits>,
): Promise<Submitted> {
  const { cases: maxCases = MAX_CASES, openASubject = MAX_OPEN_A_SUBJECT } = limits;
  const { idempotency } = submission;
  try {
    return await database.transaction(async (queries) => {
      const known = idempotency && (await earlier(queries, idempotency));
      return known ?? (await insert(queries, submission, { maxCases, openASubject }));
    });
  } catch (error) {
    if (!(error instanceof RaceLost) || idempotency === undefined) throw error;
    // The same report came twice at once: the other one is stored by now.
    const known = await database.transaction((queries) => earlier(queries, idempotency));
    if (known === undefined) throw error;
    return known;
  }
}

/** Two transactions stored the same idempotency key; this one is the later. */
class RaceLost extends Error {
  override readonly name = 'RaceLost';
}

const Retry = z.object({ body_hash: z.string(), number: z.string() });

async function earlier(
  queries: Queries,
  { keyHash, bodyHash }: { keyHash: string; bodyHash: string },
): Promise<Submitted | undefined> {
  const rows = await queries.query(
    'select body_hash, number from idempotency where key_hash = $1',
    [keyHash],
  );
  if (rows[0] === undefined) return undefined;
  const { body_hash, number } = Retry.parse(rows[0]);
  if (body_hash === '') return { outcome: 'withdrawn' };
  if (body_hash !== bodyHash) return { outcome: 'other-body' };
  const stored = await findCase(queries, number);
  return stored && { outcome: 'known', stored };
}

async function insert(
  queries: Queries,
  { report, today, keyHash, idempotency, proof }: Submission,
  { maxCases, openASubject }: { maxCases: number; openASubject: number },
): Promise<Submitted> {
  const subject = subjectText(report);
  const open = await queries.query(
    "select count(*) from report_case where subject = $1 and state in ('received', 'needs-evidence')",
    [subject],
  );
  if (Count.parse(open[0]).count >= openASubject) return { outcome: 'subject-full' };
  const all = await queries.query('select count(*) from report_case');
  if (Count.parse(all[0]).count >= maxCases) return { outcome: 'store-full' };
  if (proof !== undefined) {
    const spent = await queries.query(
      'insert into spent_proof (hash, expires_on) values ($1, $2) on conflict do nothing returning hash',
      [proof.hash, proof.expiresOn],
    );
    if (spent.length === 0) return { outcome: 'proof-spent' };
    await queries.query('delete from spent_proof where expires_on < $1', [today]);
  }
  const place = report.kind === 'experience' ? report : undefined;
  const columns: Value[] = [
    report.kind,
    today,
    addDays(today, DAYS_TO_ANSWER),
    JSON.stringify(report),
    subject,
    place?.regionId ?? null,
    place?.operatorId ?? null,
    keyHash ?? null,
  ];
  const stored = await insertUnderFreeNumber(queries, Number(today.slice(0, 4)), columns);
  if (idempotency !== undefined) {
    const noted = await queries.query(
      'insert into idempotency (key_hash, body_hash, number, made_on) values ($1, $2, $3, $4) on conflict do nothing returning number',
      [idempotency.keyHash, idempotency.bodyHash, stored.number, today],
    );
    if (noted.length === 0) throw new RaceLost('another request stored the same report');
  }
  return { outcome: 'stored', stored };
}

/** Numbers are random, so that nobody can count the reports of a day by them. */
async function insertUnderFreeNumber(
  queries: Queries,
  year: number,
  columns: Value[],
): Promise<StoredCase> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const number = writeCaseNumber(year, randomInt(NUMBERS_A_YEAR));
    const rows = await queries.query(
      `insert into report_case (number, kind, received_on, changed_on, due_on, report, subject, region_id, operator_id, key_hash)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9) on conflict (number) do nothing returning ${CASE_COLUMNS}`,
      [number, ...columns],
    );
    if (rows[0] !== undefined) return StoredCase.parse(rows[0]);
  }
  throw new Error('no free case number was found in 50 attempts');
}
