import type { AxisResult } from '../../schema/assessment.ts';
import { AXES, type Axis } from '../../schema/axis.ts';
import type { Outcome } from '../claims/decide.ts';
import type { HouseholdContext, OperatorContext } from './axis-context.ts';
import { assessCompanion } from './companion.ts';
import { assessCustomer } from './customer.ts';
import { assessDevice } from './device.ts';
import { assessEsim } from './esim.ts';
import { assessFormFactor } from './form-factor.ts';
import { assessLineCount } from './line-count.ts';
import { assessNumberCap } from './number-cap.ts';
import { assessPresence } from './presence.ts';
import { assessSameRegion } from './same-region.ts';
import { assessSharedPlan } from './shared-plan.ts';

/** Axes that depend on people and devices alone: no operator decides them, so they are the same for each. */
export const HOUSEHOLD_AXES = [
  'numberCap',
  'customer',
  'device',
] as const satisfies readonly Axis[];

/** Whether an axis is one of these. */
export function isHouseholdAxis(axis: Axis): axis is (typeof HOUSEHOLD_AXES)[number] {
  return HOUSEHOLD_AXES.some((name) => name === axis);
}

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
