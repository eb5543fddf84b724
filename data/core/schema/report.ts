import * as z from 'zod';
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
