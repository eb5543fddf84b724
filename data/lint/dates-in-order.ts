import { earliestDay, type PartialDate } from '../schema/dates.ts';
import { formatPath, type RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Pairs of keys of one object of which the first never lies after the second. */
const ORDERED_PAIRS = [
  ['validFrom', 'validTo'],
  ['from', 'to'],
  ['from', 'lastReportedOn'],
  ['observedOn', 'checkedOn'],
] as const;

/** Keys that speak of a day on which somebody looked: never after the release. */
const PAST_KEYS = [
  'observedOn',
  'checkedOn',
  'lookedOn',
  'registerDate',
  'lastReportedOn',
] as const;

/** An interval that ends before it starts, or evidence from tomorrow, is a typing error. */
export const datesInOrder: Rule = {
  name: 'dates-in-order',
  description: 'intervals start before they end and nothing was seen after the release',
  scope: 'file',
  check(data) {
    const release = data.release.value.version;
    const entries = [
      ...data.operators,
      ...data.law,
      ...data.restrictions,
      ...data.background,
      ...data.sources,
      ...data.numbering,
    ];
    return entries.flatMap(({ file, value }) => checkUnder(file, value, [], release));
  },
};

function checkUnder(
  file: string,
  value: unknown,
  keys: PropertyKey[],
  release: string,
): RuleIssue[] {
  if (typeof value !== 'object' || value === null) return [];
  const dates: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  const issues: RuleIssue[] = [];
  for (const [earlier, later] of ORDERED_PAIRS) {
    const [first, second] = [dates.get(earlier), dates.get(later)];
    if (!isDate(first) || !isDate(second) || earliestDay(first) <= earliestDay(second)) continue;
    issues.push({
      level: 'error',
      file,
      path: formatPath([...keys, earlier]),
      message: `${earlier} ${first} lies after ${later} ${second}`,
      tip: 'correct whichever of the two dates is wrong',
    });
  }
  for (const key of PAST_KEYS) {
    const day = dates.get(key);
    if (!isDate(day) || earliestDay(day) <= release) continue;
    issues.push({
      level: 'error',
      file,
      path: formatPath([...keys, key]),
      message: `${key} ${day} lies after the release ${release}`,
      tip: 'correct the date, or raise the version in data/release.json',
    });
  }
  for (const [key, inner] of dates) {
    issues.push(
      ...checkUnder(file, inner, [...keys, Array.isArray(value) ? Number(key) : key], release),
    );
  }
  return issues;
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === 'string';
}
