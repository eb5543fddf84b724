import type { FlatValue } from '../../../data/core/features/collection.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { GiveWay } from '../../middleware/fair-queue.ts';
import { badParameters } from '../../middleware/problem.ts';
import type { Filter } from '../cql2/predicate.ts';
import { type DayInterval, holdsWithin } from '../datetime.ts';
import { type Box, intersectsAny } from '../geometry.ts';
import type { Item } from './live-collection.ts';

/** What a request selects out of a collection. */
export interface Selection {
  readonly boxes?: readonly Box[] | undefined;
  readonly datetime?: DayInterval | undefined;
  readonly id?: string | undefined;
  /** Columns that must have exactly this value. */
  readonly equals: Readonly<Record<string, FlatValue>>;
  /** A CQL2 filter. */
  readonly filter?: Filter | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** One page of a selection, and how many there are in all. */
export interface Page {
  readonly items: readonly Item[];
  readonly matched: number;
  readonly asOf: IsoDate;
}

/** Steps of a filter over all features: some tens of milliseconds, which no filter that somebody means comes near. */
const MAX_STEPS = 10_000_000;

/**
 * Selects a page; the cheap filters come first.
 *
 * @throws ProblemError 400 for a filter that would take more steps over these items than any may.
 */
export async function selectItems(
  items: readonly Item[],
  selection: Selection,
  asOf: IsoDate,
  giveWay: GiveWay,
): Promise<Page> {
  const { boxes, datetime, id, equals, filter, offset, limit } = selection;
  const wanted = Object.entries(equals);
  const chosen = items.filter(
    (item) =>
      (id === undefined || item.feature.id === id) &&
      wanted.every(([name, value]) => item.feature.properties[name] === value) &&
      (datetime === undefined || holdsWithin(datetime, item.since)),
  );
  if (filter !== undefined) checkSteps(filter, chosen);
  const matching: Item[] = [];
  for (const item of chosen) {
    const matches =
      (filter === undefined || filter.matches(item)) &&
      (boxes === undefined || intersectsAny(item.parts, boxes));
    if (matches) matching.push(item);
    const others = giveWay();
    if (others !== undefined) await others;
  }
  return { items: matching.slice(offset, offset + limit), matched: matching.length, asOf };
}

function checkSteps(filter: Filter, items: readonly Item[]): void {
  const steps = filter.stepsOver(items);
  if (steps <= MAX_STEPS) return;
  const detail = `would take ${steps} steps over ${items.length} features, at most ${MAX_STEPS} are possible: use fewer or shorter patterns and predicates, or narrow it with another parameter`;
  throw badParameters([{ parameter: 'filter', detail }]);
}
