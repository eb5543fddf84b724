import { orient2d } from 'robust-predicates';
import type { RegionId } from '../schema/ids.ts';
import type { OtherLand, RegionBoundaries } from '../schema/region.ts';

/** A rectangle in degrees that does not cross the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

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

/** What the edges right of a cell do to points of the cell, for one region. */
interface RightSide {
  /** Whether a point below no threshold meets an odd number of edges. */
  parity: boolean;
  /** Latitudes inside the row below which the number changes by one. */
  thresholds: ReadonlySet<number>;
}

/**
 * Collects edges wholly to the right of the cells still to come in one row. A ray at latitude y meets an edge when
 * exactly one of its ends is above y, so edge by edge only the ends count, and two ends at the same latitude, as of
 * two edges that follow each other, cancel out. What stays are the few places where a border enters or leaves the
 * part of the row to the right.
 */
export class EdgesToTheRight {
  readonly #edges: RegionEdges;
  readonly #south: number;
  readonly #north: number;
  readonly #sides = new Map<number, { parity: boolean; thresholds: Set<number> }>();

  constructor(edges: RegionEdges, south: number, north: number) {
    this.#edges = edges;
    this.#south = south;
    this.#north = north;
  }

  /** Counts an edge that lies to the right of every cell still to come. */
  add(edge: number): void {
    const { lats, starts, regions } = this.#edges;
    const region = regions[edge] ?? 0;
    const start = starts[edge] ?? 0;
    const side = this.#sides.get(region) ?? { parity: false, thresholds: new Set() };
    this.#sides.set(region, side);
    for (const lat of [lats[start] ?? 0, lats[start + 1] ?? 0]) {
      if (lat > this.#north) side.parity = !side.parity;
      else if (lat >= this.#south && !side.thresholds.delete(lat)) side.thresholds.add(lat);
    }
  }

  /** Regions that have edges to the right. */
  get regions(): number[] {
    return [...this.#sides.keys()];
  }

  /** What the edges of one region do; nothing where it has none. */
  of(region: number): RightSide {
    return this.#sides.get(region) ?? { parity: false, thresholds: new Set() };
  }
}

/** Beyond this product of degrees a point is certainly on one side of an edge: far above any rounding error. */
const CLEARLY_BESIDE = 1e-9;

/**
 * Whether an edge may touch a box whose bounds meet the edge's bounds. True when in doubt, so a cell is rather looked
 * at once too often than taken for plain.
 */
export function edgeTouchesBox(
  aLon: number,
  aLat: number,
  bLon: number,
  bLat: number,
  { west, south, east, north }: Box,
): boolean {
  const side = (lon: number, lat: number) =>
    (bLon - aLon) * (lat - aLat) - (bLat - aLat) * (lon - aLon);
  const corners = [side(west, south), side(east, south), side(east, north), side(west, north)];
  return !(
    corners.every((corner) => corner > CLEARLY_BESIDE) ||
    corners.every((corner) => corner < -CLEARLY_BESIDE)
  );
}

/** Which edges tell, for each candidate region of each cell, whether a point of the cell lies in it. */
export interface CandidateEdges {
  /** For each candidate 1 where the edges to the right of the cell are odd in number below all its thresholds. */
  candidateParities: Uint8Array;
  /** For each candidate its first threshold; one more entry closes the last. */
  thresholdStarts: Int32Array;
  /** Latitudes: a point below one of them changes between inside and outside. */
  thresholds: Float64Array;
  /** For each candidate its first edge; one more entry closes the last. */
  edgeStarts: Int32Array;
  /** Indexes into the positions of the regions' edges. */
  edges: Int32Array;
}

/**
 * Whether a point lies in one candidate region of its cell, border included. Exact: where a point is too near an edge
 * for plain arithmetic, `orient2d` decides with as many digits as it needs (Shewchuk 1997).
 */
export function isInCandidate(
  { lons, lats }: RegionEdges,
  index: CandidateEdges,
  candidate: number,
  lon: number,
  lat: number,
): boolean {
  const { thresholds, thresholdStarts, edges, edgeStarts, candidateParities } = index;
  let inside = candidateParities[candidate] === 1;
  const lastThreshold = thresholdStarts[candidate + 1] ?? 0;
  for (let i = thresholdStarts[candidate] ?? 0; i < lastThreshold; i++) {
    if ((thresholds[i] ?? 0) > lat) inside = !inside;
  }
  const lastEdge = edgeStarts[candidate + 1] ?? 0;
  for (let i = edgeStarts[candidate] ?? 0; i < lastEdge; i++) {
    const start = edges[i] ?? 0;
    const aLat = lats[start] ?? 0;
    const bLat = lats[start + 1] ?? 0;
    if (aLat > lat && bLat > lat) continue;
    if (aLat < lat && bLat < lat) continue;
    const aLon = lons[start] ?? 0;
    const bLon = lons[start + 1] ?? 0;
    if (aLon < lon && bLon < lon) continue;
    const crosses = aLat > lat !== bLat > lat;
    if (aLon > lon && bLon > lon) {
      if (crosses) inside = !inside;
      continue;
    }
    const side = orient2d(aLon, aLat, bLon, bLat, lon, lat);
    // The edge's box holds the point here, so a point on its line is a point on the edge.
    if (side === 0) return true;
    if (crosses && side < 0 === bLat > aLat) inside = !inside;
  }
  return inside;
}
