import { type Cql2, FilterError, type IntervalEnd, type TemporalPredicate } from './expression.ts';
import { type FilterItem, type Operand, required } from './operand.ts';
import { compare, type Predicate } from './truth.ts';

/** First and last day of an instant or an interval, as texts that compare like days. */
interface Days {
  readonly start: string;
  readonly end: string;
}

/** Before and after every day, for open ends. */
const EARLIEST = '';
const LATEST = '~';

type Relation = (a: Days, b: Days) => boolean;

const isDuring: Relation = (a, b) => a.start > b.start && a.end < b.end;
const finishes: Relation = (a, b) => a.start > b.start && a.end === b.end;
const meets: Relation = (a, b) => a.end === b.start;
const overlaps: Relation = (a, b) => a.start < b.start && a.end > b.start && a.end < b.end;
const starts: Relation = (a, b) => a.start === b.start && a.end < b.end;
const disjoint: Relation = (a, b) => a.start > b.end || a.end < b.start;

function inverse(relation: Relation): Relation {
  return (a, b) => relation(b, a);
}

/** What each temporal predicate says of two times (OGC 21-065r2, table 10, after Allen): an instant starts and ends at once. */
const TEMPORAL_RELATIONS: Readonly<Record<TemporalPredicate, Relation>> = {
  t_after: (a, b) => a.start > b.end,
  t_before: (a, b) => a.end < b.start,
  t_contains: inverse(isDuring),
  t_disjoint: disjoint,
  t_during: isDuring,
  t_equals: (a, b) => a.start === b.start && a.end === b.end,
  t_finishedby: inverse(finishes),
  t_finishes: finishes,
  t_intersects: (a, b) => !disjoint(a, b),
  t_meets: meets,
  t_metby: inverse(meets),
  t_overlappedby: inverse(overlaps),
  t_overlaps: overlaps,
  t_startedby: inverse(starts),
  t_starts: starts,
};

/** Reads an operand, as `createOperandReader` does. */
type ReadOperand = (expression: Cql2) => Operand;

/** A time on one side of a temporal predicate: `null` where a day of it is unknown. */
interface Time {
  readonly operands: readonly Operand[];
  read(item: FilterItem): Days | null;
}

/**
 * A temporal predicate over two days or intervals.
 *
 * @throws FilterError for what is no time.
 */
export function temporalPredicate(
  op: TemporalPredicate,
  args: readonly Cql2[],
  value: ReadOperand,
): Predicate {
  const [first, second] = [0, 1].map((at) => timeOf(op, required(args, at), value));
  if (first === undefined || second === undefined) throw new FilterError(`${op} expects two times`);
  const holds = TEMPORAL_RELATIONS[op];
  return compare([...first.operands, ...second.operands], (item) => {
    const [a, b] = [first.read(item), second.read(item)];
    return a === null || b === null ? null : holds(a, b);
  });
}

/**
 * A day or an interval, whose ends may be properties.
 *
 * @throws FilterError for what is no time, and for an interval whose later day comes first.
 */
export function timeOf(op: string, expression: Cql2, value: ReadOperand): Time {
  if (typeof expression === 'object' && 'interval' in expression) {
    return intervalOf(expression.interval, value);
  }
  const operand = dayOperand(op, expression, value);
  return {
    operands: [operand],
    read(item) {
      const day = operand.read(item);
      return day === null ? null : { start: String(day), end: String(day) };
    },
  };
}

function intervalOf(
  [from, to]: readonly [from: IntervalEnd, to: IntervalEnd],
  value: ReadOperand,
): Time {
  const [start, end] = [endOperand(from, EARLIEST, value), endOperand(to, LATEST, value)];
  const { constant } = start;
  if (typeof constant === 'string' && typeof end.constant === 'string' && constant > end.constant)
    throw new FilterError(`INTERVAL expects the earlier day first, not '${constant}'`);
  return {
    operands: [start, end],
    read(item) {
      const [first, last] = [start.read(item), end.read(item)];
      // Days of a feature that are the wrong way round are no interval.
      if (first === null || last === null || first > last) return null;
      return { start: String(first), end: String(last) };
    },
  };
}

function endOperand(end: IntervalEnd, open: string, value: ReadOperand): Operand {
  return dayOperand('INTERVAL', typeof end === 'object' ? end : { date: end ?? open }, value);
}

function dayOperand(op: string, expression: Cql2, value: ReadOperand): Operand {
  const operand = value(expression);
  if (operand.type === 'date') return operand;
  throw new FilterError(`${op.toUpperCase()} expects a date, not a ${operand.type}`);
}
