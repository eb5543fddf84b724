import * as z from 'zod';
import { IsoDate } from '../../data/core/schema/dates.ts';

/** Days from `from` to `to`, both included; an open end is `undefined`. */
export interface DayInterval {
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
}

const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const MINUTE = String.raw`([01]\d|2[0-3]):[0-5]\d`;
const INSTANT = String.raw`${DAY}([Tt](${MINUTE}:([0-5]\d|60)(\.\d+)?([Zz]|[+-]${MINUTE}))?)?`;

/** Whatever `readDatetime` reads has this form; not all of it is a day of the calendar, or begins before it ends. */
export const DATETIME_PATTERN = new RegExp(
  `^(${INSTANT}|${INSTANT}/(${INSTANT}|\\.\\.)?|(\\.\\.)?/${INSTANT})$`,
);

/**
 * Reads the parameter `datetime` (OGC API Features 7.15.4): a day or an RFC 3339 instant, or two of them
 * with a slash, where `..` or nothing is an open end. Our facts hold for whole days, so an instant stands for
 * its day in Moscow, as today does.
 *
 * @returns the interval, or a sentence saying what is wrong
 */
export function readDatetime(text: string): DayInterval | string {
  const parts = text.split('/');
  if (parts.length > 2) return 'expected one instant or two with a slash between them';
  const [first = '', second] = parts;
  if (second === undefined) {
    const day = readEnd(first);
    return day === undefined ? describe(first) : { from: day, to: day };
  }
  const open = (end: string) => end === '' || end === '..';
  if (open(first) && open(second)) return 'expected at least one end of the interval';
  const from = open(first) ? undefined : readEnd(first);
  const to = open(second) ? undefined : readEnd(second);
  if (from === undefined && !open(first)) return describe(first);
  if (to === undefined && !open(second)) return describe(second);
  if (from !== undefined && to !== undefined && from > to) return 'expected the earlier end first';
  return { from, to };
}

/** A day or an instant. GDAL 3.6 writes a day with a T behind it where a column is filtered by one. */
function readEnd(text: string): IsoDate | undefined {
  return readDay(text.replace(/^(\d{4}-\d\d-\d\d)T$/, '$1'));
}

/** The day of the interval that is nearest to today: what holds today where today belongs to it. */
export function nearestDay({ from, to }: DayInterval, today: IsoDate): IsoDate {
  if (from !== undefined && today < from) return from;
  if (to !== undefined && today > to) return to;
  return today;
}

/** Whether something that holds from `since` on (always, where absent) holds on any day of the interval. */
export function holdsWithin(interval: DayInterval, since: IsoDate | undefined): boolean {
  return since === undefined || interval.to === undefined || since <= interval.to;
}

const Instant = z.iso.datetime({ offset: true });

/** The day of a day or, in Moscow, of an RFC 3339 instant; `undefined` for anything else. */
export function readDay(text: string): IsoDate | undefined {
  const day = IsoDate.safeParse(text);
  if (day.success) return day.data;
  // RFC 3339 5.6 allows small letters, and a second 60 when one is added to the day: it belongs to the minute before.
  const instant = Instant.safeParse(text.toUpperCase().replace(/:60(?=[.Z+-])/, ':59'));
  return instant.success ? dayInMoscow(Date.parse(instant.data)) : undefined;
}

function describe(text: string): string {
  return `expected a day such as 2026-11-23 or an instant such as 2026-11-23T12:00:00Z, not ${JSON.stringify(text.slice(0, 40))}`;
}

/** Moscow keeps UTC+3 all year round (federal law 107-FZ of 2011 with the change of 2014). */
const MOSCOW_OFFSET = 3 * 3_600_000;
const DAY_MS = 86_400_000;

/** Calendar day in Moscow at an instant: rules of Russian law change at its midnight, not at Greenwich's. */
export function dayInMoscow(milliseconds: number): IsoDate {
  return new Date(milliseconds + MOSCOW_OFFSET).toISOString().slice(0, 10);
}

/** Tells the present day in Moscow; the day is written once, since each request asks. */
export function createCalendar(now: () => number): () => IsoDate {
  let known = { number: Number.NaN, day: '' };
  return () => {
    const time = now();
    const number = Math.floor((time + MOSCOW_OFFSET) / DAY_MS);
    if (number !== known.number) known = { number, day: dayInMoscow(time) };
    return known.day;
  };
}
