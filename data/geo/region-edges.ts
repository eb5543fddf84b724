import type { RegionId } from '../schema/ids.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';

/** All edges of all regions in flat arrays, which look-ups read far faster than nested positions. */
export interface RegionEdges {
  /** Ids in ascending order; everywhere else a region is its index in this list. */
  regionIds: readonly RegionId[];
  /** Positions of all rings one after the other, in degrees. */
  lons: Float64Array;
  lats: Float64Array;
  /** For each edge the index of its first position; its second is the next one. */
  starts: Int32Array;
  /** For each edge the index of its region. */
  regions: Uint16Array;
}

/** Flattens boundaries. Regions are put in order of id, which is the order that breaks ties on shared borders. */
export function flattenEdges({ features }: RegionBoundaries): RegionEdges {
  const ordered = features.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lons: number[] = [];
  const lats: number[] = [];
  const starts: number[] = [];
  const regions: number[] = [];
  for (const [region, { geometry }] of ordered.entries()) {
    for (const ring of geometry.coordinates.flat()) {
      for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
        if (index < ring.length - 1) {
          starts.push(lons.length);
          regions.push(region);
        }
        lons.push(lon);
        lats.push(lat);
      }
    }
  }
  return {
    regionIds: ordered.map(({ id }) => id),
    lons: Float64Array.from(lons),
    lats: Float64Array.from(lats),
    starts: Int32Array.from(starts),
    regions: Uint16Array.from(regions),
  };
}
