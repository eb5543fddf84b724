import type { Dataset } from '../schema/dataset.ts';
import { daysBetween, earliestDay, IsoDate, isValidOn, latestDay } from '../schema/dates.ts';
import type { RegionId } from '../schema/ids.ts';

/** What is known of limits of mobile internet in a region, the gravest last. */
export const LIMITS = ['none-known', 'cuts', 'lasting-zones'] as const;
type Limits = (typeof LIMITS)[number];

/** Days after the last report for which limits are still told of: as long as a claim counts that nobody has checked. */
export const TOLD_DAYS = 730;

/** Kinds of restrictions that take mobile internet away in a place, and what they make of a region. */
const LIMITS_OF: Readonly<Record<string, Limits>> = {
  'lasting-zones': 'lasting-zones',
  cut: 'cuts',
  'mobile-internet-shutdown': 'cuts',
};

type Restrictions = Dataset['restrictions'];

const isDay = (date: string): boolean => IsoDate.safeParse(date).success;

/** Restrictions that took mobile internet away in a region and were reported within two years before a day. */
export function limitsReportedIn(
  restrictions: Restrictions,
  regionId: RegionId,
  asOf: IsoDate,
): Restrictions {
  return restrictions.filter(({ kind, regionIds, from, to, lastReportedOn }) => {
    // A list for the whole country says what would open where there are limits, not where there are.
    if (LIMITS_OF[kind] === undefined || regionIds === 'RU' || !regionIds.includes(regionId))
      return false;
    if (earliestDay(from) > asOf) return false;
    if (kind === 'lasting-zones' && !isValidOn({ validFrom: from, validTo: to }, asOf))
      return false;
    return daysBetween(latestDay(lastReportedOn ?? from), asOf) <= TOLD_DAYS;
  });
}

/**
 * The gravest limits of mobile internet known in a region on a day, and the last day for which one of that kind is reported,
 * absent where no report tells its day.
 * `none-known` means that no source names the region, not that there are none.
 */
export function mobileInternetLimits(
  restrictions: Restrictions,
  regionId: RegionId,
  asOf: IsoDate,
): { limits: Limits; lastReportedOn?: IsoDate } {
  const reported = limitsReportedIn(restrictions, regionId, asOf);
  const limits =
    LIMITS.findLast((kind) => reported.some((one) => LIMITS_OF[one.kind] === kind)) ?? 'none-known';
  const lastReportedOn = reported
    .filter(({ kind }) => LIMITS_OF[kind] === limits)
    // A report that is known to the month or year only tells no day.
    .flatMap(({ lastReportedOn: day }) => (day !== undefined && isDay(day) ? [day] : []))
    .toSorted()
    .at(-1);
  return { limits, ...(lastReportedOn === undefined ? {} : { lastReportedOn }) };
}
