import type { Dataset } from '../../schema/dataset.ts';
import { type IsoDate, isValidOn } from '../../schema/dates.ts';
import type { Household } from '../../schema/household.ts';
import { coversRegion } from '../../schema/ids.ts';
import type { Restriction } from '../../schema/restriction.ts';
import { contractRegions } from '../household.ts';

/**
 * Whether a restriction is to be listed on a day. One whose end no source tells is listed up to the last day that
 * one reports: afterwards nobody knows of it, which is not to say that it was over.
 */
export function restrictionHolds(
  { from, to, lastReportedOn }: Pick<Restriction, 'from' | 'to' | 'lastReportedOn'>,
  day: IsoDate,
): boolean {
  if (lastReportedOn !== undefined && day > lastReportedOn) return false;
  return isValidOn({ validFrom: from, validTo: to }, day);
}

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
