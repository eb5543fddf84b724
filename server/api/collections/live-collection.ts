import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { LRUCache } from 'lru-cache';
import { speaksSince } from '../../../data/core/eligibility/claims/freshness.ts';
import type {
  CollectionDefinition,
  Column,
  FeatureInput,
  FlatFeature,
} from '../../../data/core/features/collection.ts';
import {
  createTileCutter,
  createTileParts,
  type TileCutter,
} from '../../../data/core/formats/vector-tiles.ts';
import type { Box } from '../../../data/core/geo/edges.ts';
import { type FlatPart, touchesBox } from '../../../data/core/geo/flat-part.ts';
import type { ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { coversRegion } from '../../../data/core/schema/ids.ts';
import type { GiveWay } from '../../middleware/fair-queue.ts';
import type { Piece } from '../../middleware/pieces.ts';
import { type Extent, extentsOf } from '../geometry.ts';
import { createGeometryStore, type GeometryStore, type Item, itemOf } from './item.ts';
import { createSharedBuild, type SharedBuild } from './shared-build.ts';

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
function earliest(days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}

/** Boxes in the plane of a reference system. */
export interface Area {
  readonly system: ReferenceSystem;
  readonly boxes: readonly Box[];
}

/** The features of one day, by position and by id. */
export interface DayItems {
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
  /** Positions of the items that touch an area. */
  touching(area: Area): ReadonlySet<number>;
}

/** A collection whose verdicts are computed for any day. */
export interface LiveCollection
  extends Pick<
    CollectionDefinition,
    'id' | 'title' | 'description' | 'geometryType' | 'limits' | 'example'
  > {
  readonly columns: readonly Column[];
  /** First day for which there is evidence on any feature. */
  readonly since: IsoDate | undefined;
  /** Box around all features; more than one where they lie on both sides of the antimeridian. */
  readonly extents: readonly [Extent, ...Extent[]];
  on(asOf: IsoDate): DayItems;
  /** The same for a request: others are answered while the features are worked out. */
  prepare(asOf: IsoDate, giveWay: GiveWay): Promise<DayItems>;
  /** Makes what `since` and `extents` are read off, in the same way: they look at each corner of each outline. */
  prepareExtents(giveWay: GiveWay): Promise<void>;
  /** What cuts vector tiles out of the features, which have the same shapes on all days; made in the same way, for the first tile. */
  prepareTiles(giveWay: GiveWay): Promise<TileCutter>;
  /** Drops the features of days other than the one it was made on, and what cuts tiles: whoever asks for them again waits again. */
  letGo(): void;
  /** Geometry of a feature as JSON in a reference system. */
  geometryJson(system: ReferenceSystem, feature: FlatFeature): string | Piece;
}

/** Days whose features are kept: today, and a few that someone compares it with. */
const KEPT_DAYS = 3;
/** Intervals without a change of the evidence whose features are kept. */
const KEPT_INTERVALS = 3;
/** Tiles after which what was cut on the way to them is let go: it grows with each, and there are some ten thousand. */
const TILES_A_CUTTER = 300;
/** Days whose features are half made, and may be left so where who asked is refused. */
const KEPT_BUILDS = 2;

/** Puts a definition to work: each interval without a change of the evidence is computed once while it is in use. */
export function createLiveCollection(options: {
  definition: CollectionDefinition;
  columns: readonly Column[];
  today: IsoDate;
  inputOn: (asOf: IsoDate) => FeatureInput;
  since: (scope: { regionId: string; operatorId?: string }) => IsoDate | undefined;
  /** Names the time around a day in which no verdict changes. */
  intervalOf: (asOf: IsoDate) => string;
}): LiveCollection {
  const { definition, columns, today, inputOn, since, intervalOf } = options;
  const intervals = new LRUCache<string, DayItems>({ max: KEPT_INTERVALS });
  const days = new LRUCache<IsoDate, DayItems>({ max: KEPT_DAYS });
  const builds = new LRUCache<IsoDate, SharedBuild<DayItems>>({ max: KEPT_BUILDS });
  const geometries = createGeometryStore();
  const latest = (): DayItems | undefined => [...intervals.values()][0];
  /**
   * Most features say the same in an interval as in the last one that was asked for: of these only the day is written anew, and
   * what was worked out of the others is let go at once. Of all of them the first day of evidence is the same on all days.
   */
  const itemsOn = function* (asOf: IsoDate): Iterable<Item> {
    const last = latest();
    let position = 0;
    for (const feature of definition.features(inputOn(asOf))) {
      const at = last?.items[position];
      const before = at?.id === feature.id ? at : undefined;
      position += 1;
      yield before?.saysAs(feature)
        ? before.on(asOf)
        : itemOf(feature, geometries, before?.since ?? since(definition.scopeOf(feature)));
    }
  };
  const build = (asOf: IsoDate): SharedBuild<DayItems> => {
    const interval = intervalOf(asOf);
    const same = intervals.get(interval);
    const source = same === undefined ? itemsOn(asOf) : datedOn(same.items, asOf);
    return createSharedBuild(source, (items) => {
      const last = same ?? latest();
      // A thing has the same shape on all days, and stands at the same place unless an operator has gone.
      const isAlike =
        last?.items.length === items.length &&
        items.every(({ id }, position) => id === last.items[position]?.id);
      const touching = isAlike
        ? last.touching
        : createTouching(
            items.map(({ feature }) => feature.geometry),
            geometries,
          );
      const day = indexed(items, touching);
      intervals.set(interval, day);
      days.set(asOf, day);
      builds.delete(asOf);
      return day;
    });
  };
  const on = (asOf: IsoDate): DayItems => days.get(asOf) ?? build(asOf).finish();
  const prepare = async (asOf: IsoDate, giveWay: GiveWay): Promise<DayItems> => {
    const known = days.get(asOf);
    if (known !== undefined) return known;
    const shared = builds.get(asOf) ?? build(asOf);
    builds.set(asOf, shared);
    return shared.join(giveWay);
  };
  let tiles: SharedBuild<TileCutter> | undefined;
  let tilesCut = 0;
  let known: Pick<LiveCollection, 'since' | 'extents'> | undefined;
  /** What holds of all days is read off the features of one, when it is first asked for. */
  const always = () => {
    if (known !== undefined) return known;
    const { items } = on(today);
    known = {
      since: earliest(items.map((item) => item.since)),
      extents: extentsOf(items.flatMap(({ parts }) => parts.map(({ box }) => box))),
    };
    return known;
  };
  const { id, title, description, geometryType, limits, example } = definition;
  return {
    ...{ id, title, description, geometryType, limits, example },
    columns,
    get since() {
      return always().since;
    },
    get extents() {
      return always().extents;
    },
    on,
    geometryJson: (system, { geometry }) => geometries.jsonIn(system, geometry),
    prepare,
    async prepareExtents(giveWay) {
      const { items } = await prepare(today, giveWay);
      for (const item of items) {
        // Made when it is first looked at, and kept.
        if (item.parts.length === 0) continue;
        const others = giveWay();
        if (others !== undefined) await others;
      }
      always();
    },
    async prepareTiles(giveWay) {
      const { items } = await prepare(today, giveWay);
      if (++tilesCut > TILES_A_CUTTER) {
        tiles = undefined;
        tilesCut = 1;
      }
      tiles ??= createSharedBuild(createTileParts(items.map(({ feature }) => feature)), (parts) =>
        createTileCutter(id, parts),
      );
      return tiles.join(giveWay);
    },
    letGo() {
      const [day, interval] = [days.get(today), intervals.get(intervalOf(today))];
      for (const kept of [days, intervals, builds]) kept.clear();
      tiles = undefined;
      if (day !== undefined) days.set(today, day);
      if (interval !== undefined) intervals.set(intervalOf(today), interval);
    },
  };
}

function indexed(items: readonly Item[], touching: DayItems['touching']): DayItems {
  let byId: ReadonlyMap<string, Item> | undefined;
  return {
    ...{ items, touching },
    /** Whoever wants a page asks for none by its id. */
    get byId() {
      byId ??= new Map(items.map((item) => [item.id, item]));
      return byId;
    },
  };
}

/** The same items for another day of their interval: the day is all that differs. */
function* datedOn(items: readonly Item[], asOf: IsoDate): Iterable<Item> {
  for (const item of items) yield item.on(asOf);
}

/** Answers which shapes touch an area, by position; the index of each plane is made when it is first asked for. */
function createTouching(
  shapes: readonly Geometry[],
  geometries: GeometryStore,
): DayItems['touching'] {
  const indexes = new Map<string, BoxIndex>();
  return ({ system, boxes }) => {
    const index =
      indexes.get(system.uri) ??
      createBoxIndex(shapes.map((shape) => geometries.partsIn(system, shape)));
    indexes.set(system.uri, index);
    return index.touching(boxes);
  };
}

/** Finds what touches boxes. */
interface BoxIndex {
  /** Positions of the geometries that have a point in common with any of the boxes, borders included. */
  touching(boxes: readonly Box[]): ReadonlySet<number>;
}

/** Indexes the boxes of all parts of geometries, so that a question looks only at what is near. */
function createBoxIndex(geometries: readonly (readonly FlatPart[])[]): BoxIndex {
  const parts = geometries.flatMap((own, position) => own.map((part) => ({ part, position })));
  if (parts.length === 0) return { touching: () => new Set() };
  const index = new Flatbush(parts.length);
  for (const { part } of parts) {
    const { west, south, east, north } = part.box;
    index.add(west, south, east, north);
  }
  index.finish();
  return {
    touching(boxes) {
      const found = new Set<number>();
      for (const box of boxes) {
        for (const at of index.search(box.west, box.south, box.east, box.north)) {
          const near = parts[at];
          if (near === undefined || found.has(near.position)) continue;
          if (touchesBox(near.part, box)) found.add(near.position);
        }
      }
      return found;
    },
  };
}
