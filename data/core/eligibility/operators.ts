import { greatCircleKm } from '../geo/distance.ts';
import type { Dataset, DatasetOperator } from '../schema/dataset.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Household } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';
import type { LocalException, Operator } from '../schema/operator.ts';

/** Whether a family can choose an operator on a day: it is neither for machines only nor gone by then. */
export function servesFamiliesOn(
  { market, retiredOn }: Pick<Operator, 'market' | 'retiredOn'>,
  day: IsoDate,
): boolean {
  return market === 'consumer' && isValidOn({ validTo: retiredOn }, day);
}

/**
 * The exception of an operator that a place falls under: the one with the nearest settlement, where that is within the exception's
 * distance and in one of the regions. `undefined` where none is, or no place is told.
 */
export function exceptionAt(
  { localExceptions }: Pick<Operator, 'localExceptions'>,
  regionIds: readonly RegionId[],
  place: Household['place'],
): LocalException | undefined {
  if (place === undefined) return undefined;
  const inRegions = localExceptions.filter(({ regionId }) => regionIds.includes(regionId));
  if (inRegions.length === 0) return undefined;
  const near = inRegions
    .flatMap((exception) =>
      exception.settlements.map(({ lon, lat }) => ({
        exception,
        distanceKm: greatCircleKm(place.lon, place.lat, lon, lat),
      })),
    )
    .filter(({ exception, distanceKm }) => distanceKm <= exception.withinKm)
    .sort((a, b) => a.distanceKm - b.distanceKm);
  return near[0]?.exception;
}

/** Ids of the exceptions of any operator that a place in a region falls under. */
export function exceptionIdsAt(
  operators: readonly Pick<Operator, 'localExceptions'>[],
  regionId: RegionId,
  place: Household['place'],
): string[] {
  return operators.flatMap((operator) => exceptionAt(operator, [regionId], place)?.id ?? []);
}

/**
 * Whether all numbers of an operator belong to territories that the map does not show. Such an operator has no
 * verdict anywhere, so lists leave it out; an operator of which the register knows no numbers at all stays.
 */
export function isOutsideMap(dataset: Dataset, operatorId: string): boolean {
  const counts = dataset.numbering.counts[operatorId];
  return counts !== undefined && !dataset.regions.some(({ id }) => counts[id] !== undefined);
}

/** Operators a family can choose on the day up to which the data was checked, in the order of the dataset. */
export function consumerOperators({ operators, checkedOn }: Dataset): DatasetOperator[] {
  return operators.filter((operator) => servesFamiliesOn(operator, checkedOn));
}
