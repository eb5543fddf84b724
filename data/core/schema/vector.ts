import * as z from 'zod';
import { Assessment } from './assessment.ts';
import { Dataset } from './dataset.ts';
import { IsoDate } from './dates.ts';
import { DeviceModel } from './device.ts';
import { Household } from './household.ts';
import { Slug } from './ids.ts';

/** A question with the answer that every implementation of the rules must give over `VectorDataset`. */
export const Vector = z.strictObject({
  id: Slug,
  /** What it shows, for people. */
  title: z.string().min(1),
  household: Household,
  asOf: IsoDate,
  /** Only these operators; all when absent. */
  operatorIds: z.array(Slug).min(1).optional(),
  expected: Assessment,
  /** Why the answer is another one than it was, newest first: an answer that others rely on does not change in silence. */
  changes: z.array(z.strictObject({ on: IsoDate, reason: z.string().trim().min(10) })).default([]),
});
export type Vector = z.infer<typeof Vector>;

/** The facts that the vectors are about: invented, and frozen so that no edit of the data changes them. */
export const VectorDataset = z.strictObject({ dataset: Dataset, devices: z.array(DeviceModel) });
export type VectorDataset = z.infer<typeof VectorDataset>;
