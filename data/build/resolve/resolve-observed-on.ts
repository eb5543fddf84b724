import type { Claim } from '../../schema/claim.ts';
import { earliestDay, type PartialDate } from '../../schema/dates.ts';
import type { Source } from '../../schema/source.ts';

/**
 * Gives a claim without a day of its own the day of its newest dated source. A claim whose sources are all
 * undated stays without one: it is undated, and the freshness rule says so.
 */
export function resolveObservedOn<T extends Claim>(
  claim: T,
  sources: ReadonlyMap<string, Source>,
): T {
  if (claim.observedOn !== undefined) return claim;
  const days = claim.sourceIds
    .map((id) => sources.get(id)?.observedOn)
    .filter((day): day is PartialDate => day !== undefined);
  const newest = days.toSorted((a, b) => (earliestDay(a) < earliestDay(b) ? -1 : 1)).at(-1);
  return newest === undefined ? claim : { ...claim, observedOn: newest };
}
