import type { AxisResult } from '../../schema/assessment.ts';
import { AXIS_RECORDS, type Axis, type AxisOf } from '../../schema/axis.ts';
import type { Outcome } from '../claims/decide.ts';
import type { HouseholdContext, OperatorContext } from './axis-context.ts';
import { assessCustomer } from './customer.ts';
import { assessDevice } from './device.ts';
import { assessNumberCap } from './number-cap.ts';
import { assessCompanion, assessEsim, assessPresence } from './operator-axes.ts';
import {
  assessFormFactor,
  assessLineCount,
  assessSameRegion,
  assessSharedPlan,
} from './plan-axes.ts';

/** An axis that the household does not touch has no outcome. */
type Assess<Context> = (context: Context) => Outcome | undefined;

const HOUSEHOLD: Readonly<Record<AxisOf<'household'>, Assess<HouseholdContext>>> = {
  numberCap: assessNumberCap,
  customer: assessCustomer,
  device: assessDevice,
};
const OPERATOR: Readonly<Record<AxisOf<'operator'>, Assess<OperatorContext>>> = {
  presence: assessPresence,
  esim: assessEsim,
  companion: assessCompanion,
};
const PLAN: Readonly<Record<AxisOf<'plan'>, Assess<OperatorContext>>> = {
  sharedPlan: assessSharedPlan,
  formFactor: assessFormFactor,
  sameRegion: assessSameRegion,
  lineCount: assessLineCount,
};

/** The axes that depend on people and devices alone: the same for every operator. */
export function assessHouseholdAxes(context: HouseholdContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'household' ? named(record.id, HOUSEHOLD[record.id](context)) : [],
  );
}

/** The axes that depend on the operator, whichever its plan. */
export function assessOperatorAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'operator' ? named(record.id, OPERATOR[record.id](context)) : [],
  );
}

/** The axes that depend on the plan in `context.plan`, or on there being none. */
export function assessPlanAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'plan' ? named(record.id, PLAN[record.id](context)) : [],
  );
}

function named(axis: Axis, outcome: Outcome | undefined): AxisResult[] {
  return outcome === undefined ? [] : [{ axis, ...outcome }];
}

/** Axis results in the order in which the questions are asked. */
export function inAxisOrder(results: readonly AxisResult[]): AxisResult[] {
  return AXIS_RECORDS.flatMap(({ id }) => results.find((result) => result.axis === id) ?? []);
}

/** Whether no operator decides an axis: it depends on people and devices alone. */
export function isHouseholdAxis(axis: Axis): boolean {
  return AXIS_RECORDS.some(({ id, level }) => id === axis && level === 'household');
}
