import type { Axis } from '../schema/axis.ts';
import { AXES } from '../schema/axis.ts';
import type { AxisResult } from '../schema/axis-result.ts';
import { assessCompanion } from './axes/companion.ts';
import { assessCustomer } from './axes/customer.ts';
import { assessDevice } from './axes/device.ts';
import { assessEsim } from './axes/esim.ts';
import { assessFormFactor } from './axes/form-factor.ts';
import { assessLineCount } from './axes/line-count.ts';
import { assessNumberCap } from './axes/number-cap.ts';
import { assessPresence } from './axes/presence.ts';
import { assessSameRegion } from './axes/same-region.ts';
import { assessSharedPlan } from './axes/shared-plan.ts';
import type { HouseholdContext, OperatorContext } from './axis-context.ts';
import type { Outcome } from './decide.ts';
import { HOUSEHOLD_AXES } from './household-axes.ts';

/** An axis that the household does not touch has no outcome. */
type Assess<Context> = (context: Context) => Outcome | undefined;
type AxisTable<Context> = readonly (readonly [Axis, Assess<Context>])[];

const ASSESS_HOUSEHOLD = {
  numberCap: assessNumberCap,
  customer: assessCustomer,
  device: assessDevice,
} as const;
const HOUSEHOLD_TABLE: AxisTable<HouseholdContext> = HOUSEHOLD_AXES.map((axis) => [
  axis,
  ASSESS_HOUSEHOLD[axis],
]);

const OPERATOR_AXES: AxisTable<OperatorContext> = [
  ['presence', assessPresence],
  ['esim', assessEsim],
  ['companion', assessCompanion],
];

const PLAN_AXES: AxisTable<OperatorContext> = [
  ['sharedPlan', assessSharedPlan],
  ['formFactor', assessFormFactor],
  ['sameRegion', assessSameRegion],
  ['lineCount', assessLineCount],
];

/** The axes that depend on people and devices alone: the same for every operator. */
export const assessHouseholdAxes = (context: HouseholdContext) =>
  assessTable(HOUSEHOLD_TABLE, context);

/** The axes that depend on the operator, whichever its plan. */
export const assessOperatorAxes = (context: OperatorContext) => assessTable(OPERATOR_AXES, context);

/** The axes that depend on the plan in `context.plan`, or on there being none. */
export const assessPlanAxes = (context: OperatorContext) => assessTable(PLAN_AXES, context);

function assessTable<Context>(table: AxisTable<Context>, context: Context): AxisResult[] {
  return table.flatMap(([axis, assess]) => {
    const outcome = assess(context);
    return outcome === undefined ? [] : [{ axis, ...outcome }];
  });
}

/** Axis results in the order in which the questions are asked. */
export function inAxisOrder(results: readonly AxisResult[]): AxisResult[] {
  return AXES.flatMap((axis) => results.find((result) => result.axis === axis) ?? []);
}
