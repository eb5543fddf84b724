import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';

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

/** How a claim was come by: the source says it, it was counted, we conclude it, or we suppose it and say so. */
export const METHODS = ['stated', 'measured', 'inferred', 'assumed'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

/** Age of evidence by the day it speaks for; thresholds in `data/core/eligibility/claims/freshness.ts`. */
export const FRESHNESS = ['current', 'ageing', 'old', 'undated'] as const;
export const Freshness = z.enum(FRESHNESS);
export type Freshness = z.infer<typeof Freshness>;
