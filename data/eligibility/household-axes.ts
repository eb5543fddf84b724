import type { Axis } from '../schema/axis.ts';

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
