import {
  ARITHMETIC,
  FilterError,
  FOLDS,
  SPATIAL_PREDICATES,
  TEMPORAL_PREDICATES,
} from './expression.ts';

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
