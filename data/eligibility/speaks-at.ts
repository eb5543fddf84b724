import type { DatasetClaim } from '../schema/dataset-claim.ts';
import { earliestDay, type IsoDate, isValidOn, latestDay } from '../schema/dates.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { Moment } from './decide.ts';

/**
 * First day that a claim speaks for: the one since which it says that something holds, however late that was read;
 * else the day that its source speaks for, where only a month or a year is known its last day; of an undated source the
 * day on which somebody looked at it, before which every source was there.
 */
export function speaksSince({
  validFrom,
  observedOn,
  checkedOn,
}: Pick<DatasetClaim, 'validFrom' | 'observedOn' | 'checkedOn'>): IsoDate {
  if (validFrom !== undefined) return earliestDay(validFrom);
  const observed = observedOn === undefined ? checkedOn : latestDay(observedOn);
  return observed < checkedOn ? observed : checkedOn;
}

/**
 * Whether a claim speaks for a moment: it is valid on its day, and what says nothing of its beginning had been seen by
 * then. A look ahead from `asOf` announces rules that begin, not evidence that is yet to be seen.
 */
export function speaksAt(
  { claim, since }: Pick<IndexedClaim, 'claim' | 'since'>,
  { asOf, day }: Moment,
): boolean {
  return isValidOn(claim, day) && (claim.validFrom !== undefined || since <= asOf);
}
