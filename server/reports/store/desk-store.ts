import * as z from 'zod';
import { IsoDate } from '../../../data/core/schema/dates.ts';
import type { CaseState, DeclineReason } from '../../../data/core/schema/report.ts';
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
import type { Database, Queries } from './database.ts';

/** What the desk decides of a case. */
export type Decision =
  | { readonly act: 'publish'; readonly withText: boolean }
  | { readonly act: 'accept'; readonly withText: boolean }
  | { readonly act: 'decline'; readonly reason: DeclineReason }
  | { readonly act: 'merge'; readonly into: string }
  | { readonly act: 'ask'; readonly question: string };

/** What became of an act. */
export type Decided = 'done' | 'unknown-case' | 'closed' | 'unknown-target' | 'not-fitting';

/** A case in the queue, with what was said. */
export interface QueuedCase {
  readonly stored: StoredCase;
  readonly messages: readonly Message[];
  /** Other open cases about the same subject. */
  readonly related: readonly string[];
}

/** A line of the log of the desk. */
const LogEntry = z
  .object({
    ordinal: z.number(),
    done_on: IsoDate,
    member: z.string(),
    act: z.string(),
    number: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .transform(({ ordinal, done_on, member, act, number, detail }) => ({
    ordinal,
    doneOn: done_on,
    member,
    act,
    ...(number === null ? {} : { case: number }),
    detail,
  }));
export type LogEntry = z.infer<typeof LogEntry>;

/** The acts of the desk. Each is written to the log in the transaction that does it. */
export interface DeskStore {
  /** Cases that wait for the desk, the oldest first. */
  queue(limit: number): Promise<QueuedCase[]>;
  /** How many cases wait. */
  waiting(): Promise<number>;
  /** Where the last of some cases stands in the queue; `undefined` where none of them waits. */
  placeOf(numbers: readonly string[]): Promise<QueuePlace | undefined>;
  /** Who waits before and behind a place; before nobody's place nobody, behind it the first. */
  around(place: QueuePlace | undefined): Promise<{ previous?: string; next?: string }>;
  show(number: string): Promise<QueuedCase | undefined>;
  decide(number: string, decision: Decision, member: string, today: IsoDate): Promise<Decided>;
  /** Declines many cases for one reason; returns the numbers that were open. */
  declineAll(
    numbers: readonly string[],
    reason: DeclineReason,
    member: string,
    today: IsoDate,
  ): Promise<string[]>;
  /** Writes an act that changes no case (an invitation, a sign-in). */
  note(member: string, act: string, today: IsoDate, detail?: Record<string, string>): Promise<void>;
  log(limit: number): Promise<LogEntry[]>;
}

const OPEN: readonly CaseState[] = ['received', 'published', 'needs-evidence'];

const STATE_AFTER = {
  publish: 'published',
  accept: 'accepted',
  decline: 'declined',
  merge: 'duplicate',
  ask: 'needs-evidence',
} as const;

/** Cases that nobody has looked at, then open disputes; those whose sender has answered are among the first. */
const WAITING = `from report_case c where (state = 'received'
  or (state = 'published' and kind <> 'experience')
  or (state = 'needs-evidence' and 'sender' = (
    select author from message m where m.number = c.number order by ordinal desc limit 1)))`;

/** What the queue is in the order of. */
const PLACE = "(state = 'published'), received_on, number";
const BACKWARDS = "(state = 'published') desc, received_on desc, number desc";

const Numbered = z.object({ number: z.string() });

/** Where a case stands among those that wait. */
const QueuePlace = z.object({ is_last: z.boolean(), received_on: IsoDate, number: z.string() });
export type QueuePlace = z.infer<typeof QueuePlace>;

/** Acts of the desk in a migrated database. */
export function createDeskStore(database: Database): DeskStore {
  const show = async (queries: Queries, stored: StoredCase): Promise<QueuedCase> => {
    const rows = await queries.query(
      `select b.number from report_case a join report_case b on a.subject = b.subject and a.number <> b.number
       where a.number = $1 and b.state = any($2) order by b.received_on, b.number limit 50`,
      [stored.number, OPEN],
    );
    return {
      stored,
      messages: await messagesOf(queries, stored.number),
      related: rows.map((row) => Numbered.parse(row).number),
    };
  };

  /** The first that waits, in some order, of those for whom a condition on a place holds. */
  async function nearest(
    condition: string | undefined,
    order: string,
    place: QueuePlace | undefined,
  ): Promise<string | undefined> {
    const rows = await database.query(
      `select number ${WAITING} ${condition === undefined ? '' : `and ${condition}`} order by ${order} limit 1`,
      place === undefined ? [] : [place.is_last, place.received_on, place.number],
    );
    return rows[0] && Numbered.parse(rows[0]).number;
  }

  async function decide(
    queries: Queries,
    number: string,
    decision: Decision,
    { member, today }: { member: string; today: IsoDate },
  ): Promise<Decided> {
    await lockCase(queries, number);
    const stored = await findCase(queries, number);
    if (stored === undefined) return 'unknown-case';
    if (!isOpen(stored)) return 'closed';
    // An experience is nobody's claim: it is published and counted, never accepted.
    if (decision.act === 'accept' && stored.report?.kind === 'experience') return 'not-fitting';
    if (decision.act === 'merge') {
      const target = await findCase(queries, decision.into);
      if (
        decision.into === number ||
        target === undefined ||
        target.state === 'duplicate' ||
        target.state === 'withdrawn'
      ) {
        return 'unknown-target';
      }
    }
    const isTextPublic = 'withText' in decision ? decision.withText : stored.isTextPublic;
    await queries.query(
      `update report_case set state = $2, reason = $3, duplicate_of = $4, is_text_public = $5, changed_on = $6,
         answered_on = coalesce(answered_on, $6) where number = $1`,
      [
        number,
        STATE_AFTER[decision.act],
        decision.act === 'decline' ? decision.reason : null,
        decision.act === 'merge' ? decision.into : null,
        isTextPublic && decision.act !== 'decline',
        today,
      ],
    );
    if (decision.act === 'ask')
      await addMessage(queries, { number, author: 'desk', body: decision.question, today });
    const detail =
      decision.act === 'decline'
        ? { reason: decision.reason }
        : decision.act === 'merge'
          ? { into: decision.into }
          : {};
    await write(queries, { member, act: decision.act, number, detail, today });
    return 'done';
  }

  return {
    async queue(limit) {
      const rows = await database.query(
        `select ${CASE_COLUMNS} ${WAITING} order by ${PLACE} limit ${limit}`,
      );
      const queued: QueuedCase[] = [];
      for (const row of rows) queued.push(await show(database, StoredCase.parse(row)));
      return queued;
    },
    async waiting() {
      const rows = await database.query(`select count(*) ${WAITING}`);
      return Count.parse(rows[0]).count;
    },
    async placeOf(numbers) {
      const rows = await database.query(
        `select (state = 'published') as is_last, received_on, number ${WAITING} and number = any($1)
           order by ${BACKWARDS} limit 1`,
        [numbers],
      );
      return rows[0] && QueuePlace.parse(rows[0]);
    },
    async around(place) {
      const [previous, next] = await Promise.all([
        place && nearest(`(${PLACE}) < ($1::boolean, $2::date, $3)`, BACKWARDS, place),
        nearest(place && `(${PLACE}) > ($1::boolean, $2::date, $3)`, PLACE, place),
      ]);
      return { ...(previous && { previous }), ...(next && { next }) };
    },
    async show(number) {
      const stored = await findCase(database, number);
      return stored && show(database, stored);
    },
    decide: (number, decision, member, today) =>
      database.transaction(async (queries) => {
        const decided = await decide(queries, number, decision, { member, today });
        if (decided === 'done') await noteDecided(queries);
        return decided;
      }),
    declineAll: (numbers, reason, member, today) =>
      database.transaction(async (queries) => {
        const declined: string[] = [];
        // In one order, so that two who decline the same cases at once do not wait for each other.
        for (const number of numbers.toSorted()) {
          const decided = await decide(
            queries,
            number,
            { act: 'decline', reason },
            { member, today },
          );
          if (decided === 'done') declined.push(number);
        }
        if (declined.length > 0) await noteDecided(queries);
        return declined;
      }),
    note: (member, act, today, detail = {}) => write(database, { member, act, detail, today }),
    async log(limit) {
      const rows = await database.query(
        `select ordinal, done_on, member, act, number, detail from desk_log order by ordinal desc limit ${limit}`,
      );
      return rows.map((row) => LogEntry.parse(row));
    },
  };
}

/** A published experience can still be taken back; what else was decided is closed. */
function isOpen({ state }: StoredCase): boolean {
  return OPEN.includes(state);
}

async function write(
  queries: Queries,
  entry: {
    member: string;
    act: string;
    number?: string;
    detail: Record<string, string>;
    today: IsoDate;
  },
): Promise<void> {
  await queries.query(
    'insert into desk_log (done_on, member, act, number, detail) values ($1, $2, $3, $4, $5)',
    [entry.today, entry.member, entry.act, entry.number ?? null, JSON.stringify(entry.detail)],
  );
}
