import * as z from 'zod';

/** The four verdicts from worst to best. The order is the combination table: a verdict is the minimum over its axes. */
export const VERDICTS = ['no', 'unknown', 'partial', 'yes'] as const;

/** What can be said of one question: `unknown` is an answer of its own and never stands for `no`. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** Position of a verdict in the order `no < unknown < partial < yes`. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/**
 * How well a value is known for one region, from best to worst. It stands beside every value, so that "probably not" is
 * never read as "certainly not".
 */
export const SUPPORTS = [
  /** The operator, the state or a register says so for this region or the whole country, and not long ago. */
  'stated',
  /** Evidence about this very region, but weaker or undated; or a conclusion from `stated` evidence. */
  'reported',
  /** Evidence about the whole country that names no region. */
  'countrywide',
  /** Somebody says so, or says so of another region: not enough to decide anything. */
  'lead',
  /** Nothing was found. */
  'none',
] as const;
export const Support = z.enum(SUPPORTS);
export type Support = z.infer<typeof Support>;

/** Position of a support from `stated` (0) to `none`; the absent one, where nothing rests on evidence, comes first. */
export function supportRank(support: Support | undefined): number {
  return support === undefined ? -1 : SUPPORTS.indexOf(support);
}

/**
 * Where the sources of a finding speak of: `own`, of the very regions that it names; `country`, of the whole country or of
 * it without naming regions (a generated list of regions is `country`, too); `elsewhere`, of another region, market or
 * country, from which it was carried over.
 */
export const REACHES = ['own', 'country', 'elsewhere'] as const;
export const Reach = z.enum(REACHES);
export type Reach = z.infer<typeof Reach>;
