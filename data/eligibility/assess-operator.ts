import type { AxisResult } from '../schema/assessment.ts';
import { isValidOn } from '../schema/dates.ts';
import type { Plan } from '../schema/plan.ts';
import { type Verdict, verdictRank } from '../schema/verdict.ts';
import { assessOperatorAxes, assessPlanAxes, inAxisOrder } from './assess-axes.ts';
import { contractRegions, type HouseholdContext } from './axis-context.ts';
import type { OperatorIndex } from './claim-index.ts';
import { worstOf } from './combine.ts';
import { type Support, strongestSupport, weakestSupport } from './strength.ts';

/** What one operator's rules come to for a household, with one of its plans or, when it has none, without. */
export type PlanOutcome = { plan: Plan | undefined; verdict: Verdict; axes: AxisResult[] };

/** Outcomes of all plans that are or may be open, best first: the first one is the operator's. */
export type OperatorOutcome = {
  operator: OperatorIndex;
  best: PlanOutcome;
  plans: PlanOutcome[];
};

/** Applies every axis to an operator, once per plan; the verdict of a plan is the minimum over its axes. */
export function assessOperator(
  household: HouseholdContext,
  householdAxes: readonly AxisResult[],
  operator: OperatorIndex,
): OperatorOutcome {
  const regionIds = contractRegions(household.household);
  const context = { ...household, operator, regionIds, plan: undefined };
  const operatorAxes = assessOperatorAxes(context);
  const assessPlan = (plan: Plan | undefined): PlanOutcome => {
    const planAxes = assessPlanAxes({ ...context, plan });
    const axes = inAxisOrder([...operatorAxes, ...planAxes, ...householdAxes]);
    return { plan, verdict: worstOf(axes.map((axis) => axis.value)), axes };
  };
  const [first = undefined, ...others] = operator.operator.plans.filter(
    (plan) => plan.status !== 'closed' && isValidOn(plan, household.moment.day),
  );
  const plans = [assessPlan(first), ...others.map(assessPlan)].sort(comparePlans);
  return { operator, best: plans[0] ?? assessPlan(undefined), plans };
}

/** Better verdict first; then better axes in all, then fewer conditions; then by id, so that the order is fixed. */
function comparePlans(a: PlanOutcome, b: PlanOutcome): number {
  const total = (outcome: PlanOutcome) =>
    outcome.axes.reduce((sum, axis) => sum + verdictRank(axis.value), 0);
  const conditions = (outcome: PlanOutcome) =>
    outcome.axes.reduce((sum, axis) => sum + axis.conditions.length, 0);
  return (
    verdictRank(b.verdict) - verdictRank(a.verdict) ||
    total(b) - total(a) ||
    conditions(a) - conditions(b) ||
    ((a.plan?.id ?? '') < (b.plan?.id ?? '') ? -1 : 1)
  );
}

/**
 * How well a verdict is supported. A `no` needs only one axis, so its best supported one counts; nothing supports
 * an `unknown`; anything better needs every axis, so the weakest counts.
 */
export function supportOf({ verdict, axes }: PlanOutcome): Support {
  if (verdict === 'unknown') return {};
  if (verdict === 'no') return strongestSupport(axes.filter((axis) => axis.value === 'no'));
  return weakestSupport(axes);
}
