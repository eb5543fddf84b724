import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { IsoDate } from '../../../data/core/schema/dates.ts';
import {
  CaseNumber,
  CaseState,
  Correction,
  DeclineReason,
  Experience,
  type PublicCase,
  SourceChange,
  subjectOf,
} from '../../../data/core/schema/report.ts';
import type { Queries } from './database.ts';

/** What a case is about, as it is stored. */
export const StoredReport = z.discriminatedUnion('kind', [Experience, Correction, SourceChange]);
export type StoredReport = z.infer<typeof StoredReport>;

/** Columns of a case that everybody or the desk may see; never the hash of the key. */
export const CASE_COLUMNS =
  'number, state, reason, duplicate_of, received_on, due_on, answered_on, changed_on, report, is_text_public';

/** A case as the desk sees it. `report` and the days are absent after a withdrawal. */
export const StoredCase = z
  .object({
    number: CaseNumber,
    state: CaseState,
    reason: DeclineReason.nullable(),
    duplicate_of: CaseNumber.nullable(),
    received_on: IsoDate.nullable(),
    due_on: IsoDate.nullable(),
    answered_on: IsoDate.nullable(),
    changed_on: IsoDate.nullable(),
    report: StoredReport.nullable(),
    is_text_public: z.boolean(),
  })
  .transform((row) => ({
    number: row.number,
    state: row.state,
    reason: row.reason ?? undefined,
    duplicateOf: row.duplicate_of ?? undefined,
    receivedOn: row.received_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    answeredOn: row.answered_on ?? undefined,
    changedOn: row.changed_on ?? undefined,
    report: row.report ?? undefined,
    isTextPublic: row.is_text_public,
  }));
export type StoredCase = z.infer<typeof StoredCase>;

/** A question of the desk or an answer of the sender. */
export const Message = z
  .object({ author: z.enum(['desk', 'sender']), written_on: IsoDate, body: z.string() })
  .transform(({ author, written_on, body }) => ({ author, writtenOn: written_on, body }));
export type Message = z.infer<typeof Message>;

/** What everybody may see of a case: choices and days; texts only where the desk published them. */
export function publicCase(stored: StoredCase): PublicCase {
  const { number, state, reason, duplicateOf, receivedOn, dueOn, answeredOn, changedOn } = stored;
  return {
    case: number,
    state,
    ...(reason && { reason }),
    ...(duplicateOf && { duplicateOf }),
    ...(receivedOn && { receivedOn }),
    ...(dueOn && { dueOn }),
    ...(answeredOn && { answeredOn }),
    ...(changedOn && { changedOn }),
    ...(stored.report && publicReport(stored.report, stored.isTextPublic)),
  };
}

function publicReport(report: StoredReport, isTextPublic: boolean): Partial<PublicCase> {
  if (report.kind === 'experience') {
    const { lang, text, ...choices } = report;
    return isTextPublic && text !== undefined ? { ...choices, text, lang } : choices;
  }
  if (report.kind === 'source-change') {
    const { kind, sourceId, change, claimIds } = report;
    return { kind, subject: { key: 'sourceId', id: sourceId }, change, claimIds };
  }
  const { kind, wrong, right, sourceUrl, lang } = report;
  const subject = subjectOf(report);
  if (!isTextPublic) return { kind, subject };
  return { kind, subject, wrong, right, ...(sourceUrl && { sourceUrl }), lang };
}

/** What a report is limited and merged by. */
export function subjectText(report: StoredReport): string {
  if (report.kind === 'experience') {
    return ['experience', report.regionId, report.operatorId, report.tried].join(' ');
  }
  if (report.kind === 'source-change') return `sourceId ${report.sourceId}`;
  const { key, id } = subjectOf(report);
  return `${key} ${id}`;
}

/** A row that counts others. */
export const Count = z.object({ count: z.number() });

/** A case by its number. */
export async function findCase(queries: Queries, number: string): Promise<StoredCase | undefined> {
  const rows = await queries.query(`select ${CASE_COLUMNS} from report_case where number = $1`, [
    number,
  ]);
  return rows[0] === undefined ? undefined : StoredCase.parse(rows[0]);
}

/** Lets no other transaction change a case before this one ends. */
export async function lockCase(queries: Queries, number: string): Promise<void> {
  await queries.query('select 1 from report_case where number = $1 for update', [number]);
}

/** Notes that something changed of the cases that the desk has seen, so that what was made of them is made anew. */
export async function noteDecided(queries: Queries): Promise<void> {
  await queries.query(
    `insert into setting (name, value) values ('decided', $1)
     on conflict (name) do update set value = excluded.value`,
    [randomUUID()],
  );
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
