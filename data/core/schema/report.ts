import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { Language } from './localized-text.ts';

/** What a family asked for or tried. */
export const Tried = z.enum([
  /** One package of minutes or gigabytes for several lines. */
  'bundle',
  /** One member pays for the lines of others, each with a plan of its own. */
  'payer',
  /** An eSIM profile for a line that joins a shared plan. */
  'esim-member',
  'watch',
  'child',
  'foreign',
  'move-number',
]);
export type Tried = z.infer<typeof Tried>;

/** How it went: two outcomes are deeds, two are words of the operator, one is neither. */
export const Outcome = z.enum(['worked', 'refused', 'told-yes', 'told-no', 'unclear']);
export type Outcome = z.infer<typeof Outcome>;

/** Where they asked. */
export const ReportChannel = z.enum([
  'shop',
  'phone',
  'chat',
  'app',
  'account',
  'site',
  'sms',
  'ussd',
]);
export type ReportChannel = z.infer<typeof ReportChannel>;

/** Calendar month, `2026-03`. */
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'expected a month such as 2026-03' });

/** Most characters (code points) of each text that a sender writes. */
export const MAX_TEXT_LENGTH = 500;

/** A text of a sender: characters are counted as people see them, not as UTF-16 does. */
export const ReportText = z
  .string()
  .trim()
  .min(1, { error: `expected 1 to ${MAX_TEXT_LENGTH} characters` })
  .refine((text) => [...text].length <= MAX_TEXT_LENGTH, {
    error: `expected 1 to ${MAX_TEXT_LENGTH} characters`,
  });

/** Identifiers of facts; longer than any in the data is refused before it is looked up. */
const FactId = Slug.max(120);

/** "I asked, I tried": what was tried, where, and how it went. */
export const Experience = z.strictObject({
  kind: z.literal('experience'),
  regionId: RegionId,
  operatorId: FactId,
  planId: FactId.optional(),
  tried: Tried,
  outcome: Outcome,
  channel: ReportChannel.optional(),
  month: Month,
  text: ReportText.optional(),
  lang: Language,
});
export type Experience = z.infer<typeof Experience>;

/** The kinds of facts that a correction can be about. */
export const SUBJECT_KEYS = ['claimId', 'contactId', 'placeId', 'deviceId'] as const;
export type SubjectKey = (typeof SUBJECT_KEYS)[number];

/** Identifier of a claim, contact, place or device; places have numbers, devices codes. */
const SubjectId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/, { error: 'expected the id of a fact' });

/** One fact is wrong: what it says, what is right, where that can be read. */
export const Correction = z
  .strictObject({
    kind: z.literal('correction'),
    claimId: SubjectId.optional(),
    contactId: SubjectId.optional(),
    placeId: SubjectId.optional(),
    deviceId: SubjectId.optional(),
    wrong: ReportText,
    right: ReportText,
    sourceUrl: z
      .url({ protocol: /^https?$/, error: 'expected an address that begins with https://' })
      .max(500)
      .optional(),
    lang: Language,
  })
  .refine((report) => SUBJECT_KEYS.filter((key) => report[key] !== undefined).length === 1, {
    error: `expected exactly one of ${SUBJECT_KEYS.join(', ')}`,
  });
export type Correction = z.infer<typeof Correction>;

/** What a sender reports. */
export const Report = z.discriminatedUnion('kind', [Experience, Correction]);
export type Report = z.infer<typeof Report>;

/** The fact that a correction is about. */
export function subjectOf(report: Correction): { key: SubjectKey; id: string } {
  for (const key of SUBJECT_KEYS) {
    const id = report[key];
    if (id !== undefined) return { key, id };
  }
  throw new Error('a correction names one fact: its schema says so');
}

/** Below it there is no number, only that somebody reported something. */
export const MIN_COUNTED = 3;
/** Below it a number is marked as resting on few reports. */
export const MIN_MANY = 5;

/** How often each outcome was reported; outcomes that nobody reported are absent. */
export const OutcomeCounts = z.partialRecord(Outcome, z.int().min(1));
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const subject = { regionId: RegionId, operatorId: Slug, tried: Tried };

/** What families reported of one question with one operator in one region. It stands beside a verdict and never changes it. */
export const ExperienceCount = z.discriminatedUnion('size', [
  /** One or two reports: no number and no outcome, so that nobody is recognised and nothing looks like a trend. */
  z.strictObject({ ...subject, size: z.literal('some') }),
  z.strictObject({
    ...subject,
    size: z.enum(['few', 'many']),
    total: z.int().min(MIN_COUNTED),
    outcomes: OutcomeCounts,
    /** First and last month that the reports speak of. */
    since: Month,
    until: Month,
    /** Quarters with enough reports of their own, `2026-Q1`. */
    quarters: z.array(
      z.strictObject({
        quarter: z.string().regex(/^20\d\d-Q[1-4]$/),
        total: z.int().min(MIN_COUNTED),
        outcomes: OutcomeCounts,
      }),
    ),
  }),
]);
export type ExperienceCount = z.infer<typeof ExperienceCount>;

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
