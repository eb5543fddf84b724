import { claimsOf } from '../build/claims-of.ts';
import { daysBetween } from '../schema/dates.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Days without a new look after which a claim is due; the same table as in `data/README.md`. */
const DUE_AFTER_DAYS = 365;
/** Days without a new look after which the rule core counts a claim no more. */
const UNKNOWN_AFTER_DAYS = 730;

/** Counted from the release, not from today: the same data always gives the same report. */
export const checksDue: Rule = {
  name: 'checks-due',
  description: 'claims that nobody has checked for a year before the release are listed',
  scope: 'file',
  check(data) {
    const release = data.release.value.version;
    return claimsOf(data).flatMap(({ file, path, value }): RuleIssue[] => {
      const days = daysBetween(value.checkedOn, release);
      if (days <= DUE_AFTER_DAYS) return [];
      const effect = days > UNKNOWN_AFTER_DAYS ? 'and counts as unknown' : 'and is due';
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
