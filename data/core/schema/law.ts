import * as z from 'zod';
import { Claim, OpenQuestion } from './claim.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

/** Citizenship as far as the law on communications treats people differently. */
export const CITIZENSHIPS = ['russian', 'foreign'] as const;
export const Citizenship = z.enum(CITIZENSHIPS);
export type Citizenship = z.infer<typeof Citizenship>;

const ruleDates = {
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  claimIds: z.array(Slug).min(1),
};

/** What the rule core applies; a law without rules is background that pages show. */
export const LawRule = z.discriminatedUnion('kind', [
  /** At most `limit` numbers for one holder over all operators. */
  z.strictObject({
    kind: z.literal('number-cap'),
    citizenship: Citizenship,
    limit: z.int().positive(),
    ...ruleDates,
  }),
  /** Contracts only in an office, with these requirements. */
  z.strictObject({
    kind: z.literal('in-person-only'),
    citizenship: Citizenship,
    documents: z.array(z.enum(['passport', 'snils', 'gosuslugi', 'biometrics'])).min(1),
    declareImei: z.boolean(),
    ...ruleDates,
  }),
  /** Youngest age at which a person holds a number. */
  z.strictObject({
    kind: z.literal('minimum-age'),
    years: z.int().positive(),
    /** Only for people of this citizenship; for all where absent. */
    citizenship: Citizenship.optional(),
    ...ruleDates,
  }),
  /** Up to this age, in whole years, a person who may hold a number signs with the consent of a parent. */
  z.strictObject({
    kind: z.literal('parent-consent'),
    upToYears: z.int().positive(),
    ...ruleDates,
  }),
  /** Relatives who may use a holder's number. */
  z.strictObject({
    kind: z.literal('handover'),
    allowedTo: z.array(z.string()).min(1),
    ...ruleDates,
  }),
]);
export type LawRule = z.infer<typeof LawRule>;

/**
 * How far a law has come. `signed-not-in-force`: a source says that it begins later; `signed-date-unknown`: it is
 * signed, and nobody has found since when it binds or will.
 */
const LAW_STATUSES = [
  'in-force',
  'signed-not-in-force',
  'signed-date-unknown',
  'bill',
  'discussion',
  'superseded',
] as const;

/** One legal matter that touches a family: its status, its rules and the claims behind them. */
export const Law = z.strictObject({
  id: Slug,
  title: LocalizedText,
  summary: LocalizedText,
  status: z.enum(LAW_STATUSES),
  /** Day on which it was signed, where a source tells. */
  signedOn: IsoDate.optional(),
  inForceFrom: IsoDate.optional(),
  rules: z.array(LawRule).default([]),
  claims: z.array(Claim).default([]),
  openQuestions: z.array(OpenQuestion).default([]),
});
export type Law = z.infer<typeof Law>;
