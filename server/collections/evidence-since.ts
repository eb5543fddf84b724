import type { Dataset } from '../../data/schema/dataset.ts';
import { earliestDay, type IsoDate } from '../../data/schema/dates.ts';
import { coversRegion } from '../../data/schema/ids.ts';

/**
 * First day that any evidence speaks for: of one operator in one region, of all operators in a region, or of
 * all in all. Before it nothing was known, so `datetime` finds nothing. `undefined`: no dated evidence.
 */
export function evidenceSince(
  dataset: Dataset,
  scope: { regionId?: string; operatorId?: string } = {},
): IsoDate | undefined {
  const { regionId, operatorId } = scope;
  let first: IsoDate | undefined;
  for (const operator of dataset.operators) {
    if (operatorId !== undefined && operator.id !== operatorId) continue;
    for (const claim of operator.claims) {
      if (regionId !== undefined && !coversRegion(claim.regionIds, regionId)) continue;
      const date = claim.validFrom ?? claim.observedOn;
      if (date === undefined) continue;
      const day = earliestDay(date);
      if (first === undefined || day < first) first = day;
    }
  }
  return first;
}
