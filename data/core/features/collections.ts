import { THRESHOLDS } from '../eligibility/claims/freshness.ts';
import { TOLD_DAYS } from '../eligibility/claims/restrictions.ts';
import type { Dataset } from '../schema/dataset.ts';
import { addDays, earliestDay, type IsoDate, latestDay, PartialDate } from '../schema/dates.ts';
import type { CollectionDefinition } from './collection.ts';
import { OPERATOR_REGIONS } from './operator-region-features.ts';
import { PLACES } from './place-features.ts';
import { REGIONS } from './region-features.ts';

/** The collections, in the order in which they are listed. */
export const COLLECTIONS: readonly CollectionDefinition[] = [REGIONS, PLACES, OPERATOR_REGIONS];

/** Ages, in days, at which a piece of evidence comes to count for less. */
const AGES = [...Object.values(THRESHOLDS), TOLD_DAYS];

/**
 * Days on which verdicts may change, in order: on which something in the data begins, ends or grows too old. Between
 * two of them all verdicts stay as they are. Every date of the data set counts, so that no new member is forgotten.
 */
export function evidenceDays(dataset: Dataset): IsoDate[] {
  const days = new Set<IsoDate>();
  for (const date of new Set(datesIn(dataset))) {
    for (const day of [earliestDay(date), latestDay(date)]) {
      for (const age of [0, ...AGES]) {
        days.add(addDays(day, age));
        days.add(addDays(day, age + 1));
      }
    }
  }
  return [...days].sort();
}

/** The day on which the interval began that a day lies in; `undefined` before the first of `days`, which are in order. */
export function intervalStart(days: readonly IsoDate[], day: IsoDate): IsoDate | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}

function datesIn(value: unknown): PartialDate[] {
  if (typeof value === 'string') {
    const date = PartialDate.safeParse(value);
    return date.success ? [date.data] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(datesIn);
}
