import type { Vector, VectorDataset } from '../schema/vector.ts';
import { createAssessor } from './create-assessor.ts';

/** A vector whose answer differs: where, what was expected and what came. */
export type VectorFailure = { id: string; path: string; expected: unknown; actual: unknown };

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
