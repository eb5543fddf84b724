import { greatCircleKm } from '../geo/distance.ts';
import type { Dataset, DatasetOperator } from '../schema/dataset.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Household } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';
import type { LocalException, Operator } from '../schema/operator.ts';
import { verdictRank } from '../schema/verdict.ts';
import type { OperatorOutcome } from './evaluator.ts';
import { rankOfFirstGroup } from './line-groups.ts';
import { compareOutcomes } from './plans.ts';

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
 * Orders operators as a reader wants them: better verdict, then the one that is nearer for the phones, then as plans are ordered, then
 * more numbers held in the region (a sign of size, not of quality), then id.
 */
export function orderOperators(
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): OperatorOutcome[] {
  return outcomes
    .map((outcome) => ({
      outcome,
      verdict: verdictRank(outcome.best.verdict),
      phones: rankOfFirstGroup(outcome),
      held: numbersHeld(outcome.operator.operator.id),
      id: outcome.operator.operator.id,
    }))
    .sort(
      (a, b) =>
        b.verdict - a.verdict ||
        b.phones - a.phones ||
        compareOutcomes(a.outcome.best, b.outcome.best) ||
        b.held - a.held ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ outcome }) => outcome);
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
