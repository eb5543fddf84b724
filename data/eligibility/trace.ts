import type { AxisResult } from '../schema/axis-result.ts';
import type { Params } from '../schema/condition.ts';
import type { TraceStep } from '../schema/trace-step.ts';
import type { OperatorOutcome } from './assess-operator.ts';
import type { PlanOutcome } from './plan-outcome.ts';

/**
 * The reasoning behind one operator's verdict in the order in which the rules were applied: per plan each axis with
 * the claims it looked at, then the minimum over the axes, and at last the choice between plans.
 */
export function traceOf(outcome: OperatorOutcome): TraceStep[] {
  const plans = outcome.plans.length > 0 ? outcome.plans : [outcome.best];
  return [
    ...plans.flatMap(tracePlan),
    { rule: 'best-of-plans', ...named(outcome.best), value: outcome.best.verdict },
  ];
}

function tracePlan(plan: PlanOutcome): TraceStep[] {
  const weakest = plan.axes.filter((axis) => axis.value === plan.verdict).map(({ axis }) => axis);
  return [
    ...plan.axes.map((axis) => ({ ...traceAxis(axis), ...named(plan) })),
    { rule: 'minimum-of-axes', ...named(plan), value: plan.verdict, detail: { axes: weakest } },
  ];
}

function named({ plan }: PlanOutcome): { planId?: string } {
  return plan === undefined ? {} : { planId: plan.id };
}

function traceAxis(axis: AxisResult): TraceStep {
  const detail: Params = { ...axis.reason.params };
  for (const role of ['decisive', 'supporting', 'contradicting', 'stale'] as const) {
    const ids = axis.evidence.filter((entry) => entry.role === role).map(({ claimId }) => claimId);
    if (ids.length > 0) detail[role] = ids;
  }
  if (axis.conditions.length > 0) detail.conditions = axis.conditions.map(({ code }) => code);
  if (axis.openQuestionIds.length > 0) detail.openQuestions = axis.openQuestionIds;
  return {
    rule: axis.reason.code,
    axis: axis.axis,
    value: axis.value,
    claimIds: axis.evidence.map(({ claimId }) => claimId),
    ...(Object.keys(detail).length > 0 && { detail }),
  };
}
