import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { Language } from './localized-text.ts';
import { ExperienceCount, Month, Outcome, ReportChannel, SUBJECT_KEYS, Tried } from './report.ts';

/** Public number of a case, `26-7K3M-4`; the characters are those of `reports/case-number.ts`. */
export const CaseNumber = z.string().regex(/^\d{2}-[0-9A-HJKMNP-TVXYZ]{4}-[0-9A-HJKMNP-TVXYZ]$/, {
  error: 'expected a case number such as 26-7K3M-4',
});
export type CaseNumber = z.infer<typeof CaseNumber>;

export const CaseState = z.enum([
  'received',
  /** Seen by the desk and public; a correction in it is an open dispute. */
  'published',
  'accepted',
  'declined',
  'duplicate',
  'needs-evidence',
  'withdrawn',
]);
export type CaseState = z.infer<typeof CaseState>;

export const DeclineReason = z.enum([
  'no-source',
  'source-says-otherwise',
  'already-so',
  'out-of-scope',
  'not-understood',
  'personal-data',
  'spam',
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** A report of a family, a correction, or a source that was seen to change. */
export const CaseKind = z.enum(['experience', 'correction', 'source-change']);
export type CaseKind = z.infer<typeof CaseKind>;

/** The fact that a case is about. */
const CaseSubject = z.strictObject({
  key: z.enum([...SUBJECT_KEYS, 'sourceId']),
  id: z.string(),
});

/** A watched source that changed or went away: a case of the desk's own. */
export const SourceChange = z.strictObject({
  kind: z.literal('source-change'),
  sourceId: Slug,
  change: z.enum(['changed', 'gone', 'moved']),
  /** What changed, in words taken from the page. */
  difference: z.string().max(10_000),
  claimIds: z.array(z.string()),
});
export type SourceChange = z.infer<typeof SourceChange>;

/** What everybody may know of a case. Texts are there only where the desk published them; a withdrawn case has number and state. */
export const PublicCase = z.strictObject({
  case: CaseNumber,
  state: CaseState,
  kind: CaseKind.optional(),
  reason: DeclineReason.optional(),
  duplicateOf: CaseNumber.optional(),
  receivedOn: IsoDate.optional(),
  /** Day by which the first answer is due. */
  dueOn: IsoDate.optional(),
  /** Day of the first answer. */
  answeredOn: IsoDate.optional(),
  /** Day of the last change of state. */
  changedOn: IsoDate.optional(),
  subject: CaseSubject.optional(),
  regionId: RegionId.optional(),
  operatorId: Slug.optional(),
  planId: Slug.optional(),
  tried: Tried.optional(),
  outcome: Outcome.optional(),
  channel: ReportChannel.optional(),
  month: Month.optional(),
  text: z.string().optional(),
  wrong: z.string().optional(),
  right: z.string().optional(),
  sourceUrl: z.string().optional(),
  lang: Language.optional(),
  change: SourceChange.shape.change.optional(),
  claimIds: z.array(z.string()).optional(),
});
export type PublicCase = z.infer<typeof PublicCase>;

/** Whether the first answer of the desk is late on a day. */
export function isOverdue({ state, dueOn, answeredOn }: PublicCase, today: IsoDate): boolean {
  return state === 'received' && answeredOn === undefined && dueOn !== undefined && dueOn < today;
}

/** An open correction, as it marks its claim everywhere. */
export const Dispute = z.strictObject({ case: CaseNumber, since: IsoDate, dueOn: IsoDate });
export type Dispute = z.infer<typeof Dispute>;

/** States in which a correction marks its claim: the desk has seen it and not yet decided. */
const DISPUTING_STATES: readonly CaseState[] = ['published', 'needs-evidence'];

/** Days until the first answer to a case is due. */
export const DAYS_TO_ANSWER = 14;

/** The public part of the cases as it stands in the facts: `npm run desk:publish` writes it. */
export const PublishedReports = z.strictObject({
  publishedOn: IsoDate,
  /** Cases that the desk has seen, without what is still waiting for it. */
  cases: z.array(PublicCase),
  experiences: z.array(ExperienceCount),
});
export type PublishedReports = z.infer<typeof PublishedReports>;

/** Open corrections by the claim that they are about. */
export function disputesByClaim(cases: readonly PublicCase[]): Map<string, Dispute[]> {
  const disputes = new Map<string, Dispute[]>();
  for (const { case: number, kind, state, subject, receivedOn, dueOn } of cases) {
    if (kind !== 'correction' || !DISPUTING_STATES.includes(state)) continue;
    if (subject?.key !== 'claimId' || receivedOn === undefined || dueOn === undefined) continue;
    const dispute = { case: number, since: receivedOn, dueOn };
    disputes.set(subject.id, [...(disputes.get(subject.id) ?? []), dispute]);
  }
  return disputes;
}
