import type { AxisResult } from '../schema/axis-result.ts';
import type { Plan } from '../schema/plan.ts';
import { assessOperatorAxes, assessPlanAxes, inAxisOrder } from './assess-axes.ts';
import { contractRegions, type HouseholdContext } from './axis-context.ts';
import type { OperatorIndex } from './claim-index.ts';
import { worstOf } from './combine.ts';
import { joinablePlans } from './joinable-plans.ts';
import { comparePlans } from './plan-order.ts';
import type { PlanOutcome } from './plan-outcome.ts';

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
  const [first = undefined, ...others] = joinablePlans(
    operator.operator.plans,
    household.moment.day,
  );
  const plans = [assessPlan(first), ...others.map(assessPlan)].sort(comparePlans);
  return { operator, best: plans[0] ?? assessPlan(undefined), plans };
}
