import { claimsOf } from '../build/claims-of.ts';
import { isCheckDue, isStale } from '../eligibility/freshness.ts';
import { daysBetween } from '../schema/dates.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

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
