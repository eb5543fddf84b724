import type { Column } from '../../../data/core/features/collection.ts';
import { LONGITUDE_FIRST, type ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import { readDay } from '../datetime.ts';
import {
  type Cql2,
  FilterError,
  isOneOf,
  isTruth,
  SPATIAL_PREDICATES,
  type SpatialPredicate,
  TEMPORAL_PREDICATES,
} from './expression.ts';
import {
  createOperandReader,
  type FilterItem,
  type Operand,
  required,
  type Scalar,
} from './operand.ts';
import { isGeometry, isShape, spatialPredicate } from './spatial.ts';
import { temporalPredicate, timeOf } from './temporal.ts';
import { always, combine, compare, negate, type Predicate } from './truth.ts';

type Compare = (a: NonNullable<Scalar>, b: NonNullable<Scalar>) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/**
 * The comparison that an operation is over two operands.
 *
 * @throws FilterError for an operation that gives a value, and for operands of unlike types.
 */
function comparisonOf(op: string, left: Operand, right: Operand): Compare {
  const compare = COMPARISONS[op];
  if (compare === undefined)
    throw new FilterError(`${op} gives a value: expected a comparison such as =`);
  if (left.type !== right.type) throw unlike(left, right);
  return compare;
}

/** Says which types do not go together, and how a day is written where a text was meant as one. */
function unlike(left: Operand, right: Operand): FilterError {
  const words = `a ${left.type} is compared with a ${right.type}`;
  const [text] = [left, right].flatMap(({ type, constant }) =>
    type === 'text' && typeof constant === 'string' ? [constant] : [],
  );
  const isDayWanted = [left.type, right.type].includes('date');
  const day = isDayWanted && text !== undefined ? readDay(text) : undefined;
  return new FilterError(day === undefined ? words : `${words}: write DATE('${day}')`);
}

/** A filter that can be run, and what running it costs. */
export interface Filter {
  matches(item: FilterItem): boolean;
  /** Most steps that running it over an item takes, known without running it. */
  stepsFor(item: FilterItem): number;
}

/**
 * Turns a parsed CQL2 expression into a predicate over the flat properties: comparisons, `IS NULL`, `BETWEEN`,
 * `IN`, `LIKE`, `CASEI`, `ACCENTI`, arithmetic, `AND`, `OR`, `NOT`, spatial and temporal predicates. What does not depend
 * on the item is worked out here, once.
 *
 * @param system reference system of the geometries in the filter
 * @throws FilterError for an unknown property, an operation that is not supported, or values of unlike types.
 */
export function compileFilter(
  expression: Cql2,
  columns: readonly Column[],
  system: ReferenceSystem = LONGITUDE_FIRST,
): Filter {
  const predicate = createCompiler(columns, system)(expression);
  return {
    matches: (item) => predicate.test(item) === true,
    stepsFor: predicate.stepsFor,
  };
}

/** Most spatial predicates in one filter: each looks at every corner of every region that comes near. */
const MAX_SPATIAL_PREDICATES = 4;

function createCompiler(
  columns: readonly Column[],
  system: ReferenceSystem,
): (expression: Cql2) => Predicate {
  const value = createOperandReader(columns);
  let spatialPredicates = 0;

  function compile(expression: Cql2): Predicate {
    if (typeof expression === 'boolean') return always(expression);
    if (typeof expression !== 'object' || !('op' in expression)) {
      throw new FilterError("expected a comparison, for example verdict = 'yes'");
    }
    const { op, args } = expression;
    switch (op) {
      case 'and':
        return combine(args.map(compile), false);
      case 'or':
        return combine(args.map(compile), true);
      case 'not':
        return negate(compile(required(args, 0)));
      case 'isNull':
        return nullity(required(args, 0));
      case 'in':
        return membership(args);
      case 'between':
        return combine(
          [
            comparison('>=', args.slice(0, 2)),
            comparison('<=', [required(args, 0), required(args, 2)]),
          ],
          false,
        );
      case 'like':
        return likeness(args);
      default:
        if (isOneOf(SPATIAL_PREDICATES, op)) return spatial(op, args);
        if (isOneOf(TEMPORAL_PREDICATES, op)) return temporalPredicate(op, args, value);
        return comparison(op, args);
    }
  }

  /** Whether anything at all is unknown: a value, or the truth of a predicate. */
  function nullity(expression: Cql2): Predicate {
    // Every feature has a geometry, and what is written out is there.
    if (isGeometry(expression) || isShape(expression)) return always(false);
    if (typeof expression === 'object' && 'interval' in expression) {
      const { operands, read } = timeOf('isNull', expression, value);
      return compare(operands, (item) => read(item) === null);
    }
    if (isTruth(expression)) {
      const { test, stepsFor } = compile(expression);
      return { test: (item) => test(item) === null, stepsFor };
    }
    const operand = value(expression);
    return compare([operand], (item) => operand.read(item) === null);
  }

  function comparison(op: string, args: readonly Cql2[]): Predicate {
    const left = value(required(args, 0));
    const right = value(required(args, 1));
    const test = comparisonOf(op, left, right);
    return compare([left, right], (item) => {
      const a = left.read(item);
      const b = right.read(item);
      return a === null || b === null ? null : test(a, b);
    });
  }

  /** `IN` is one look into the set where the values are constant, else a comparison with each. */
  function membership(args: readonly Cql2[]): Predicate {
    const list = required(args, 1);
    if (!Array.isArray(list)) throw new FilterError('IN expects a list of values');
    const comparisons = list.map((entry) => comparison('=', [required(args, 0), entry]));
    const wanted = list.map(value);
    if (wanted.some(({ constant }) => constant === undefined)) return combine(comparisons, true);
    const values = new Set(wanted.map(({ constant }) => constant));
    const subject = value(required(args, 0));
    // A value that is none (1/0) may be the one: what is found nowhere else stays open.
    const otherwise = values.has(null) ? null : false;
    return compare([subject], (item) => {
      const found = subject.read(item);
      return found === null ? null : values.has(found) || otherwise;
    });
  }

  function likeness(args: readonly Cql2[]): Predicate {
    const text = value(required(args, 0));
    const pattern = value(required(args, 1));
    for (const { type } of [text, pattern]) {
      if (type !== 'text')
        throw new FilterError(`LIKE expects a text and a pattern, not a ${type}`);
    }
    if (pattern.constant === undefined)
      throw new FilterError('LIKE expects a pattern that is the same for every feature');
    const { matches, stepsFor } = likePattern(String(pattern.constant));
    const predicate = compare([text], (item) => {
      const subject = text.read(item);
      return subject === null ? null : matches(String(subject));
    });
    if (text.constant !== undefined) return predicate;
    return {
      test: predicate.test,
      stepsFor: (item) => predicate.stepsFor(item) + stepsFor(text.lengthFor(item)),
    };
  }

  function spatial(op: SpatialPredicate, args: readonly Cql2[]): Predicate {
    spatialPredicates++;
    if (spatialPredicates > MAX_SPATIAL_PREDICATES) {
      throw new FilterError(
        `expected at most ${MAX_SPATIAL_PREDICATES} spatial predicates in one filter`,
      );
    }
    return spatialPredicate(op, args, system);
  }

  return compile;
}

const ANY_RUN = Symbol('%');
const ANY_LETTER = Symbol('_');

/** A pattern in pieces; after a backslash a wildcard is the letter itself (OGC 21-065r2, 7.1.1). */
function piecesOf(pattern: string): readonly (string | symbol)[] {
  const wildcards: Readonly<Record<string, symbol>> = { '%': ANY_RUN, _: ANY_LETTER };
  return [...pattern.matchAll(/\\([%_\\])|./gsu)].map(
    ([piece, escaped]) => escaped ?? wildcards[piece] ?? piece,
  );
}

/** A compiled `LIKE` pattern. */
interface LikePattern {
  matches(text: string): boolean;
  /** Most characters that are compared with a text of so many. */
  stepsFor(length: number): number;
}

/**
 * Compiles a `LIKE` pattern: `%` is any run, `_` one character. After a run it starts anew at each character of the text,
 * so that it compares at most as many as text and pattern make together: a regular expression could be made to hang.
 */
function likePattern(patternText: string): LikePattern {
  const pattern = piecesOf(patternText);
  const shortest = pattern.filter((piece) => piece !== ANY_RUN).length;
  return {
    stepsFor: (length) => (length < shortest ? 1 : length * (1 + Math.min(length, shortest))),
    matches(subject) {
      if (subject.length < shortest) return false;
      const text = [...subject];
      let [at, wanted, star, mark] = [0, 0, -1, 0];
      while (at < text.length) {
        if (pattern[wanted] === ANY_RUN) {
          star = wanted++;
          mark = at;
        } else if (
          wanted < pattern.length &&
          (pattern[wanted] === ANY_LETTER || pattern[wanted] === text[at])
        ) {
          at++;
          wanted++;
        } else if (star >= 0) {
          wanted = star + 1;
          at = ++mark;
        } else return false;
      }
      while (pattern[wanted] === ANY_RUN) wanted++;
      return wanted === pattern.length;
    },
  };
}
