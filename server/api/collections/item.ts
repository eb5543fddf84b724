import type { Geometry } from 'geojson';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import { type FlatPart, partsOf } from '../../../data/core/geo/flat-part.ts';
import {
  CRS84,
  geometryIn,
  type ReferenceSystem,
} from '../../../data/core/geo/reference-system.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { type Piece, pieceOf } from '../../middleware/pieces.ts';
import type { FilterItem } from '../cql2/operand.ts';

/** A feature with what its filters look at. */
export interface Item extends FilterItem {
  /** First day for which there is evidence. */
  readonly since: IsoDate | undefined;
  /** All properties as JSON. */
  readonly propertiesJson: string;
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

/** Makes an item of a feature; its properties are written when first asked for. */
export function itemOf(
  feature: FlatFeature,
  parts: readonly FlatPart[],
  since: IsoDate | undefined,
): Item {
  let json: string | undefined;
  return {
    feature,
    parts,
    since,
    get propertiesJson() {
      json ??= JSON.stringify(feature.properties);
      return json;
    },
  };
}
