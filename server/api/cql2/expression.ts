import type { Geometry } from 'geojson';

/** A CQL2 expression in its JSON form, as far as it is understood here (OGC 21-065r2, clause 6). */
export type Cql2 =
  | string
  | number
  | boolean
  | { readonly property: string }
  | { readonly date: string }
  | { readonly interval: readonly [from: IntervalEnd, to: IntervalEnd] }
  | Geometry
  | { readonly op: string; readonly args: readonly Cql2[] }
  | readonly Cql2[];

/** A day that belongs to the interval, or the property that has it; an open end is `undefined`. */
export type IntervalEnd = string | undefined | { readonly property: string };

/** How deep an expression may nest. */
export const MAX_NESTING = 40;

/** Spatial predicates (OGC 21-065r2, 7.7), as DE-9IM names them. */
export const SPATIAL_PREDICATES = [
  's_intersects',
  's_contains',
  's_crosses',
  's_disjoint',
  's_equals',
  's_overlaps',
  's_touches',
  's_within',
] as const;
export type SpatialPredicate = (typeof SPATIAL_PREDICATES)[number];

/** Temporal predicates (OGC 21-065r2, 7.10). */
export const TEMPORAL_PREDICATES = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedby',
  't_finishes',
  't_intersects',
  't_meets',
  't_metby',
  't_overlappedby',
  't_overlaps',
  't_startedby',
  't_starts',
] as const;
export type TemporalPredicate = (typeof TEMPORAL_PREDICATES)[number];

/** Operations on two numbers (OGC 21-065r2, 7.15). */
export const ARITHMETIC = ['+', '-', '*', '/', '%', '^', 'div'] as const;
export type Arithmetic = (typeof ARITHMETIC)[number];

/** Functions that make texts alike before they are compared (OGC 21-065r2, 7.3 and 7.4). */
export const FOLDS = ['casei', 'accenti'] as const;

/** Operations that give a value; all others give a truth. */
const VALUES: readonly string[] = [...ARITHMETIC, ...FOLDS, 'bbox'];

/** Whether an expression is true or false of a feature, and no value. */
export function isTruth(expression: Cql2): boolean {
  if (typeof expression === 'boolean') return true;
  return typeof expression === 'object' && 'op' in expression && !VALUES.includes(expression.op);
}

/** What is wrong in a filter; its message goes to the client. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

/** Whether a name is one of those that are listed. */
export function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return names.some((each) => each === name);
}

/** Comparisons of two values (OGC 21-065r2, 6.3). */
export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;

const JOINS: readonly string[] = ['and', 'or'];

const alike = (ops: readonly string[], count: number) => ops.map((op) => [op, count] as const);

/** How many arguments the operations have that do not join any number of them. */
const ARGUMENTS = new Map<string, number>([
  ...alike(['not'], 1),
  ...alike(COMPARISONS, 2),
  ...alike(['like', 'in'], 2),
  ...alike(['between'], 3),
  ...alike(['isNull', ...FOLDS], 1),
  ...alike([...ARITHMETIC, ...SPATIAL_PREDICATES, ...TEMPORAL_PREDICATES], 2),
]);

/** What stands before brackets in text. */
export const FUNCTIONS: readonly string[] = [
  ...FOLDS,
  ...SPATIAL_PREDICATES,
  ...TEMPORAL_PREDICATES,
].map((name) => name.toUpperCase());

/**
 * Checks that there is such an operation and that it has so many arguments.
 *
 * @throws FilterError naming the operation, and those that there are or the number that it has.
 */
export function checkOperation(op: string, count: number): void {
  const wanted = ARGUMENTS.get(op);
  if (wanted === undefined && !JOINS.includes(op)) {
    const known = [...JOINS, ...ARGUMENTS.keys()].join(', ');
    throw new FilterError(`there is no operation ${JSON.stringify(op)}; there are ${known}`);
  }
  if (wanted === undefined ? count > 0 : count === wanted) return;
  const number = wanted === undefined ? 'at least 1' : String(wanted);
  const noun = (wanted ?? 1) === 1 ? 'argument' : 'arguments';
  throw new FilterError(`${op} expects ${number} ${noun}, not ${count}`);
}
