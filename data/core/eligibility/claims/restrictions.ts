import type { Dataset } from '../../schema/dataset.ts';
import { daysBetween, earliestDay, IsoDate, isValidOn, latestDay } from '../../schema/dates.ts';
import type { Household } from '../../schema/household.ts';
import { coversRegion, type RegionId } from '../../schema/ids.ts';
import type { RestrictionKind } from '../../schema/restriction.ts';
import { contractRegions } from '../household.ts';

/**
 * Days after its last report for which a restriction without a known end stays listed. A cut is over within days, and three
 * months of silence say so; a list of allowed sites is told of at least yearly; rules and lasting zones are looked up, not
 * reported, so they stay as long as a claim that nobody checked.
 */
export const LISTED_DAYS: Readonly<Record<RestrictionKind, number>> = {
  cut: 90,
  'white-list': 365,
  'lasting-zones': 730,
  cooling: 730,
  'activation-abroad': 730,
  'mobile-internet-shutdown': 90,
};

type Reported = Pick<
  Dataset['restrictions'][number],
  'kind' | 'from' | 'to' | 'lastReportedOn' | 'claims'
>;

/** Last day for which anybody reports a restriction: what it says itself, else the newest of what its claims speak for. */
export function lastReportOf({
  from,
  lastReportedOn,
  claims,
}: Omit<Reported, 'to' | 'kind'>): IsoDate {
  if (lastReportedOn !== undefined) return earliestDay(lastReportedOn);
  const days = claims.flatMap(({ observedOn }) =>
    observedOn === undefined ? [] : latestDay(observedOn),
  );
  return [earliestDay(from), ...days].toSorted().at(-1) ?? earliestDay(from);
}

/** Days from the last report of a restriction to a day; 0 where it is reported for later. */
export function reportAgeDays(restriction: Reported, day: IsoDate): number {
  return Math.max(0, daysBetween(lastReportOf(restriction), day));
}

/**
 * Whether a restriction is to be listed on a day: it has begun, is not known to have ended, and was reported not too long
 * before. Afterwards nobody knows of it, which is not to say that it was over.
 */
export function restrictionHolds(restriction: Reported, day: IsoDate): boolean {
  const { kind, from, to } = restriction;
  if (!isValidOn({ validFrom: from, validTo: to }, day)) return false;
  return to !== undefined || reportAgeDays(restriction, day) <= LISTED_DAYS[kind];
}

/** Ids of the restrictions in force on a day where the family's contracts are, or where it is now. */
export function restrictionsHere(
  restrictions: Dataset['restrictions'],
  household: Household,
  day: IsoDate,
): string[] {
  const here = household.presentRegionId === undefined ? [] : [household.presentRegionId];
  const places = [...contractRegions(household.lines), ...here];
  return restrictions
    .filter((restriction) => restrictionHolds(restriction, day))
    .filter((restriction) => places.some((id) => coversRegion(restriction.regionIds, id)))
    .map((restriction) => restriction.id);
}

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
