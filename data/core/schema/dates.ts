import * as z from 'zod';

/** A full calendar day, `2026-11-23`. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** A day, month or year, as exact as its source is: `2026-11-23`, `2025-01`, `2019`. */
export const PartialDate = z.union([
  IsoDate,
  z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/),
  z.string().regex(/^(19|20)\d{2}$/),
]);
export type PartialDate = z.infer<typeof PartialDate>;

/** First day that a date of any precision can mean: `2025-01` is `2025-01-01`. */
export function earliestDay(date: PartialDate): IsoDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day that a date of any precision can mean: `2025-02` is `2025-02-28`. */
export function latestDay(date: PartialDate): IsoDate {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether `day` lies in `[validFrom, validTo)`: the start belongs to the interval, the end does not. */
export function isValidOn(
  interval: { validFrom?: PartialDate | undefined; validTo?: PartialDate | undefined },
  day: IsoDate,
): boolean {
  const { validFrom, validTo } = interval;
  if (validFrom !== undefined && day < earliestDay(validFrom)) return false;
  return validTo === undefined || day < earliestDay(validTo);
}

/** The day that is some days after another, or before it for a negative number. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
