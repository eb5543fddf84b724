import * as z from 'zod';
import { Claim, OpenQuestion, TariffArea } from './claim.ts';
import { PartialDate } from './dates.ts';
import { RegionId, RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Plan } from './plan.ts';

/** Ways to reach an operator. Codes here, words in `client/i18n`. */
const CONTACT_KINDS = [
  /** Free from every phone inside Russia. */
  'phone-free',
  /** From a number of this operator only. */
  'phone-short',
  /** From abroad. */
  'phone-abroad',
  /** Name of the operator's app, as its users know it. */
  'app',
  /** Address of a chat, or the name of the service and the number in it. */
  'chat',
  'shops-url',
  'esim-url',
  'family-url',
  /** Short command that is dialled. */
  'ussd',
] as const;
export const ContactKind = z.enum(CONTACT_KINDS);
export type ContactKind = z.infer<typeof ContactKind>;

/** One way to reach an operator, as a source tells it. */
export const Contact = z.strictObject({
  kind: ContactKind,
  value: z.string().trim().min(1),
  regions: RegionScope,
  sourceId: Slug,
  /** Day it was seen; absent where it is that of the source. A built dataset has null where both are undated. */
  observedOn: PartialDate.optional(),
});
export type Contact = z.infer<typeof Contact>;

/** Mobile country code 250 and network code; text, because `01` is not `1` (ITU-T E.212). */
const Plmn = z.string().regex(/^250-\d{2}$/);

/** A place inside a region, or a region inside the country, where the operator's terms differ. */
export const LocalException = z.strictObject({
  id: Slug,
  name: LocalizedText,
  regionId: RegionId,
  /** True when the exception is the whole region. */
  wholeRegion: z.boolean(),
  effect: LocalizedText,
  /** Settlements that it holds for; empty where it is the whole region. */
  settlements: z
    .array(
      z.strictObject({
        name: LocalizedText,
        /** GeoNames id. */
        placeId: z.int().optional(),
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
      }),
    )
    .default([]),
  /** How far from one of them its terms are taken to hold. */
  withinKm: z.number().positive().default(50),
  claimIds: z.array(Slug).min(1),
});
export type LocalException = z.infer<typeof LocalException>;

/** Values that a virtual operator takes over from its host by reference, claim by claim. */
const Inheritance = z.strictObject({
  fromOperatorId: Slug,
  claimIds: z.array(Slug).min(1),
  reason: LocalizedText,
});

/** Everything known about one operator, as its maintainers write it. */
export const Operator = z.strictObject({
  id: Slug,
  brand: LocalizedText,
  legalName: z.string().optional(),
  /** Tax numbers (ИНН) under which the numbering register lists it. */
  taxIds: z.array(z.string().regex(/^\d{10}$/)).default([]),
  kind: z.enum(['mno', 'mvno']),
  /** Network a virtual operator runs on; `unknown` when no source names it. */
  hostOperatorId: z.union([Slug, z.literal('unknown')]).optional(),
  hostClaimIds: z.array(Slug).default([]),
  website: z.url().optional(),
  contacts: z.array(Contact).default([]),
  plmns: z.array(z.strictObject({ plmn: Plmn, claimIds: z.array(Slug).min(1) })).default([]),
  /** `consumer`: sells to families; `machine`: numbers for machines only; never assessed for a household. */
  market: z.enum(['consumer', 'machine']).default('consumer'),
  /** First day on which the operator no longer exists; the entry stays. */
  retiredOn: PartialDate.optional(),
  tariffAreas: z.array(TariffArea).default([]),
  localExceptions: z.array(LocalException).default([]),
  inherits: z.array(Inheritance).default([]),
  plans: z.array(Plan).default([]),
  claims: z.array(Claim).default([]),
  openQuestions: z.array(OpenQuestion).default([]),
});
export type Operator = z.infer<typeof Operator>;
