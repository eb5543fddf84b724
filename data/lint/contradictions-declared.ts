import { resolveOperatorsOf } from '../build/resolve/resolve-dataset.ts';
import type { Finding } from '../schema/claim.ts';
import type { DatasetClaim } from '../schema/dataset-claim.ts';
import { earliestDay } from '../schema/dates.ts';
import type { RegionScope } from '../schema/ids.ts';
import type { RuleIssue } from './issue.ts';
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
