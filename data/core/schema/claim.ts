import * as z from 'zod';
import { Condition } from './condition.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { DeviceKind } from './device.ts';
import { RegionId, RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Axis, Method, Reach } from './verdict.ts';

/** How much weight a source carries, from most to least. */
export const CONFIDENCES = ['official', 'register', 'press', 'secondary'] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof Confidence>;

/** One cited document: `official` (operator, state), `register`, `press`, `secondary` (dealer, aggregator, forum, code). */
export const Source = z.strictObject({
  id: Slug,
  title: z.string().trim().min(1),
  publisher: z.string().trim().min(1),
  /** Who speaks, as an id: documents of one publisher count once where independent ones are counted. */
  publisherId: Slug.optional(),
  // RFC 3986 2: an address is of ASCII alone; readers that check `format: uri` refuse anything else.
  url: z.url({ protocol: /^https?$/ }).refine((url) => /^[\x21-\x7e]+$/.test(url), {
    error: 'expected an address in ASCII, other characters percent-encoded',
  }),
  confidence: Confidence,
  /** Day the document speaks for (publication, or last reading of a live page); absent when the document is undated. */
  observedOn: PartialDate.optional(),
  /** Present where `observedOn` is no date of the document: it then counts as undated. */
  datedBy: z.enum(['copyright-line', 'repository-year', 'file-year']).optional(),
  /** The document that this one repeats; it is no evidence of its own. */
  copyOf: Slug.optional(),
  /** Taken from an archive, of the web or of the publisher's own: it no longer speaks for what is on sale. */
  archived: z.literal(true).optional(),
  /** Regions that the document speaks of, where it is not the whole country: a claim of more is of `elsewhere`. */
  regionIds: RegionScope.optional(),
  language: z.string().min(2).optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** Age of evidence by the day it speaks for; thresholds in `data/core/eligibility/claims/freshness.ts`. */
export const FRESHNESS = ['current', 'ageing', 'old', 'undated'] as const;
export const Freshness = z.enum(FRESHNESS);
export type Freshness = z.infer<typeof Freshness>;

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
