import { randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod';
import { NUMBERS_A_YEAR, writeCaseNumber } from '../../../data/core/reports/case-number.ts';
import { type CaseState, DAYS_TO_ANSWER } from '../../../data/core/schema/case.ts';
import { addDays, type IsoDate } from '../../../data/core/schema/dates.ts';
import type { Experience } from '../../../data/core/schema/report.ts';
import { isSameHash } from '../secret-key.ts';
import { CASE_COLUMNS, Message, StoredCase, type StoredReport, subjectText } from './case-rows.ts';
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
const MAX_CASES = Math.floor(NUMBERS_A_YEAR / 10);
/** Most open cases about one fact, or one region, operator and question. */
const MAX_OPEN_A_SUBJECT = 100;

export interface CaseLimits {
  readonly cases: number;
  readonly openASubject: number;
}

/** Which cases a list holds; all where nothing is named. */
export interface CaseFilter {
  readonly state?: CaseState | undefined;
  readonly regionId?: string | undefined;
  readonly operatorId?: string | undefined;
  readonly kind?: string | undefined;
}

/** Cases and what belongs to them. All methods throw `DatabaseUnavailable` when the database is lost. */
export interface CaseStore {
  /** A random text of this database, the same for all processes that use it. */
  secret(): Promise<string>;
  submit(submission: Submission): Promise<Submitted>;
  /** Whether a report with this idempotency key was stored. */
  knowsRetry(keyHash: string): Promise<boolean>;
  /** A case by its number. */
  find(number: string): Promise<StoredCase | undefined>;
  /** Cases, the newest first, and how many there are in all. */
  list(
    filter: CaseFilter,
    limit: number,
    offset: number,
  ): Promise<{ cases: StoredCase[]; total: number }>;
  /** A case with its messages for who holds its key; `undefined` alike for a wrong key and an unknown number. */
  open(
    number: string,
    keyHash: string,
  ): Promise<{ stored: StoredCase; messages: Message[] } | undefined>;
  /** Adds an answer of the sender; the clock of the desk starts again. `'full'` after too many in a row. */
  answer(
    number: string,
    keyHash: string,
    body: string,
    today: IsoDate,
  ): Promise<'added' | 'full' | undefined>;
  /** Deletes everything but number and state; `false` alike for a wrong key and an unknown number. */
  withdraw(number: string, keyHash: string): Promise<boolean>;
  /** Experiences that the desk published, for counting. */
  publishedExperiences(): Promise<Experience[]>;
  /** Cases that the desk has seen, in the order in which they came; what was withdrawn or declined as spam is not among them. */
  decided(): Promise<StoredCase[]>;
}

/** Most messages of a sender without one of the desk in between. */
const MAX_ANSWERS_IN_A_ROW = 3;

const Count = z.object({ count: z.number() });
const Keyed = z.object({ key_hash: z.string().nullable() });

/** Cases in a migrated database. */
export function createCaseStore(database: Database, limits: Partial<CaseLimits> = {}): CaseStore {
  const { cases: maxCases = MAX_CASES, openASubject = MAX_OPEN_A_SUBJECT } = limits;

  async function holdsKey(queries: Queries, number: string, keyHash: string): Promise<boolean> {
    const rows = await queries.query('select key_hash from report_case where number = $1', [
      number,
    ]);
    const [row] = rows;
    return isSameHash(
      keyHash,
      row === undefined ? undefined : (Keyed.parse(row).key_hash ?? undefined),
    );
  }

  return {
    async secret() {
      await database.query(
        "insert into setting (name, value) values ('secret', $1) on conflict do nothing",
        [randomBytes(32).toString('base64url')],
      );
      const rows = await database.query("select value from setting where name = 'secret'");
      return z.object({ value: z.string() }).parse(rows[0]).value;
    },

    async submit(submission) {
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
    },

    async knowsRetry(keyHash) {
      const rows = await database.query('select 1 from idempotency where key_hash = $1', [keyHash]);
      return rows.length > 0;
    },

    find: (number) => findCase(database, number),

    async list(filter, limit, offset) {
      const { where, values } = conditionsOf(filter);
      const rows = await database.query(
        `select ${CASE_COLUMNS} from report_case ${where} order by received_on desc nulls last, number limit ${limit} offset ${offset}`,
        values,
      );
      const counted = await database.query(`select count(*) from report_case ${where}`, values);
      return {
        cases: rows.map((row) => StoredCase.parse(row)),
        total: Count.parse(counted[0]).count,
      };
    },

    async open(number, keyHash) {
      if (!(await holdsKey(database, number, keyHash))) return undefined;
      const stored = await findCase(database, number);
      return stored && { stored, messages: await messagesOf(database, number) };
    },

    answer: (number, keyHash, body, today) =>
      database.transaction(async (queries) => {
        await queries.query('select 1 from report_case where number = $1 for update', [number]);
        if (!(await holdsKey(queries, number, keyHash))) return undefined;
        const messages = await messagesOf(queries, number);
        const last = messages.slice(-MAX_ANSWERS_IN_A_ROW);
        if (last.length === MAX_ANSWERS_IN_A_ROW && last.every(({ author }) => author === 'sender'))
          return 'full';
        await addMessage(queries, { number, author: 'sender', body, today });
        await queries.query(
          'update report_case set due_on = $2, answered_on = null where number = $1',
          [number, addDays(today, DAYS_TO_ANSWER)],
        );
        return 'added';
      }),

    withdraw: (number, keyHash) =>
      database.transaction(async (queries) => {
        if (!(await holdsKey(queries, number, keyHash))) return false;
        await queries.query('delete from message where number = $1', [number]);
        await queries.query("update idempotency set body_hash = '' where number = $1", [number]);
        await queries.query(
          `update report_case set state = 'withdrawn', kind = null, reason = null, duplicate_of = null, received_on = null,
             due_on = null, answered_on = null, changed_on = null, report = null, subject = null, region_id = null,
             operator_id = null, is_text_public = false, key_hash = null
           where number = $1`,
          [number],
        );
        return true;
      }),

    async publishedExperiences() {
      const rows = await database.query(
        `select ${CASE_COLUMNS} from report_case where kind = 'experience' and state = 'published'`,
      );
      return rows.flatMap((row) => {
        const { report } = StoredCase.parse(row);
        return report?.kind === 'experience' ? [report] : [];
      });
    },

    async decided() {
      const rows = await database.query(
        `select ${CASE_COLUMNS} from report_case where state not in ('received', 'withdrawn')
           and reason is distinct from 'spam' order by received_on, number`,
      );
      return rows.map((row) => StoredCase.parse(row));
    },
  };
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

/** A case by its number. */
export async function findCase(queries: Queries, number: string): Promise<StoredCase | undefined> {
  const rows = await queries.query(`select ${CASE_COLUMNS} from report_case where number = $1`, [
    number,
  ]);
  return rows[0] === undefined ? undefined : StoredCase.parse(rows[0]);
}

/** Messages of a case in their order. */
export async function messagesOf(queries: Queries, number: string): Promise<Message[]> {
  const rows = await queries.query(
    'select author, written_on, body from message where number = $1 order by ordinal',
    [number],
  );
  return rows.map((row) => Message.parse(row));
}

/** Adds a message at the end of a case. */
export async function addMessage(
  queries: Queries,
  {
    number,
    author,
    body,
    today,
  }: { number: string; author: 'desk' | 'sender'; body: string; today: IsoDate },
): Promise<void> {
  await queries.query(
    `insert into message (number, ordinal, author, written_on, body)
     select $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4 from message where number = $1`,
    [number, author, today, body],
  );
}

function conditionsOf(filter: CaseFilter): { where: string; values: Value[] } {
  const columns = {
    state: filter.state,
    region_id: filter.regionId,
    operator_id: filter.operatorId,
    kind: filter.kind,
  };
  const values: Value[] = [];
  const conditions = Object.entries(columns).flatMap(([column, value]) => {
    if (value === undefined) return [];
    values.push(value);
    return [`${column} = $${values.length}`];
  });
  return { where: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`, values };
}
