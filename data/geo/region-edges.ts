import type { RegionId } from '../schema/ids.ts';
import type { OtherLand } from '../schema/other-land.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';

/** All edges of all regions and of the other land, in flat arrays, which are read far faster than nested positions. */
export interface RegionEdges {
  /**
   * Ids in ascending order; everywhere else a region is its index in this list. The other land has the index after the
   * last, so that on a border the region has the point.
   */
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
export function flattenEdges({ features }: RegionBoundaries, otherLand: OtherLand): RegionEdges {
  const ordered = features.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lons: number[] = [];
  const lats: number[] = [];
  const starts: number[] = [];
  const regions: number[] = [];
  const shapes = [...ordered.map(({ geometry }) => geometry), otherLand];
  for (const [region, { coordinates }] of shapes.entries()) {
    for (const ring of coordinates.flat()) {
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
