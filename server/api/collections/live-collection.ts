import type { Geometry } from 'geojson';
import { LRUCache } from 'lru-cache';
import { speaksSince } from '../../../data/core/eligibility/claims/freshness.ts';
import type {
  Collection,
  Column,
  FlatFeature,
  GeometryType,
} from '../../../data/core/features/collection.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { coversRegion } from '../../../data/core/schema/ids.ts';
import type { Link } from '../../links.ts';
import type { GiveWay } from '../../middleware/fair-queue.ts';
import type { FilterItem } from '../cql2/operand.ts';
import { type Extent, extentOf, splitGeometry } from '../geometry.ts';

/**
 * First day that any evidence speaks for, of one operator or of all operators in a region. A `datetime` before
 * it does not find the feature. `undefined`: no evidence at all, which holds at any time.
 */
export function evidenceSince(
  { operators }: Dataset,
  scope: { regionId: string; operatorId?: string },
): IsoDate | undefined {
  const { regionId, operatorId } = scope;
  return earliest(
    operators
      .filter(({ id }) => operatorId === undefined || id === operatorId)
      .flatMap(({ claims }) => claims)
      .filter(({ regionIds }) => coversRegion(regionIds, regionId))
      .map((claim) => speaksSince(claim)),
  );
}

/** The first of some days; `undefined` where there are none. */
export function earliest(days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}

/** A feature with what its filters look at. */
export interface Item extends FilterItem {
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
  /** Does what `on` takes long for, region by region, so that others can be answered in between. */
  prepare(asOf: IsoDate, giveWay: GiveWay): Promise<void>;
}

/** Days whose features are kept: today, and a few that someone compares it with. */
const KEPT_DAYS = 6;
/** Intervals without a change of the evidence whose features are kept. */
const KEPT_INTERVALS = 12;

/** Wraps a function from day to features so that each day is computed once while it is in use. */
export function createLiveCollection(options: {
  today: IsoDate;
  featuresOn: (asOf: IsoDate) => Collection;
  sinceOf: (feature: FlatFeature) => IsoDate | undefined;
  limits: { standard: number; largest: number };
  /** Names the time around a day in which no verdict changes. */
  intervalOf: (asOf: IsoDate) => string;
  /** Regions, each of which `warm` assesses for a day so that `featuresOn` finds it done. */
  regionIds: readonly string[];
  warm: (asOf: IsoDate, regionId: string) => void;
}): LiveCollection {
  const intervals = new LRUCache<string, DayItems>({ max: KEPT_INTERVALS });
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
    return indexed(items);
  };
  const described = options.featuresOn(options.today);
  const present = compute(described);
  days.set(options.today, present);
  intervals.set(options.intervalOf(options.today), present);
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
      const known = days.get(asOf);
      if (known !== undefined) return known;
      const interval = options.intervalOf(asOf);
      const same = intervals.get(interval);
      const items =
        same === undefined
          ? compute(options.featuresOn(asOf))
          : indexed(same.items.map(datedOn(asOf)));
      intervals.set(interval, items);
      days.set(asOf, items);
      return items;
    },
    async prepare(asOf, giveWay) {
      if (days.has(asOf) || intervals.has(options.intervalOf(asOf))) return;
      for (const regionId of options.regionIds) {
        options.warm(asOf, regionId);
        const others = giveWay();
        if (others !== undefined) await others;
      }
    },
  };
}

function indexed(items: readonly Item[]): DayItems {
  return { items, byId: new Map(items.map((item) => [item.feature.id, item])) };
}

/** The same item for another day of its interval: the day is all that differs. */
function datedOn(asOf: IsoDate): (item: Item) => Item {
  return (item) => {
    const properties = { ...item.feature.properties, as_of: asOf };
    return { ...item, feature: { ...item.feature, properties } };
  };
}

/** A feature as JSON text, with its links where they are given. */
export function featureJson({ feature, geometryJson }: Item, links?: readonly Link[]): string {
  const rest = links === undefined ? '' : `,"links":${JSON.stringify(links)}`;
  return `{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":${geometryJson},"properties":${JSON.stringify(feature.properties)}${rest}}`;
}
