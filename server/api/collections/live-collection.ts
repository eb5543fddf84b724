import type { Geometry } from 'geojson';
import { LRUCache } from 'lru-cache';
import { speaksSince } from '../../../data/core/eligibility/claims/freshness.ts';
import type {
  CollectionDefinition,
  Column,
  FeatureInput,
} from '../../../data/core/features/collection.ts';
import { partsOf } from '../../../data/core/geo/flat-part.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { coversRegion } from '../../../data/core/schema/ids.ts';
import type { Link } from '../../links.ts';
import type { FilterItem } from '../cql2/operand.ts';
import { type Extent, extentsOf } from '../geometry.ts';

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
}

/** Days whose features are kept: today, and a few that someone compares it with. */
const KEPT_DAYS = 6;

/** Puts a definition to work: each day is computed once while it is in use. */
export function createLiveCollection(options: {
  definition: CollectionDefinition;
  columns: readonly Column[];
  today: IsoDate;
  inputOn: (asOf: IsoDate) => FeatureInput;
  since: (scope: { regionId: string; operatorId?: string }) => IsoDate | undefined;
}): LiveCollection {
  const { definition, columns, today, inputOn, since } = options;
  const days = new LRUCache<IsoDate, DayItems>({ max: KEPT_DAYS });
  const prepared = new WeakMap<Geometry, Pick<Item, 'parts' | 'geometryJson'>>();
  const prepare = (geometry: Geometry) => {
    const known = prepared.get(geometry) ?? {
      parts: partsOf(geometry),
      geometryJson: JSON.stringify(geometry),
    };
    prepared.set(geometry, known);
    return known;
  };
  const on = (asOf: IsoDate): DayItems => {
    const known = days.get(asOf);
    if (known !== undefined) return known;
    const items = definition.features(inputOn(asOf)).map((feature) => ({
      feature,
      ...prepare(feature.geometry),
      since: since(definition.scopeOf(feature)),
    }));
    const computed = { items, byId: new Map(items.map((item) => [item.feature.id, item])) };
    days.set(asOf, computed);
    return computed;
  };
  const present = on(today).items;
  const { id, title, description, geometryType, limits, example } = definition;
  return {
    ...{ id, title, description, geometryType, limits, example },
    columns,
    since: earliest(present.map((item) => item.since)),
    extents: extentsOf(present.flatMap(({ parts }) => parts.map(({ box }) => box))),
    on,
  };
}

/** A feature as JSON text, with its links where they are given. */
export function featureJson({ feature, geometryJson }: Item, links?: readonly Link[]): string {
  const rest = links === undefined ? '' : `,"links":${JSON.stringify(links)}`;
  return `{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":${geometryJson},"properties":${JSON.stringify(feature.properties)}${rest}}`;
}
