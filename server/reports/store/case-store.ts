import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { addDays, type IsoDate } from '../../../data/core/schema/dates.ts';
import { type CaseState, DAYS_TO_ANSWER } from '../../../data/core/schema/report.ts';
import { isSameHash } from '../secret-key.ts';
import {
  addMessage,
  CASE_COLUMNS,
  Count,
  findCase,
  lockCase,
  type Message,
  messagesOf,
  noteDecided,
  StoredCase,
} from './case-rows.ts';
import type { Database, Queries, Value } from './database.ts';
import { type CaseLimits, type Submission, type Submitted, submitCase } from './submit-case.ts';

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
  /**
   * Cases that the desk has seen, some at a time, in the order of the days on which they came; what was withdrawn or declined
   * as spam is not among them.
   */
  decided(): AsyncIterable<readonly StoredCase[]>;
  /** Another text whenever something changed of the cases that the desk has seen, whichever process changed it. */
  decidedVersion(): Promise<string>;
}

/** Most messages of a sender without one of the desk in between. */
const MAX_ANSWERS_IN_A_ROW = 3;

/** Between so many rows others have their turn: whoever reads all cases holds nobody up, however many there are. */
const ROWS_AT_A_TIME = 200;

const Keyed = z.object({ key_hash: z.string().nullable() });
const Setting = z.object({ value: z.string() });

/** Cases in a migrated database. */
export function createCaseStore(database: Database, limits: Partial<CaseLimits> = {}): CaseStore {
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
      return Setting.parse(rows[0]).value;
    },

    submit: (submission) => submitCase(database, submission, limits),

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
        await lockCase(queries, number);
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
        await noteIfDecided(queries, number);
        return 'added';
      }),

    withdraw: (number, keyHash) =>
      database.transaction(async (queries) => {
        await lockCase(queries, number);
        if (!(await holdsKey(queries, number, keyHash))) return false;
        await noteIfDecided(queries, number);
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

    async *decided() {
      let last: StoredCase | undefined;
      for (;;) {
        // The index that lists the newest first, read backwards: all pages together read each row once.
        const behind =
          last === undefined ? '' : ' and received_on >= $1 and (received_on > $1 or number < $2)';
        const rows = await database.query(
          `select ${CASE_COLUMNS} from report_case
             where state not in ('received', 'withdrawn') and reason is distinct from 'spam'${behind}
             order by received_on nulls first, number desc limit ${ROWS_AT_A_TIME}`,
          last === undefined ? [] : [last.receivedOn ?? null, last.number],
        );
        const page = rows.map((row) => StoredCase.parse(row));
        if (page.length > 0) yield page;
        if (page.length < ROWS_AT_A_TIME) return;
        last = page.at(-1);
      }
    },

    async decidedVersion() {
      const rows = await database.query("select value from setting where name = 'decided'");
      return rows[0] === undefined ? '' : Setting.parse(rows[0]).value;
    },
  };
}

/** What waits for the desk may change as it will: it is not among the decided. */
async function noteIfDecided(queries: Queries, number: string): Promise<void> {
  const stored = await findCase(queries, number);
  if (stored?.state !== 'received') await noteDecided(queries);
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
