import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Restriction } from '../schema/restriction.ts';

/**
 * Whether a restriction is to be listed on a day. One whose end no source tells is listed up to the last day that
 * one reports: afterwards nobody knows of it, which is not to say that it was over.
 */
export function restrictionHolds(
  { from, to, lastReportedOn }: Pick<Restriction, 'from' | 'to' | 'lastReportedOn'>,
  day: IsoDate,
): boolean {
  if (lastReportedOn !== undefined && day > lastReportedOn) return false;
  return isValidOn({ validFrom: from, validTo: to }, day);
}
