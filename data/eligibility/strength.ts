import { earliestDay, type IsoDate } from '../schema/dates.ts';
import { FRESHNESS, type Freshness } from '../schema/freshness.ts';
import { type RegionScope, scopeSize } from '../schema/ids.ts';
import { METHODS, type Method } from '../schema/method.ts';
import { CONFIDENCES, type Confidence } from '../schema/source.ts';
import type { IndexedClaim } from './claim-index.ts';

/** How well something is supported; all absent where nothing was needed or nothing is known. */
export type Support = {
  method?: Method | undefined;
  confidence?: Confidence | undefined;
  freshness?: Freshness | undefined;
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

/** Support that a set of deciding claims gives together: that of the weakest among them. */
export function summarise(claims: readonly IndexedClaim[], asOf: IsoDate): Support {
  return weakestSupport(
    claims.map((claim) => ({
      method: claim.claim.method,
      confidence: claim.confidence,
      freshness: claim.age(asOf).freshness,
    })),
  );
}

/** A chain is as strong as its weakest link: for findings that all have to hold. */
export function weakestSupport(supports: readonly Support[]): Support {
  const weakest = <T extends string>(
    order: readonly T[],
    read: (support: Support) => T | undefined,
  ) => {
    let position = -1;
    for (const support of supports) {
      const value = read(support);
      if (value !== undefined) position = Math.max(position, order.indexOf(value));
    }
    return order[position];
  };
  const method = weakest(METHODS, (support) => support.method);
  const confidence = weakest(CONFIDENCES, (support) => support.confidence);
  const freshness = weakest(FRESHNESS, (support) => support.freshness);
  return {
    ...(method && { method }),
    ...(confidence && { confidence }),
    ...(freshness && { freshness }),
  };
}

/** For findings of which any single one suffices: the best supported of them. */
export function strongestSupport(supports: readonly Support[]): Support {
  return weakestSupport([...supports].sort((a, b) => rank(a) - rank(b)).slice(0, 1));
}

function rank(support: Support): number {
  if (support.confidence === undefined) return CONFIDENCES.length;
  return CONFIDENCES.indexOf(support.confidence);
}
