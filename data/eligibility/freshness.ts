import { daysBetween, earliestDay, type IsoDate, type PartialDate } from '../schema/dates.ts';
import type { Freshness } from '../schema/freshness.ts';

/**
 * The only ages that the rules know, in days, each with its reason.
 * The first three count from `observedOn` (what the source speaks for), the last two from `checkedOn` (when we last looked).
 */
export const THRESHOLDS = {
  /** Operators re-issue their price lists at least yearly: up to a year a page speaks for the tariffs on sale. */
  currentDays: 365,
  /** The longest-lived family terms in the data were on sale about three years: beyond, assume a successor. */
  ageingDays: 1095,
  /** Each claim is to be looked at once a year. */
  checkDueDays: 365,
  /** Two missed yearly checks: nobody vouches for the claim any more, so it counts as unknown. */
  staleDays: 730,
} as const;

/**
 * Age of evidence on `asOf`; a month or a year counts from its first day, the cautious reading. What was seen later and
 * says that it held already is as fresh as can be.
 */
export function freshnessOf(observedOn: PartialDate | undefined, asOf: IsoDate): Freshness {
  if (observedOn === undefined) return 'undated';
  const age = daysBetween(earliestDay(observedOn), asOf);
  if (age <= THRESHOLDS.currentDays) return 'current';
  return age <= THRESHOLDS.ageingDays ? 'ageing' : 'old';
}

/** Whether evidence of this age supports at most `partial`, to be confirmed with the operator. */
export function needsConfirmation(freshness: Freshness): boolean {
  return freshness === 'old' || freshness === 'undated';
}

/** Whether a claim is due for another look. */
export function isCheckDue(checkedOn: IsoDate, asOf: IsoDate): boolean {
  return daysBetween(checkedOn, asOf) > THRESHOLDS.checkDueDays;
}

/** Whether a claim has gone unchecked for so long that it no longer counts. */
export function isStale(checkedOn: IsoDate, asOf: IsoDate): boolean {
  return daysBetween(checkedOn, asOf) > THRESHOLDS.staleDays;
}
