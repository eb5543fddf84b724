import type { Column } from '../../../data/core/features/collection.ts';
import { LONGITUDE_FIRST, type ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import { readDay } from '../datetime.ts';
import { cornersNear, intersectsAny } from '../geometry.ts';
import {
  type Cql2,
  FilterError,
  SPATIAL_PREDICATES,
  type SpatialPredicate,
  TEMPORAL_PREDICATES,
  type TemporalPredicate,
} from './expression.ts';
import { likePattern } from './like-pattern.ts';
import type { FilterItem } from './operand.ts';
import { createOperandReader, type Operand, required, type Scalar } from './operand.ts';
import { boxesOf, isGeometry } from './spatial.ts';
import { relationTo, shapeOf } from './spatial-relation.ts';
import { type Days, intervalOf, TEMPORAL_RELATIONS } from './temporal.ts';

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
 * @throws FilterError for an operation that is none, and for operands of unlike types.
 */
export function comparisonOf(op: string, left: Operand, right: Operand): Compare {
  const compare = COMPARISONS[op];
  if (compare === undefined)
    throw new FilterError(`the operation ${JSON.stringify(op)} is not supported`);
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

/** Truth in CQL2: `null` where a missing property leaves it open. */
type Truth = boolean | null;

interface Predicate {
  test(item: FilterItem): Truth;
  /** Most steps that testing one item takes: a step is a comparison of two values, characters or corners. */
  stepsFor(item: FilterItem): number;
}

/** A filter that can be run, and what running it costs. */
export interface Filter {
  matches(item: FilterItem): boolean;
  /** Most steps that running it over items takes, known without running it. */
  stepsOver(items: readonly FilterItem[]): number;
}

/**
 * Turns a parsed CQL2 expression into a predicate over the flat properties: comparisons, `IS NULL`, `BETWEEN`,
 * `IN`, `LIKE`, `CASEI`, `ACCENTI`, `AND`, `OR`, `NOT`, spatial and temporal predicates. What does not depend on the item
 * is worked out here, once.
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
    stepsOver: (items) => items.reduce((sum, item) => sum + predicate.stepsFor(item), 0),
  };
}

/** What is the same for every item costs nothing more. */
function always(truth: Truth): Predicate {
  return { test: () => truth, stepsFor: () => 0 };
}

/** Most spatial predicates in one filter: each looks at every corner of every region that comes near. */
const MAX_SPATIAL_PREDICATES = 4;
/** Steps for reading an operand, which may have to be folded to another case. */
const STEPS_AN_OPERAND = 5;
/** Steps for one corner of a shape, which is looked at with each edge of the other. */
const STEPS_A_CORNER = 10;
/** The same where two shapes are related to each other corner by corner: about a microsecond. */
const STEPS_A_RELATED_CORNER = 60;

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
        // Every feature has a geometry.
        if (isGeometry(args[0])) return always(false);
        return isNull(value(required(args, 0)));
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
        if (isOneOf(TEMPORAL_PREDICATES, op)) return temporal(op, args);
        return comparison(op, args);
    }
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
    return compare([subject], (item) => {
      const found = subject.read(item);
      return found === null ? null : values.has(found);
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
      stepsFor: (item) => 1 + stepsFor(String(text.read(item) ?? '').length),
    };
  }

  function spatial(op: SpatialPredicate, args: readonly Cql2[]): Predicate {
    spatialPredicates++;
    if (spatialPredicates > MAX_SPATIAL_PREDICATES) {
      throw new FilterError(
        `expected at most ${MAX_SPATIAL_PREDICATES} spatial predicates in one filter`,
      );
    }
    const isFirst = isGeometry(args[0]);
    const shape = isFirst ? args[1] : args[0];
    if (!isFirst && !isGeometry(args[1])) {
      throw new FilterError(`${op.toUpperCase()} expects the property geometry and a shape`);
    }
    const boxes = op === 's_intersects' ? boxesOf(shape, system) : undefined;
    if (boxes !== undefined) {
      return {
        test: (item) => intersectsAny(item.parts, boxes),
        stepsFor: (item) => STEPS_A_CORNER * cornersNear(item.parts, boxes),
      };
    }
    const relation = relationTo(op, shapeOf(shape, system), isFirst);
    return {
      test: ({ feature, parts }) => relation.test(feature.geometry, parts),
      stepsFor: ({ parts }) => STEPS_A_RELATED_CORNER * relation.cornersFor(parts),
    };
  }

  function temporal(op: TemporalPredicate, args: readonly Cql2[]): Predicate {
    const [first, second] = [timeOf(op, args[0]), timeOf(op, args[1])];
    const holds = TEMPORAL_RELATIONS[op];
    return compare([first.operand, second.operand].flat(), (item) => {
      const [a, b] = [first.read(item), second.read(item)];
      return a === null || b === null ? null : holds(a, b);
    });
  }

  /** A day or an interval on one side of a temporal predicate. */
  function timeOf(op: string, expression: Cql2 | undefined) {
    const interval = intervalOf(expression);
    if (interval !== undefined) return { operand: [], read: () => interval };
    const operand = value(required(expression === undefined ? [] : [expression], 0));
    if (operand.type !== 'date') {
      throw new FilterError(`${op.toUpperCase()} expects a date, not a ${operand.type}`);
    }
    return {
      operand: [operand],
      read(item: FilterItem): Days | null {
        const day = operand.read(item);
        return day === null ? null : { start: String(day), end: String(day) };
      },
    };
  }

  return compile;
}

/** A test of operands: done once where all of them are constant. */
function compare(operands: readonly Operand[], test: (item: FilterItem) => Truth): Predicate {
  if (operands.every(({ constant }) => constant !== undefined)) return always(test(NO_ITEM));
  const steps = STEPS_AN_OPERAND * operands.length;
  return { test, stepsFor: () => steps };
}

/** Stands for the item where nothing of it is read. */
const NO_ITEM: FilterItem = {
  feature: {
    type: 'Feature',
    id: '',
    geometry: { type: 'Point', coordinates: [] },
    properties: {},
  },
  parts: [],
};

/** `AND` (`deciding` false) and `OR` (`deciding` true) with three truth values. */
function combine(predicates: readonly Predicate[], deciding: boolean): Predicate {
  return {
    test(item) {
      let open = false;
      for (const predicate of predicates) {
        const truth = predicate.test(item);
        if (truth === deciding) return deciding;
        open ||= truth === null;
      }
      return open ? null : !deciding;
    },
    stepsFor: (item) => predicates.reduce((sum, { stepsFor }) => sum + stepsFor(item), 0),
  };
}

function negate({ test, stepsFor }: Predicate): Predicate {
  return {
    test(item) {
      const truth = test(item);
      return truth === null ? null : !truth;
    },
    stepsFor,
  };
}

function isNull(operand: Operand): Predicate {
  return compare([operand], (item) => operand.read(item) === null);
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return names.some((each) => each === name);
}
