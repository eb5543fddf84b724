import type * as z from 'zod';
import { FRESHNESS } from '../schema/assessment.ts';
import { METHODS, type Method } from '../schema/claim.ts';
import { earliestDay, type IsoDate } from '../schema/dates.ts';
import type { RegionScope } from '../schema/ids.ts';
import { CONFIDENCES, type Confidence } from '../schema/source.ts';
import type { IndexedClaim } from './claim-index.ts';
import { type FreshnessValue, freshnessOf } from './freshness.ts';

type MethodValue = z.infer<typeof Method>;

/** How well something is supported; all absent where nothing was needed or nothing is known. */
export type Support = {
  method?: MethodValue | undefined;
  confidence?: Confidence | undefined;
  freshness?: FreshnessValue | undefined;
};

/**
 * Orders two claims by strength, negative when `a` is the stronger: what is assumed yields to what is not, then
 * higher confidence, then the newer day it speaks for (undated last), then the narrower scope.
 */
export function compareStrength(
  a: { claim: IndexedClaim; scope: RegionScope },
  b: { claim: IndexedClaim; scope: RegionScope },
): number {
  const assumed =
    Number(a.claim.claim.method === 'assumed') - Number(b.claim.claim.method === 'assumed');
  if (assumed !== 0) return assumed;
  const confidence =
    CONFIDENCES.indexOf(a.claim.confidence) - CONFIDENCES.indexOf(b.claim.confidence);
  if (confidence !== 0) return confidence;
  const dayA = a.claim.observedOn === undefined ? '' : earliestDay(a.claim.observedOn);
  const dayB = b.claim.observedOn === undefined ? '' : earliestDay(b.claim.observedOn);
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return scopeSize(a.scope) - scopeSize(b.scope);
}

function scopeSize(scope: RegionScope): number {
  return scope === 'RU' ? Number.MAX_SAFE_INTEGER : scope.length;
}

/** Support that a set of deciding claims gives together: that of the weakest among them. */
export function summarise(claims: readonly IndexedClaim[], asOf: IsoDate): Support {
  return weakestSupport(
    claims.map((claim) => ({
      method: claim.claim.method,
      confidence: claim.confidence,
      freshness: freshnessOf(claim.observedOn, asOf),
    })),
  );
}

/** A chain is as strong as its weakest link: for findings that all have to hold. */
export function weakestSupport(supports: readonly Support[]): Support {
  return pickSupport(supports, (positions) => Math.max(...positions));
}

function pickSupport(supports: readonly Support[], pick: (positions: number[]) => number): Support {
  const at = <T extends string>(order: readonly T[], values: (T | undefined)[]): T | undefined =>
    order[pick(values.flatMap((value) => (value === undefined ? [] : order.indexOf(value))))];
  const method = at(
    METHODS,
    supports.map((support) => support.method),
  );
  const confidence = at(
    CONFIDENCES,
    supports.map((support) => support.confidence),
  );
  const freshness = at(
    FRESHNESS,
    supports.map((support) => support.freshness),
  );
  return {
    ...(method && { method }),
    ...(confidence && { confidence }),
    ...(freshness && { freshness }),
  };
}

/** For findings of which any single one suffices: the best supported of them. */
export function strongestSupport(supports: readonly Support[]): Support {
  return [...supports].sort((a, b) => rank(a) - rank(b))[0] ?? {};
}

function rank(support: Support): number {
  if (support.confidence === undefined) return CONFIDENCES.length;
  return CONFIDENCES.indexOf(support.confidence);
}
