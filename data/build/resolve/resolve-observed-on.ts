import { weighSources } from '../../eligibility/weigh-sources.ts';
import type { Claim } from '../../schema/claim.ts';
import type { Source } from '../../schema/source.ts';

/**
 * Gives a claim without a day of its own the day that its sources speak for together. A claim whose sources give none
 * stays without one: it is undated, and the freshness rule says so.
 */
export function resolveObservedOn<T extends Claim>(
  claim: T,
  sources: ReadonlyMap<string, Source>,
): T {
  if (claim.observedOn !== undefined) return claim;
  const cited = claim.sourceIds.flatMap((id) => sources.get(id) ?? []);
  const { observedOn } = weighSources(claim.method, cited);
  return observedOn === undefined ? claim : { ...claim, observedOn };
}
