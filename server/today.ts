import type { IsoDate } from '../data/schema/dates.ts';

/** Moscow keeps UTC+3 all year round (federal law 107-FZ of 2011 with the change of 2014). */
const MOSCOW_OFFSET = 3 * 3_600_000;

/** Calendar day in Moscow at an instant: rules of Russian law change at its midnight, not at Greenwich's. */
export function dayInMoscow(milliseconds: number): IsoDate {
  return new Date(milliseconds + MOSCOW_OFFSET).toISOString().slice(0, 10);
}
