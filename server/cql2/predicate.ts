import type { Column } from '../../data/features/collection.ts';
import { intersectsAny } from '../collections/geometry-parts.ts';
import type { Item } from '../collections/live-collection.ts';
import { comparisonOf } from './comparison.ts';
import { type Cql2, FilterMistake } from './expression.ts';
import { likePattern } from './like-pattern.ts';
import { createOperandReader, type Operand, required } from './operand.ts';
import { boxesOf, isGeometry } from './spatial.ts';

/** Truth in CQL2: `null` where a missing property leaves it open. */
type Truth = boolean | null;
type Predicate = (item: Item) => Truth;

/**
 * Turns a parsed CQL2 expression into a predicate over the flat properties: comparisons, `IS NULL`, `BETWEEN`,
 * `IN`, `LIKE`, `CASEI`, `AND`, `OR`, `NOT`, and `S_INTERSECTS` with a point or a box.
 *
 * @throws FilterMistake for an unknown property, an operation that is not supported, or values of unlike types.
 */
export function compileFilter(
  expression: Cql2,
  columns: readonly Column[],
): (item: Item) => boolean {
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
