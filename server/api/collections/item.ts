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
import { type Piece, pieceOf, piecesOf } from '../../middleware/pieces.ts';
import type { FilterItem } from '../cql2/operand.ts';

/** A feature with what its filters look at. */
export interface Item extends FilterItem {
  /** First day for which there is evidence. */
  readonly since: IsoDate | undefined;
  /** The feature as GeoJSON with all properties, in degrees and without its closing brace: written once, shared by all answers. */
  readonly json: readonly Piece[];
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
  let json: readonly Piece[] | undefined;
  return {
    feature,
    since,
    // Those of points are worked out each time: they are small, and there are thousands.
    get parts() {
      return geometries.partsIn(LONGITUDE_FIRST, feature.geometry);
    },
    get json() {
      json ??= piecesOf([
        headOf(feature),
        geometries.jsonIn(LONGITUDE_FIRST, feature.geometry),
        `,"properties":${JSON.stringify(feature.properties)}`,
      ]);
      return json;
    },
  };
}

/** The beginning of a feature as GeoJSON, up to its geometry. */
export function headOf({ id }: FlatFeature): string {
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":`;
}
