import * as z from 'zod';

/** The questions a verdict is made of, in the order in which they are asked and shown. */
export const AXES = [
  'presence',
  'esim',
  'sharedPlan',
  'formFactor',
  'sameRegion',
  'lineCount',
  'numberCap',
  'customer',
  'companion',
  'device',
] as const;

export const Axis = z.enum(AXES);
export type Axis = z.infer<typeof Axis>;
