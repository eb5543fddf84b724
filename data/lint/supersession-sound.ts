import { claimsOf } from '../build/claims-of.ts';
import { earliestDay, isValidOn } from '../schema/dates.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** The build takes findings away from superseded claims for good, so the newer claim must hold and must reach them. */
export const supersessionSound: Rule = {
  name: 'supersession-sound',
  description:
    'a claim supersedes claims of the same subject, never in a circle, and holds at the release',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const claims = claimsOf(data);
    const byId = new Map(claims.map((located) => [located.value.id, located]));
    const inheritedBy = new Map(
      data.operators.map(({ file, value }) => [
        file,
        new Set(value.inherits.flatMap(({ claimIds }) => claimIds)),
      ]),
    );

    function leadsTo(from: string, target: string, seen: ReadonlySet<string>): boolean {
      if (seen.has(from)) return false;
      const next = byId.get(from)?.value.supersedes.map(({ claimId }) => claimId) ?? [];
      return next.some((id) => id === target || leadsTo(id, target, new Set([...seen, from])));
    }

    return claims.flatMap(({ file, path, value }) => {
      const problem = (at: string, message: string, tip: string): RuleIssue => ({
        level: 'error',
        file,
        path: `${path}.${at}`,
        message: `${value.id} ${message}`,
        tip,
      });
      const issues = value.supersedes.flatMap(({ claimId }, index): RuleIssue[] => {
        const target = byId.get(claimId);
        if (target === undefined || target.file === file) return [];
        if (inheritedBy.get(file)?.has(claimId)) return [];
        return [
          problem(
            `supersedes[${index}]`,
            `supersedes ${claimId}, which belongs to ${target.file}`,
            'supersede claims of the same file, or inherited ones; move the claim to the file it speaks of',
          ),
        ];
      });
      if (leadsTo(value.id, value.id, new Set())) {
        issues.push(problem('supersedes', 'supersedes itself in the end', 'break the circle'));
      }
      if (value.supersedes.length > 0 && !isValidOn(value, release)) {
        const isOver = value.validTo !== undefined && earliestDay(value.validTo) <= release;
        issues.push(
          isOver
            ? problem(
                'validTo',
                `takes findings away from an older claim for good, but holds only until ${value.validTo}`,
                'give the older claim a validTo on the day from which this one held, and drop `supersedes`',
              )
            : problem(
                'validFrom',
                `supersedes an older claim already, but holds only from ${value.validFrom}`,
                'give the older claim a validTo on that day instead',
              ),
        );
      }
      return issues;
    });
  },
};
