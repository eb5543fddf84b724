import type { FlatFeature, FlatValue } from '../../../data/core/features/collection.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { GiveWay } from '../../middleware/fair-queue.ts';
import { badParameters } from '../../middleware/problem.ts';
import type { Filter } from '../cql2/predicate.ts';
import { type DayInterval, holdsWithin } from '../datetime.ts';
import type { Item } from './item.ts';
import type { Area, DayItems } from './live-collection.ts';

/** A column to order by, or `id`. */
export interface SortKey {
  readonly name: string;
  readonly isDescending: boolean;
}

/** What a request selects out of a collection. */
export interface Selection {
  readonly area?: Area | undefined;
  readonly datetime?: DayInterval | undefined;
  readonly id?: string | undefined;
  /** Columns that must have exactly this value. */
  readonly equals: Readonly<Record<string, FlatValue>>;
  /** A CQL2 filter. */
  readonly filter?: Filter | undefined;
  /** Columns to order by, the first first; the order of the collection where there are none. */
  readonly order: readonly SortKey[];
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
 * Selects a page; what the index knows comes first, then the cheap filters.
 *
 * @throws ProblemError 400 for a filter that would take more steps over these items than any may.
 */
export async function selectItems(
  day: DayItems,
  selection: Selection,
  asOf: IsoDate,
  giveWay: GiveWay,
): Promise<Page> {
  const { filter, order, offset, limit } = selection;
  const chosen = await chosenOf(day, selection, giveWay);
  if (filter !== undefined) await checkSteps(filter, chosen, giveWay);
  const matching =
    filter === undefined ? chosen : await whichOf(chosen, (item) => filter.matches(item), giveWay);
  const ordered =
    order.length === 0 ? matching : await sortItems(matching, comparisonBy(order), giveWay);
  return { items: ordered.slice(offset, offset + limit), matched: matching.length, asOf };
}

/** By the first column that differs; what has no value comes last, whichever way. Texts by their code points. */
function comparisonBy(order: readonly SortKey[]) {
  return ({ feature: a }: Item, { feature: b }: Item): number => {
    for (const { name, isDescending } of order) {
      const [left, right] = [columnOf(a, name), columnOf(b, name)];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right === isDescending ? 1 : -1;
    }
    return 0;
  };
}

function columnOf(feature: FlatFeature, name: string): FlatValue {
  return name === 'id' ? feature.id : (feature.properties[name] ?? null);
}

/** What the index and the cheap filters leave. */
async function chosenOf(
  day: DayItems,
  { area, datetime, id, equals }: Selection,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  const near = area === undefined ? undefined : day.touching(area);
  const wanted = Object.entries(equals);
  const isChosen = (item: Item, position: number): boolean =>
    (near === undefined || near.has(position)) &&
    (id === undefined || item.feature.id === id) &&
    wanted.every(([name, value]) => item.feature.properties[name] === value) &&
    (datetime === undefined || holdsWithin(datetime, item.since));
  return whichOf(day.items, isChosen, giveWay);
}

/** The items of which something is true; others are answered meanwhile. */
async function whichOf(
  items: readonly Item[],
  isTrue: (item: Item, position: number) => boolean,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (const [position, item] of items.entries()) {
    if (isTrue(item, position)) found.push(item);
    const others = giveWay();
    if (others !== undefined) await others;
  }
  return found;
}

/** To count the steps of thousands of corners takes long itself: others are answered meanwhile. */
async function checkSteps(filter: Filter, items: readonly Item[], giveWay: GiveWay): Promise<void> {
  let steps = 0;
  for (const item of items) {
    steps += filter.stepsFor(item);
    const others = giveWay();
    if (others !== undefined) await others;
  }
  if (steps <= MAX_STEPS) return;
  const detail = `would take ${steps} steps over ${items.length} features, at most ${MAX_STEPS} are possible: use fewer or shorter patterns and predicates, or narrow it with another parameter`;
  throw badParameters([{ parameter: 'filter', detail }]);
}

/** Sorted in one stretch: by a hundred columns that are the same everywhere, some milliseconds. */
const RUN_LENGTH = 128;
/** Merged between two looks at whether others wait. */
const MERGED_AT_ONCE = 64;

/**
 * The same items in order, equal ones in the order in which they came; others are answered meanwhile. Short runs are sorted by
 * the language and merged by twos, which takes no more comparisons than sorting all at once.
 */
export async function sortItems<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += RUN_LENGTH) {
    runs.push(items.slice(start, start + RUN_LENGTH).toSorted(compare));
    const others = giveWay();
    if (others !== undefined) await others;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [first = [], second = []] = [runs[at], runs[at + 1]];
      merged.push(await merge(first, second, compare, giveWay));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  const merged: Item[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [first[left], second[right]];
    if (a === undefined || b === undefined) break;
    if (compare(a, b) <= 0) {
      merged.push(a);
      left += 1;
    } else {
      merged.push(b);
      right += 1;
    }
    if (merged.length % MERGED_AT_ONCE > 0) continue;
    const others = giveWay();
    if (others !== undefined) await others;
  }
  return [...merged, ...first.slice(left), ...second.slice(right)];
}
