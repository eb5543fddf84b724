import type { Geometry } from 'geojson';
import { LRUCache } from 'lru-cache';
import type {
  Collection,
  Column,
  FlatFeature,
  GeometryType,
} from '../../data/features/collection.ts';
import type { IsoDate } from '../../data/schema/dates.ts';
import { earliest } from './evidence-since.ts';
import { type Extent, extentOf } from './extent.ts';
import { type GeometryParts, splitGeometry } from './geometry-parts.ts';

/** A feature with what its filters look at. */
export interface Item {
  readonly feature: FlatFeature;
  readonly parts: GeometryParts;
  /** The geometry as JSON: it makes up 99 % of the bytes and never changes. */
  readonly geometryJson: string;
  /** First day for which there is evidence. */
  readonly since: IsoDate | undefined;
}

/** The features of one day, by position and by id. */
export interface DayItems {
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
}

/** A collection whose verdicts are computed for any day. */
export interface LiveCollection {
  readonly id: Collection['id'];
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly geometryType: GeometryType;
  /** First day for which there is evidence on any feature. */
  readonly since: IsoDate | undefined;
  /** Smallest box around all features. */
  readonly extent: Extent;
  readonly defaultLimit: number;
  readonly maxLimit: number;
  on(asOf: IsoDate): DayItems;
}

/** Days whose features are kept: today, and a few that someone compares it with. */
const KEPT_DAYS = 6;

/** Wraps a function from day to features so that each day is computed once while it is in use. */
export function createLiveCollection(options: {
  today: IsoDate;
  featuresOn: (asOf: IsoDate) => Collection;
  sinceOf: (feature: FlatFeature) => IsoDate | undefined;
  limits: { standard: number; largest: number };
}): LiveCollection {
  const days = new LRUCache<IsoDate, DayItems>({ max: KEPT_DAYS });
  const prepared = new WeakMap<Geometry, Pick<Item, 'parts' | 'geometryJson'>>();
  const prepare = (geometry: Geometry) => {
    const known = prepared.get(geometry) ?? {
      parts: splitGeometry(geometry),
      geometryJson: JSON.stringify(geometry),
    };
    prepared.set(geometry, known);
    return known;
  };
  const compute = (collection: Collection): DayItems => {
    const items = collection.features.map((feature) => ({
      feature,
      ...prepare(feature.geometry),
      since: options.sinceOf(feature),
    }));
    return { items, byId: new Map(items.map((item) => [item.feature.id, item])) };
  };
  const described = options.featuresOn(options.today);
  const present = compute(described);
  days.set(options.today, present);
  return {
    id: described.id,
    title: described.title,
    description: described.description,
    columns: described.columns,
    geometryType: described.geometryType,
    since: earliest(present.items.map(({ since }) => since)),
    extent: extentOf(present.items.flatMap(({ parts }) => parts.map(({ box }) => box))),
    defaultLimit: options.limits.standard,
    maxLimit: options.limits.largest,
    on(asOf) {
      const items = days.get(asOf) ?? compute(options.featuresOn(asOf));
      days.set(asOf, items);
      return items;
    },
  };
}
