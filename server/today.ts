import type { IsoDate } from '../data/core/schema/dates.ts';

/** Moscow keeps UTC+3 all year round (federal law 107-FZ of 2011 with the change of 2014). */
const MOSCOW_OFFSET = 3 * 3_600_000;
const DAY = 86_400_000;

/** Calendar day in Moscow at an instant: rules of Russian law change at its midnight, not at Greenwich's. */
export function dayInMoscow(milliseconds: number): IsoDate {
  return new Date(milliseconds + MOSCOW_OFFSET).toISOString().slice(0, 10);
}

/** Tells the present day in Moscow; the day is written once, since each request asks. */
export function createCalendar(now: () => number): () => IsoDate {
  let known = { number: Number.NaN, day: '' };
  return () => {
    const time = now();
    const number = Math.floor((time + MOSCOW_OFFSET) / DAY);
    if (number !== known.number) known = { number, day: dayInMoscow(time) };
    return known.day;
  };
}
