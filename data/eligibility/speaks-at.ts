import type { DatasetClaim } from '../schema/dataset-claim.ts';
import { earliestDay, type IsoDate, isValidOn } from '../schema/dates.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { Moment } from './decide.ts';

/**
 * First day that a claim speaks for: the one since which it says that something holds, however late that was read;
 * else the day that its source speaks for; of an undated source the day on which somebody looked at it.
 */
export function speaksSince({
  validFrom,
  observedOn,
  checkedOn,
}: Pick<DatasetClaim, 'validFrom' | 'observedOn' | 'checkedOn'>): IsoDate {
  return earliestDay(validFrom ?? observedOn ?? checkedOn);
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
