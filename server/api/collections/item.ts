import type { Geometry } from 'geojson';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import { type FlatPart, partsOf } from '../../../data/core/geo/flat-part.ts';
import {
  CRS84,
  geometryIn,
  LONGITUDE_FIRST,
  type ReferenceSystem,
} from '../../../data/core/geo/reference-system.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { type Piece, pieceOf } from '../../middleware/pieces.ts';
import type { FilterItem } from '../cql2/operand.ts';

/** A feature with what its filters look at. */
export interface Item extends FilterItem {
  /** Id of the feature. */
  readonly id: string;
  /** First day for which there is evidence. */
  readonly since: IsoDate | undefined;
  /** The feature as GeoJSON with all properties, in degrees and without its closing brace: written once, shared by all answers. */
  readonly json: readonly Piece[];
  /** The same feature on another day on which it says the same. */
  on(day: IsoDate): Item;
  /** Whether a feature of the same thing says the same, but for the day. */
  saysAs(feature: FlatFeature): boolean;
}

/** Above this a geometry is written once and shared by all answers; below, sharing costs more than it saves. */
const SHARED_LENGTH = 2_048;

/** What is worked out of geometries once, since they never change: their parts and their text, for each reference system. */
export interface GeometryStore {
  /** Parts in the plane of a system. */
  partsIn(system: ReferenceSystem, geometry: Geometry): readonly FlatPart[];
  /** The geometry in a system, as JSON. */
  jsonIn(system: ReferenceSystem, geometry: Geometry): string | Piece;
}

/** Remembers what was worked out for as long as the geometries are there. Points are worked out anew each time. */
export function createGeometryStore(): GeometryStore {
  const remember = <T>(make: (system: ReferenceSystem, geometry: Geometry) => T) => {
    const bySystem = new Map<string, WeakMap<Geometry, T>>();
    return (system: ReferenceSystem, geometry: Geometry): T => {
      if (geometry.type === 'Point') return make(system, geometry);
      const known = bySystem.get(system.uri) ?? new WeakMap<Geometry, T>();
      bySystem.set(system.uri, known);
      const made = known.get(geometry) ?? make(system, geometry);
      known.set(geometry, made);
      return made;
    };
  };
  return {
    partsIn: remember(({ uri, fromDegrees }, geometry) =>
      partsOf(geometry, uri === CRS84 ? undefined : fromDegrees),
    ),
    jsonIn: remember((system, geometry) => {
      const text = JSON.stringify(geometryIn(system, geometry));
      return text.length > SHARED_LENGTH ? pieceOf(text) : text;
    }),
  };
}

/** Makes an item of a feature; what is worked out of it is worked out when first asked for. */
export function itemOf(
  feature: FlatFeature,
  geometries: GeometryStore,
  since: IsoDate | undefined,
): Item {
  return new DatedItem({ origin: feature, geometries, since, written: undefined }, undefined);
}

/** What the items of a feature share on all days on which it says the same. */
interface Shared {
  readonly origin: FlatFeature;
  readonly geometries: GeometryStore;
  readonly since: IsoDate | undefined;
  written: Written | undefined;
}

/** The feature of one day, without which it is as it was made first. */
class DatedItem implements Item {
  readonly #shared: Shared;
  readonly #day: IsoDate | undefined;
  #feature: FlatFeature | undefined;
  #json: readonly Piece[] | undefined;

  constructor(shared: Shared, day: IsoDate | undefined) {
    this.#shared = shared;
    this.#day = day;
  }

  get id(): string {
    return this.#shared.origin.id;
  }

  get since(): IsoDate | undefined {
    return this.#shared.since;
  }

  get feature(): FlatFeature {
    const { origin } = this.#shared;
    if (this.#day === undefined) return origin;
    this.#feature ??= { ...origin, properties: { ...origin.properties, as_of: this.#day } };
    return this.#feature;
  }

  // Those of points are worked out each time: they are small, and there are thousands.
  get parts(): readonly FlatPart[] {
    return this.#shared.geometries.partsIn(LONGITUDE_FIRST, this.#shared.origin.geometry);
  }

  get json(): readonly Piece[] {
    if (this.#json === undefined) {
      const shared = this.#shared;
      shared.written ??= writtenOf(shared.origin, shared.geometries);
      this.#json = piecesOn(shared.written, this.#day);
    }
    return this.#json;
  }

  on(day: IsoDate): Item {
    return new DatedItem(this.#shared, day);
  }

  saysAs({ properties }: FlatFeature): boolean {
    const { origin } = this.#shared;
    for (const name in properties) {
      if (origin.properties[name] !== properties[name] && name !== 'as_of') return false;
    }
    return true;
  }
}

/** A feature as JSON; all but the last piece are the same on all days. */
interface Written {
  readonly before: readonly Piece[];
  /** Its bytes name the day that the feature was written on, its digest is that of any day. */
  readonly last: Piece;
  readonly day: string;
  readonly dayAt: number;
}

/** Stands for any day, so that the digest is the same whichever day came first. */
const NO_DAY = '0000-00-00';
const COLUMN = '"as_of":"';

function writtenOf(feature: FlatFeature, geometries: GeometryStore): Written {
  const head = headOf(feature);
  const geometry = geometries.jsonIn(LONGITUDE_FIRST, feature.geometry);
  const isShared = typeof geometry !== 'string';
  const rest = `,"properties":${JSON.stringify(feature.properties)}`;
  const bytes = Buffer.from(isShared ? rest : head + geometry + rest);
  // It stands near the end, and no value holds the name with its quotes: they would stand after a backslash.
  const at = bytes.lastIndexOf(COLUMN);
  if (at < 0) throw new Error(`${feature.id} says of no day what it holds`);
  const dayAt = at + COLUMN.length;
  const day = `${feature.properties.as_of}`;
  bytes.write(NO_DAY, dayAt);
  const last = pieceOf(bytes);
  bytes.write(day, dayAt);
  return { before: isShared ? [pieceOf(head), geometry] : [], last, day, dayAt };
}

/** The same bytes with a day among them: copied where it is another day, and neither written nor hashed anew. */
function piecesOn(
  { before, last, dayAt, ...written }: Written,
  day: string = written.day,
): readonly Piece[] {
  const digest = `${last.digest} ${day}`;
  if (day === written.day) return [...before, { bytes: last.bytes, digest }];
  const bytes = Buffer.from(last.bytes);
  bytes.write(day, dayAt);
  return [...before, { bytes, digest }];
}

/** The beginning of a feature as GeoJSON, up to its geometry. */
export function headOf({ id }: FlatFeature): string {
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":`;
}
