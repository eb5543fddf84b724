import {
  type AxisResult,
  EVIDENCE_ROLES,
  type Evidence,
  type TraceStep,
} from '../../schema/assessment.ts';
import type { Params } from '../../schema/condition.ts';
import type { IsoDate } from '../../schema/dates.ts';
import type { Support } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../evaluator.ts';
import type { PlanOutcome } from '../plans.ts';
import type { IndexedClaim } from './claim-index.ts';

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

/**
 * The reasoning behind one operator's verdict in the order in which the rules were applied: per plan each axis with
 * the claims it looked at, then the minimum over the axes, and at last the choice between plans.
 */
export function traceOf(outcome: OperatorOutcome): TraceStep[] {
  const plans = outcome.plans.length > 0 ? outcome.plans : [outcome.best];
  return [
    ...plans.flatMap(tracePlan),
    {
      rule: 'best-of-plans',
      ...named(outcome.best),
      value: outcome.best.verdict,
      support: outcome.best.support,
    },
  ];
}

function tracePlan(plan: PlanOutcome): TraceStep[] {
  const weakest = plan.axes.filter((axis) => axis.value === plan.verdict).map(({ axis }) => axis);
  return [
    ...plan.axes.map((axis) => ({ ...traceAxis(axis), ...named(plan) })),
    {
      rule: 'minimum-of-axes',
      ...named(plan),
      value: plan.verdict,
      support: plan.support,
      detail: { axes: weakest },
    },
  ];
}

function named({ plan }: PlanOutcome): { planId?: string } {
  return plan === undefined ? {} : { planId: plan.id };
}

function traceAxis(axis: AxisResult): TraceStep {
  const detail: Params = { ...axis.reason.params };
  for (const role of EVIDENCE_ROLES) {
    const ids = axis.evidence.filter((entry) => entry.role === role).map(({ claimId }) => claimId);
    if (ids.length > 0) detail[role] = ids;
  }
  if (axis.conditions.length > 0) detail.conditions = axis.conditions.map(({ code }) => code);
  if (axis.openQuestionIds.length > 0) detail.openQuestions = axis.openQuestionIds;
  return {
    rule: axis.reason.code,
    axis: axis.axis,
    value: axis.value,
    ...(axis.support && { support: axis.support }),
    claimIds: axis.evidence.map(({ claimId }) => claimId),
    ...(Object.keys(detail).length > 0 && { detail }),
  };
}
