import { type AxisResult, EVIDENCE_ROLES, type Evidence } from '../../schema/assessment.ts';
import type { Condition } from '../../schema/condition.ts';
import type { IsoDate } from '../../schema/dates.ts';
import { type Support, VERDICTS, type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { IndexedClaim } from './claim-index.ts';
import { strongestGrounds, weakestGrounds } from './strength.ts';
import { supportOfAll } from './support.ts';

/** One axis for one region, plan or device, before it is named. */
export type Outcome = Omit<AxisResult, 'axis'>;

export type EvidenceRole = Evidence['role'];

/** A claim as one assessment used it on `asOf`, with how well it supports its value there. */
export function toEvidence(
  indexed: IndexedClaim,
  role: EvidenceRole,
  support: Support,
  asOf: IsoDate,
): Evidence {
  const { claim, observedOn } = indexed;
  const { freshness, checkDue } = indexed.age(asOf);
  return {
    claimId: claim.id,
    role,
    method: claim.method,
    confidence: indexed.confidence,
    freshness,
    support,
    ...(observedOn !== undefined && { observedOn }),
    checkedOn: claim.checkedOn,
    checkDue,
    ...(claim.inheritedFrom !== undefined && { inheritedFrom: claim.inheritedFrom }),
    sourceIds: claim.sourceIds,
    sourceUrls: indexed.sourceUrls,
  };
}

/** Evidence of several lists, each claim once in its weightiest role; by role, then by claim id. */
export function mergeEvidence(lists: readonly (readonly Evidence[])[]): Evidence[] {
  const all = lists.flat();
  if (all.length <= 1) return all;
  const merged = new Map<string, Evidence>();
  for (const entry of all) {
    const known = merged.get(entry.claimId);
    if (known === undefined || compare(entry, known) < 0) merged.set(entry.claimId, entry);
  }
  return [...merged.values()].sort(compare);
}

function compare(a: Evidence, b: Evidence): number {
  return (
    EVIDENCE_ROLES.indexOf(a.role) - EVIDENCE_ROLES.indexOf(b.role) ||
    Number(a.claimId > b.claimId) - Number(a.claimId < b.claimId)
  );
}

/** Worst of several verdicts: a household needs every axis. Of none: `yes`, nothing stands against it. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  let worst: Verdict = 'yes';
  for (const verdict of verdicts) {
    if (verdictRank(verdict) < verdictRank(worst)) worst = verdict;
  }
  return worst;
}

/** Best of several verdicts: one operator or plan is enough. Of none: `unknown`, nothing was looked at. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'unknown';
  let best: Verdict = VERDICTS[0];
  for (const verdict of verdicts) {
    if (verdictRank(verdict) > verdictRank(best)) best = verdict;
  }
  return best;
}

/** Identity of a condition: its code and parameters, whatever order the parameters were written in. */
export function conditionKey(condition: Condition): string {
  const params = Object.entries(condition.params ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([condition.code, params]);
}

/** Conditions of several lists, each once, in order of first appearance. */
export function mergeConditions(lists: readonly (readonly Condition[])[]): Condition[] {
  const all = lists.flat();
  if (all.length <= 1) return all;
  const merged = new Map<string, Condition>();
  for (const condition of all) {
    const key = conditionKey(condition);
    if (!merged.has(key)) merged.set(key, condition);
  }
  return [...merged.values()];
}

/**
 * Joins outcomes that must all hold (one per region, line or holder) into one: the worst value, with its reason.
 * One `no` settles the matter, so a `no` is as well supported as its best part; an `unknown` has a lead where a part has;
 * anything better is as well supported as its weakest part that rests on evidence.
 */
export function requireAll(parts: readonly Outcome[]): Outcome {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const value = worstOf(parts.map((part) => part.value));
  const deciding = parts.filter((part) => part.value === value);
  const decisive = value === 'no' ? deciding : parts;
  const support = supportOfAll(value, parts);
  return {
    value,
    reason: deciding[0]?.reason ?? { code: 'claims-decide' },
    conditions: mergeConditions(parts.map((part) => part.conditions)),
    ...(support && { support }),
    ...(value === 'unknown'
      ? {}
      : value === 'no'
        ? strongestGrounds(decisive)
        : weakestGrounds(decisive)),
    evidence: mergeEvidence(
      parts.map((part) => (decisive.includes(part) ? part.evidence : demote(part.evidence))),
    ),
    openQuestionIds: [...new Set(parts.flatMap((part) => part.openQuestionIds))],
  };
}

/** What a part that did not decide the whole was decided by only supports it. */
function demote(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((entry) =>
    entry.role === 'decisive' ? { ...entry, role: 'supporting' } : entry,
  );
}
