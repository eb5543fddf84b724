import * as z from 'zod';
import { Assessment } from '../schema/assessment.ts';
import { Dataset } from '../schema/dataset.ts';
import { IsoDate } from '../schema/dates.ts';
import { DeviceModel } from '../schema/device.ts';
import { Household } from '../schema/household.ts';
import { Slug } from '../schema/ids.ts';
import { createAssessor } from './create-assessor.ts';

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

/** A vector whose answer differs: where, what was expected and what came. */
type VectorFailure = { id: string; path: string; expected: unknown; actual: unknown };

/**
 * Puts each vector's question to the rules and compares the answers as JSON, key order aside. Runs wherever the
 * rules do. Returns the first difference of each vector that fails; none: all pass.
 */
export function runVectors(
  { dataset, devices }: VectorDataset,
  vectors: readonly Vector[],
): VectorFailure[] {
  const { assess } = createAssessor(dataset, devices);
  return vectors.flatMap(({ id, household, asOf, operatorIds, expected }) => {
    const difference = firstDifference(
      asJson(expected),
      asJson(assess(household, { asOf, operatorIds })),
      '',
    );
    return difference === undefined ? [] : [{ id, ...difference }];
  });
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Difference = { path: string; expected: unknown; actual: unknown };

/** What would be sent: without the keys whose value is undefined. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

/** First place, as a JSON pointer, in which two values differ. */
function firstDifference(expected: Json, actual: Json, path: string): Difference | undefined {
  if (!isContainer(expected) || !isContainer(actual)) {
    return expected === actual ? undefined : { path, expected, actual };
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  for (const key of keys) {
    const [a, b] = [valueAt(expected, key), valueAt(actual, key)];
    if (a === undefined || b === undefined) {
      return { path: `${path}/${key}`, expected: a, actual: b };
    }
    const difference = firstDifference(a, b, `${path}/${key}`);
    if (difference !== undefined) return difference;
  }
  return Array.isArray(expected) === Array.isArray(actual) ? undefined : { path, expected, actual };
}

function isContainer(value: Json): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function valueAt(container: Json[] | { [key: string]: Json }, key: string): Json | undefined {
  return Array.isArray(container) ? container[Number(key)] : container[key];
}
