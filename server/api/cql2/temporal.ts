import { type Cql2, FilterError, type TemporalPredicate } from './expression.ts';

/** First and last day of an instant or an interval, as texts that compare like days. */
export interface Days {
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
export const TEMPORAL_RELATIONS: Readonly<Record<TemporalPredicate, Relation>> = {
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

/** Days of an interval that is written out; `undefined` for any other expression. */
export function intervalOf(expression: Cql2 | undefined): Days | undefined {
  if (typeof expression !== 'object' || !('interval' in expression)) return undefined;
  const [from = EARLIEST, to = LATEST] = expression.interval;
  if (from > to) throw new FilterError(`INTERVAL expects the earlier day first, not '${from}'`);
  return { start: from, end: to };
}
