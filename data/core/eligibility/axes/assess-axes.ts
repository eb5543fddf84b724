import type { AxisResult } from '../../schema/assessment.ts';
import { AXIS_RECORDS, type Axis } from '../../schema/verdict.ts';
import type { Outcome } from '../claims/decide.ts';
import type { HouseholdContext, OperatorContext } from './axis-context.ts';
import { HOUSEHOLD_RULES } from './household-axes.ts';
import { OPERATOR_RULES } from './operator-axes.ts';
import { PLAN_RULES } from './plan-axes.ts';

/** The axes that depend on people and devices alone: the same for every operator. */
export function assessHouseholdAxes(context: HouseholdContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'household' ? named(record.id, HOUSEHOLD_RULES[record.id](context)) : [],
  );
}

/** The axes that depend on the operator, whichever its plan. */
export function assessOperatorAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'operator' ? named(record.id, OPERATOR_RULES[record.id](context)) : [],
  );
}

/** The axes that depend on the plan in `context.plan`, or on there being none. */
export function assessPlanAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'plan' ? named(record.id, PLAN_RULES[record.id](context)) : [],
  );
}

function named(axis: Axis, outcome: Outcome | undefined): AxisResult[] {
  return outcome === undefined ? [] : [{ axis, ...outcome }];
}

/** Axis results in the order in which the questions are asked. */
export function inAxisOrder(results: readonly AxisResult[]): AxisResult[] {
  return AXIS_RECORDS.flatMap(({ id }) => results.find((result) => result.axis === id) ?? []);
}
