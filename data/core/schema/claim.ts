import * as z from 'zod';
import { Axis } from './axis.ts';
import { Condition } from './condition.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { DeviceKind } from './device.ts';
import { RegionId, RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Method } from './source.ts';
import { Reach } from './verdict.ts';

/** What a claim is about, for grouping on pages; it decides nothing. */
export const TOPICS = [
  'presence',
  'numbering',
  'network',
  'esim',
  'esim-channel',
  'family-plan',
  'family-terms',
  'companion',
  'home-region',
  'local-exception',
  'identity',
  'number-cap',
  'handover',
  'foreigners',
  'children',
  'imei',
  'contract',
  'portability',
  'cooling',
  'shutdown',
  'device',
  'history',
  'esim-policy',
  'anti-fraud',
  'calls',
  'sim-supply',
  'market',
] as const;
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

/** What a claim supports on one axis. A finding is never `unknown`: that is what the absence of findings means. */
export const Finding = z
  .strictObject({
    axis: Axis,
    value: z.enum(['no', 'partial', 'yes']),
    /** Narrower than the claim's own scope where the source says so. */
    regionIds: RegionScope.optional(),
    /** Only for this plan of the operator. */
    planId: Slug.optional(),
    /** Only for these kinds of device (axes `companion`, `device`). */
    deviceKinds: z.array(DeviceKind).min(1).optional(),
    conditions: z.array(Condition).default([]),
    /** Where its sources speak of, if that differs from the claim's. */
    reach: Reach.optional(),
  })
  .refine((finding) => finding.value !== 'partial' || finding.conditions.length > 0, {
    error: 'a partial finding needs at least one condition',
    path: ['conditions'],
  });
export type Finding = z.infer<typeof Finding>;

/** What one or more sources support about a subject, in our own words. */
export const Claim = z.strictObject({
  id: Slug,
  topic: Topic,
  statement: LocalizedText,
  sourceIds: z.array(Slug).min(1),
  method: Method,
  regionIds: RegionScope,
  /** Where the sources speak of; see `Reach`. Without it the core derives it from the method and the scope. */
  reach: Reach.optional(),
  findings: z.array(Finding).default([]),
  /** The build adds `presence` findings from the numbering register: `yes` where the operator holds numbers, else `no`. */
  derivesPresence: z.literal(true).optional(),
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  /**
   * Day the evidence speaks for; when absent, that of the newest dated source, or of an inferred claim the oldest;
   * absent there too, or for one of an inferred claim's sources: undated.
   */
  observedOn: PartialDate.optional(),
  checkedOn: IsoDate,
  /** Claims that this one replaces, wholly or in some regions: how contradictions are declared. */
  supersedes: z
    .array(z.strictObject({ claimId: Slug, regionIds: RegionScope.optional(), reason: z.string() }))
    .default([]),
  note: LocalizedText.optional(),
});
export type Claim = z.infer<typeof Claim>;

/** Regions that count as one home region, by an operator's terms or by the numbering register. */
export const TariffArea = z.strictObject({
  id: Slug,
  regionIds: z.array(RegionId).min(2),
  claimIds: z.array(Slug).min(1),
});
export type TariffArea = z.infer<typeof TariffArea>;

/** Something that was looked for and not found: the reason behind an `unknown`. */
export const OpenQuestion = z.strictObject({
  id: Slug,
  question: LocalizedText,
  /** Axes whose `unknown` this explains. */
  axes: z.array(Axis).default([]),
  regionIds: RegionScope,
  planId: Slug.optional(),
  /** `not-found`: searched without result; `not-searched`: nobody has looked yet. */
  status: z.enum(['not-found', 'not-searched', 'answered']),
  lookedOn: IsoDate,
  /** Claims that answered it since, where `answered`. */
  answeredBy: z.array(Slug).default([]),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/** Claims that belong to no single operator or law: devices, networks, the market, the regions themselves. */
export const Background = z.strictObject({
  id: Slug,
  title: LocalizedText,
  /** Regions that the numbering register keeps as one territory: numbers of theirs have one home region. */
  mergedTerritories: z.array(TariffArea).default([]),
  claims: z.array(Claim).default([]),
  openQuestions: z.array(OpenQuestion).default([]),
});
export type Background = z.infer<typeof Background>;
