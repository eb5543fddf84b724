import {
  type Claim,
  CONFIDENCES,
  type Confidence,
  type Finding,
  type Freshness,
  type Source,
} from '../../schema/claim.ts';
import { earliestDay, type PartialDate } from '../../schema/dates.ts';
import type { RegionScope } from '../../schema/ids.ts';
import {
  type Method,
  type Reach,
  SUPPORTS,
  type Support,
  supportRank,
  type Verdict,
  verdictRank,
} from '../../schema/verdict.ts';

/**
 * What one piece of evidence can carry: `full` stands as it is; `partial` is at most `partial`, with a question to the
 * operator, and a negative one is a "probably not"; a `lead` neither lifts above `unknown` nor sinks to `no`.
 */
export const CARRIES = ['full', 'partial', 'lead'] as const;
export type Carry = (typeof CARRIES)[number];

const OF_AUTHORITY = {
  current: 'full',
  ageing: 'full',
  old: 'partial',
  undated: 'partial',
} as const;

/** Weight of a source x age of what it says; the one place where the two meet. */
export const CARRY: Readonly<Record<Confidence, Readonly<Record<Freshness, Carry>>>> = {
  official: OF_AUTHORITY,
  register: OF_AUTHORITY,
  press: { current: 'full', ageing: 'partial', old: 'partial', undated: 'lead' },
  secondary: { current: 'partial', ageing: 'partial', old: 'lead', undated: 'lead' },
};

/** The heaviest of several, on any one of which a statement stands; the lightest of the premises of a conclusion. */
export function joinCarries(carries: readonly Carry[], needsAll: boolean): Carry {
  const ranks = carries.map((carry) => CARRIES.indexOf(carry));
  const rank = needsAll ? Math.max(...ranks) : Math.min(...ranks);
  return CARRIES[rank] ?? 'lead';
}

/** How a finding weighs in one region on one day. */
export type Weight = { carry: Carry; support: Support };

/**
 * Weighs a finding: a lead where its sources carry no more or speak of elsewhere; `stated` where an authority says so, not long
 * ago; else as near as its sources are.
 *
 * @param carry of the claim's sources together
 * @param isAuthority whether a page of the operator or the state, a register or a law says so in full
 */
export function weigh(carry: Carry, isAuthority: boolean, reach: Reach): Weight {
  if (carry === 'lead' || reach === 'elsewhere') return { carry: 'lead', support: 'lead' };
  if (carry === 'full' && isAuthority) return { carry, support: 'stated' };
  return { carry, support: reach === 'own' ? 'reported' : 'countrywide' };
}

/**
 * Where a finding's sources speak of. Older datasets do not say it: there a count of a register is the region's own, a
 * conclusion for the whole country was drawn from elsewhere, and a list of regions is taken at its word.
 */
export function reachOf(
  claim: Pick<Claim, 'reach' | 'method' | 'regionIds' | 'derivesPresence'>,
  finding?: Pick<Finding, 'reach' | 'regionIds'>,
): Reach {
  const given = finding?.reach ?? claim.reach;
  if (given !== undefined) return given;
  const scope: RegionScope = finding?.regionIds ?? claim.regionIds;
  if (claim.derivesPresence || scope !== 'RU') return 'own';
  return claim.method === 'inferred' ? 'elsewhere' : 'country';
}

/** The best of several supports; `none` of none. */
export function bestSupport(supports: readonly Support[]): Support {
  return SUPPORTS.find((support) => supports.includes(support)) ?? 'none';
}

/** The weakest of several supports; `none` of none. */
export function weakestSupport(supports: readonly Support[]): Support {
  return SUPPORTS.findLast((support) => supports.includes(support)) ?? 'none';
}

/** A value with how well it is known. */
type Known = { value: Verdict; support?: Support | undefined };

/**
 * Support of a whole that needs all of its parts (a plan its axes, an axis its regions), of which some rest on no evidence: of
 * a `no` the best, since one is enough; of an `unknown` a lead where one of the unknown parts has any; else the weakest.
 * `undefined` where nothing rests on evidence.
 */
export function supportOfAll(value: Verdict, parts: readonly Known[]): Support | undefined {
  if (value === 'unknown') return leadIn(parts);
  const resting = parts.filter((part) => value !== 'no' || part.value === 'no');
  const supports = resting.flatMap(({ support }) => support ?? []);
  if (supports.length === 0) return undefined;
  return value === 'no' ? bestSupport(supports) : weakestSupport(supports);
}

/**
 * Support of a choice between alternatives (a region its operators, an operator its plans): of a `no` the weakest, since all
 * of them have to fail; of an `unknown` a lead where one of them has any; else that of the best.
 */
export function supportOfAny(value: Verdict, alternatives: readonly Known[]): Support {
  if (value === 'unknown') return leadIn(alternatives);
  const supports = alternatives
    .filter((alternative) => alternative.value === value)
    .map(({ support }) => support ?? 'none');
  return value === 'no' ? weakestSupport(supports) : bestSupport(supports);
}

function leadIn(parts: readonly Known[]): Support {
  return parts.some(({ value, support }) => value === 'unknown' && support === 'lead')
    ? 'lead'
    : 'none';
}

/** Orders by value and then by support, the better first. */
export function compareKnown(a: Known, b: Known): number {
  return (
    verdictRank(b.value) - verdictRank(a.value) || supportRank(a.support) - supportRank(b.support)
  );
}

/** How much weight sources carry together: that of the strongest, since a weaker one takes nothing away. */
export function strongestConfidence(
  sources: readonly Pick<Source, 'confidence'>[],
): Confidence | undefined {
  return CONFIDENCES.find((confidence) =>
    sources.some((source) => source.confidence === confidence),
  );
}

/** Day that a source speaks for; none where its only date is the year of a repository, a file or a copyright line. */
export function dayOf({ observedOn, datedBy }: Weighed): PartialDate | undefined {
  return datedBy === undefined ? observedOn : undefined;
}

type Weighed = Pick<Source, 'confidence' | 'observedOn' | 'datedBy'>;

/** What the sources of a claim come to: its weight, and the day it speaks for; without one it is undated. */
type SourceWeight = { confidence: Confidence; observedOn: PartialDate | undefined };

/**
 * Weighs the sources of one claim together. What is stated or counted stands on any one of them: the strongest and
 * newest counts, and a further, weaker source takes nothing away. A conclusion needs all of its premises: it is as
 * weak as the weakest, as old as the oldest, and undated if one of them is.
 */
export function weighSources(method: Method, cited: readonly Weighed[]): SourceWeight {
  const needsAll = method === 'inferred';
  const ranks = cited.map(({ confidence }) => CONFIDENCES.indexOf(confidence));
  const rank = needsAll ? Math.max(...ranks) : Math.min(...ranks);
  const days = cited
    .flatMap((source) => dayOf(source) ?? [])
    .toSorted((a, b) => (earliestDay(a) < earliestDay(b) ? -1 : 1));
  const isUndated = needsAll && days.length < cited.length;
  return {
    confidence: CONFIDENCES[rank] ?? 'secondary',
    observedOn: isUndated ? undefined : days.at(needsAll ? 0 : -1),
  };
}
