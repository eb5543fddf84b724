import type { Column } from '../../../data/core/features/collection.ts';
import { readDay } from '../datetime.ts';
import { intersectsAny } from '../geometry.ts';
import { type Cql2, FilterMistake } from './expression.ts';
import type { FilterItem } from './operand.ts';
import { createOperandReader, type Operand, required, type Scalar } from './operand.ts';
import { boxesOf, isGeometry } from './spatial.ts';

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
 * @throws FilterMistake for an operation that is none, and for operands of unlike types.
 */
export function comparisonOf(op: string, left: Operand, right: Operand): Compare {
  const compare = COMPARISONS[op];
  if (compare === undefined)
    throw new FilterMistake(`the operation ${JSON.stringify(op)} is not supported`);
  if (left.type !== right.type) throw unlike(left, right);
  return compare;
}

/** Says which types do not go together, and how a day is written where a text was meant as one. */
function unlike(left: Operand, right: Operand): FilterMistake {
  const words = `a ${left.type} is compared with a ${right.type}`;
  const [text] = [left, right].flatMap(({ type, constant }) =>
    type === 'text' && typeof constant === 'string' ? [constant] : [],
  );
  const isDayWanted = [left.type, right.type].includes('date');
  const day = isDayWanted && text !== undefined ? readDay(text) : undefined;
  return new FilterMistake(day === undefined ? words : `${words}: write DATE('${day}')`);
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

/**
 * Compiles a `LIKE` pattern: `%` is any run, `_` one character. It matches in linear steps per start, since a regular
 * expression could be made to hang.
 */
export function likePattern(patternText: string): (text: string) => boolean {
  const pattern = piecesOf(patternText);
  return (subject) => {
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
  };
}

/** Truth in CQL2: `null` where a missing property leaves it open. */
type Truth = boolean | null;
type Predicate = (item: FilterItem) => Truth;

/**
 * Turns a parsed CQL2 expression into a predicate over the flat properties: comparisons, `IS NULL`, `BETWEEN`,
 * `IN`, `LIKE`, `CASEI`, `AND`, `OR`, `NOT`, and `S_INTERSECTS` with a point or a box.
 *
 * @throws FilterMistake for an unknown property, an operation that is not supported, or values of unlike types.
 */
export function compileFilter(
  expression: Cql2,
  columns: readonly Column[],
): (item: FilterItem) => boolean {
  const predicate = createCompiler(columns)(expression);
  return (item) => predicate(item) === true;
}

/** Most spatial predicates in one filter: each looks at every corner of every region that comes near. */
const MAX_SPATIAL_PREDICATES = 4;

function createCompiler(columns: readonly Column[]): (expression: Cql2) => Predicate {
  const value = createOperandReader(columns);
  let spatialPredicates = 0;

  function compile(expression: Cql2): Predicate {
    if (typeof expression === 'boolean') return () => expression;
    if (typeof expression !== 'object' || !('op' in expression)) {
      throw new FilterMistake("expected a comparison, for example verdict = 'yes'");
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
        // Every feature has a geometry.
        if (isGeometry(args[0])) return () => false;
        return isNull(value(required(args, 0)).read);
      case 's_intersects':
        return intersection(args);
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
        return comparison(op, args);
    }
  }

  function comparison(op: string, args: readonly Cql2[]): Predicate {
    const left = value(required(args, 0));
    const right = value(required(args, 1));
    const test = comparisonOf(op, left, right);
    return (item) => {
      const [a, b] = [left.read(item), right.read(item)];
      return a === null || b === null ? null : test(a, b);
    };
  }

  function membership(args: readonly Cql2[]): Predicate {
    const list = required(args, 1);
    if (!Array.isArray(list)) throw new FilterMistake('IN expects a list of values');
    return combine(
      list.map((entry) => comparison('=', [required(args, 0), entry])),
      true,
    );
  }

  function likeness(args: readonly Cql2[]): Predicate {
    const text = value(required(args, 0));
    const pattern = value(required(args, 1));
    for (const { type } of [text, pattern]) {
      if (type !== 'text')
        throw new FilterMistake(`LIKE expects a text and a pattern, not a ${type}`);
    }
    if (pattern.constant === undefined)
      throw new FilterMistake('LIKE expects a pattern that is the same for every feature');
    const matches = likePattern(String(pattern.constant));
    return (item) => {
      const subject = text.read(item);
      return subject === null ? null : matches(String(subject));
    };
  }

  function intersection(args: readonly Cql2[]): Predicate {
    spatialPredicates++;
    if (spatialPredicates > MAX_SPATIAL_PREDICATES) {
      throw new FilterMistake(
        `expected at most ${MAX_SPATIAL_PREDICATES} spatial predicates in one filter`,
      );
    }
    const [first, second] = args;
    if (!isGeometry(first)) {
      throw new FilterMistake('S_INTERSECTS expects the property geometry first');
    }
    const boxes = boxesOf(second);
    return (item) => intersectsAny(item.parts, boxes);
  }

  return compile;
}

/** `AND` (`deciding` false) and `OR` (`deciding` true) with three truth values. */
function combine(predicates: readonly Predicate[], deciding: boolean): Predicate {
  return (item) => {
    let open = false;
    for (const predicate of predicates) {
      const truth = predicate(item);
      if (truth === deciding) return deciding;
      open ||= truth === null;
    }
    return open ? null : !deciding;
  };
}

function negate(predicate: Predicate): Predicate {
  return (item) => {
    const truth = predicate(item);
    return truth === null ? null : !truth;
  };
}

function isNull(read: Operand['read']): Predicate {
  return (item) => read(item) === null;
}
