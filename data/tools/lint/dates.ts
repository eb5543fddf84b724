import { isCheckDue, isStale } from '../../core/eligibility/claims/freshness.ts';
import { daysBetween, earliestDay, type PartialDate } from '../../core/schema/dates.ts';
import { claimsOf } from '../authored/authored-data.ts';
import { formatPath, type RuleIssue } from '../authored/issue.ts';
import { type FileValue, type Rule, valuesInFiles } from './rule.ts';

/** Pairs of keys of one object of which the first never lies after the second. */
const ORDERED_PAIRS = [
  ['validFrom', 'validTo'],
  ['from', 'to'],
  ['from', 'lastReportedOn'],
  ['observedOn', 'checkedOn'],
] as const;

/** Keys that speak of a day on which somebody looked. */
const PAST_KEYS = [
  'observedOn',
  'checkedOn',
  'lookedOn',
  'registerDate',
  'lastReportedOn',
] as const;

/**
 * Days after the release in the making that a look may lie: it gets its day when it is out, and no rule reads the clock.
 * A year more than that is a typing error.
 */
const LATEST_LOOK_DAYS = 366;

/** An interval that ends before it starts, or evidence from a later year, is a typing error. */
export const datesInOrder: Rule = {
  name: 'dates-in-order',
  description:
    'intervals start before they end and nothing was seen long after the release in the making',
  scope: 'file',
  check(data) {
    const release = data.release.value.version;
    return valuesInFiles(data).flatMap((part) => [
      ...endsBeforeStarts(part),
      ...seenLater(part, release),
    ]);
  },
};

function endsBeforeStarts({ file, value, keys }: FileValue): RuleIssue[] {
  const dates = datesOf(value);
  return ORDERED_PAIRS.flatMap(([earlier, later]): RuleIssue[] => {
    const [first, second] = [dates.get(earlier), dates.get(later)];
    if (!isDate(first) || !isDate(second) || earliestDay(first) <= earliestDay(second)) return [];
    return [
      {
        level: 'error',
        file,
        path: formatPath([...keys, earlier]),
        message: `${earlier} ${first} lies after ${later} ${second}`,
        tip: 'correct whichever of the two dates is wrong',
      },
    ];
  });
}

function seenLater({ file, value, keys }: FileValue, release: string): RuleIssue[] {
  const dates = datesOf(value);
  return PAST_KEYS.flatMap((key): RuleIssue[] => {
    const day = dates.get(key);
    if (!isDate(day) || daysBetween(release, earliestDay(day)) <= LATEST_LOOK_DAYS) return [];
    return [
      {
        level: 'error',
        file,
        path: formatPath([...keys, key]),
        message: `${key} ${day} lies more than a year after the release ${release}`,
        tip: 'correct the date, or raise the version in data/facts/release.json',
      },
    ];
  });
}

/** What stands under the keys of an object; nothing for other values. */
function datesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === 'string';
}

/** Counted from the release, not from today: the same data always gives the same report. */
export const checksDue: Rule = {
  name: 'checks-due',
  description: 'claims that nobody has checked for a year before the release are listed',
  scope: 'file',
  check(data) {
    const release = data.release.value.version;
    return claimsOf(data).flatMap(({ file, path, value }): RuleIssue[] => {
      if (!isCheckDue(value.checkedOn, release)) return [];
      const days = daysBetween(value.checkedOn, release);
      const effect = isStale(value.checkedOn, release) ? 'and counts as unknown' : 'and is due';
      return [
        {
          level: 'warning',
          file,
          path: `${path}.checkedOn`,
          message: `${value.id} was not checked for ${days} days ${effect}`,
          tip: 'open its sources; if they still say so, set checkedOn to the day you looked',
        },
      ];
    });
  },
};
