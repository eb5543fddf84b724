import type { Finding } from '../../core/schema/claim.ts';
import type { DatasetClaim } from '../../core/schema/dataset.ts';
import { earliestDay, isValidOn } from '../../core/schema/dates.ts';
import type { RegionScope } from '../../core/schema/ids.ts';
import { claimsOf } from '../authored/authored-data.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { resolveOperatorsOf } from '../resolve/resolve-dataset.ts';
import type { Rule } from './rule.ts';

/** Two sources may disagree; which one counts is decided by a maintainer who says why, not by chance. */
export const contradictionsDeclared: Rule = {
  name: 'contradictions-declared',
  description:
    'of two claims that say no and yes or partial to the same question at the same time, one supersedes the other',
  scope: 'dataset',
  check(data) {
    const files = new Map(data.operators.map(({ file, value }) => [value.id, file]));
    return resolveOperatorsOf(data).flatMap((operator) => {
      const file = files.get(operator.id) ?? '';
      return operator.claims.flatMap((claim, index) =>
        operator.claims.slice(index + 1).flatMap((other): RuleIssue[] => {
          const axis = contradictedAxis(claim, other);
          if (axis === undefined) return [];
          return [
            {
              level: 'error',
              file,
              path: `claims[${index}]`,
              message: `${claim.id} and ${other.id} contradict each other on ${axis}`,
              tip: 'let the one that counts name the other in `supersedes` with the reason, or correct region, plan or dates',
            },
          ];
        }),
      );
    });
  },
};

function contradictedAxis(a: DatasetClaim, b: DatasetClaim): string | undefined {
  if (!overlapInTime(a, b)) return undefined;
  for (const one of a.findings) {
    const other = b.findings.find((finding) => disagree(a, one, b, finding));
    if (other !== undefined) return one.axis;
  }
  return undefined;
}

function disagree(a: DatasetClaim, one: Finding, b: DatasetClaim, other: Finding): boolean {
  if (one.axis !== other.axis || (one.value === 'no') === (other.value === 'no')) return false;
  // A finding about no plan in particular speaks of each, and the rules let it compete with those about one.
  if (!overlap(listOf(one.planId), listOf(other.planId))) return false;
  if (!overlap(one.deviceKinds, other.deviceKinds)) return false;
  return scopesOverlap(one.regionIds ?? a.regionIds, other.regionIds ?? b.regionIds);
}

function listOf(id: string | undefined): string[] | undefined {
  return id === undefined ? undefined : [id];
}

/** Absent: all there are. */
function overlap(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((item) => b.includes(item));
}

function scopesOverlap(a: RegionScope, b: RegionScope): boolean {
  return a === 'RU' || b === 'RU' || a.some((id) => b.includes(id));
}

function overlapInTime(a: DatasetClaim, b: DatasetClaim): boolean {
  const startsBeforeEnd = (one: DatasetClaim, other: DatasetClaim) =>
    one.validFrom === undefined ||
    other.validTo === undefined ||
    earliestDay(one.validFrom) < earliestDay(other.validTo);
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

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
