import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { Household } from '../schema/household.ts';
import { coversRegion } from '../schema/ids.ts';
import { contractRegions } from './axis-context.ts';
import { restrictionHolds } from './restriction-holds.ts';

/** Ids of the restrictions in force on a day where the family's contracts are, or where it is now. */
export function restrictionsHere(
  restrictions: Dataset['restrictions'],
  household: Household,
  day: IsoDate,
): string[] {
  const here = household.presentRegionId === undefined ? [] : [household.presentRegionId];
  const places = [...contractRegions(household), ...here];
  return restrictions
    .filter((restriction) => restrictionHolds(restriction, day))
    .filter((restriction) => places.some((id) => coversRegion(restriction.regionIds, id)))
    .map((restriction) => restriction.id);
}
