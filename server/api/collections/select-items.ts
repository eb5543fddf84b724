import type { FlatValue } from '../../../data/core/features/collection.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
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
  /** Predicate of a CQL2 filter. */
  readonly matches?: ((item: Item) => boolean) | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** One page of a selection, and how many there are in all. */
export interface Page {
  readonly items: readonly Item[];
  readonly matched: number;
  readonly asOf: IsoDate;
}

/** Selects a page; the cheap filters come first. */
export function selectItems(items: readonly Item[], selection: Selection, asOf: IsoDate): Page {
  const { boxes, datetime, id, equals, matches, offset, limit } = selection;
  const wanted = Object.entries(equals);
  const matching = items.filter(
    (item) =>
      (id === undefined || item.feature.id === id) &&
      wanted.every(([name, value]) => item.feature.properties[name] === value) &&
      (datetime === undefined || holdsWithin(datetime, item.since)) &&
      (matches === undefined || matches(item)) &&
      (boxes === undefined || intersectsAny(item.parts, boxes)),
  );
  return { items: matching.slice(offset, offset + limit), matched: matching.length, asOf };
}
