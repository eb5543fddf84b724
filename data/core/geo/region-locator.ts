import type { RegionId } from '../schema/ids.ts';
import type { Location, OtherLand, RegionBoundaries } from '../schema/region.ts';
import {
  buildCellIndex,
  type CellIndex,
  columnOf,
  FIRST_CROSSED,
  NO_REGION,
  rowOf,
} from './cell-index.ts';
import {
  borderDistanceKm,
  edgeDistanceKm,
  KM_PER_DEGREE,
  longitudeStep,
  SNAP_KM,
  widestBorderKm,
} from './distance.ts';
import { flattenEdges, isInCandidate, type RegionEdges } from './edges.ts';

/** Side of a cell in degrees: the smallest index at which most points of the country need no edge at all. */
const CELL_DEGREES = 0.25;

/** Says in which region a point lies. */
interface RegionLocator {
  /** Ids in the order that `regionIndexAt` counts in. */
  regionIds: readonly RegionId[];
  /**
   * Index of the region that holds a point, or -1. For whole batches: no object is made and nothing is checked, a
   * point that is not on the globe is in no region. A point exactly on a shared border belongs to the region whose
   * id comes first in the alphabet.
   */
  regionIndexAt: (lon: number, lat: number) => number;
  /**
   * Which region a point belongs to and how sure that is (see `Location`). Distances are in kilometres, to the metre.
   * All points well inside one region get the same object, all outside points too: it can be a key for what is made of it.
   * @param lon degrees from -180 to 180
   * @param lat degrees from -90 to 90
   * @throws RangeError when a coordinate is not a number or off the globe.
   */
  locate: (lon: number, lat: number) => Location;
}

/**
 * Builds a locator over full boundaries: never simplified ones, which lose exclaves and islands.
 * @param otherLand tells land beside the regions from the sea
 */
export function createRegionLocator(
  boundaries: RegionBoundaries,
  otherLand: OtherLand,
): RegionLocator {
  const edges = flattenEdges(boundaries, otherLand);
  const index = buildCellIndex(edges, CELL_DEGREES);
  const { regionIds } = edges;
  const otherLandIndex = regionIds.length;
  const borderWidthsKm = regionIds.map(widestBorderKm);
  const wellInside = regionIds.map(
    (regionId): Location => ({ certainty: 'certain', candidates: [{ regionId, distanceKm: 0 }] }),
  );
  return {
    regionIds,
    regionIndexAt: (lon, lat) => {
      const found = indexAt(edges, index, lon, lat);
      return found === otherLandIndex ? NO_REGION : found;
    },
    locate: (lon, lat) => {
      checkCoordinate('lon', lon, 180);
      checkCoordinate('lat', lat, 90);
      const found = indexAt(edges, index, lon, lat);
      if (found === otherLandIndex) return OUTSIDE;
      const home = regionIds[found];
      const inside = wellInside[found];
      const radius = borderWidthsKm[found] ?? SNAP_KM;
      const distances = findNearbyRegions(edges, index, lon, lat, radius);
      const nearby: Candidate[] = [];
      for (const [region, distanceKm] of distances) {
        const regionId = regionIds[region];
        if (regionId !== undefined && regionId !== home) nearby.push({ regionId, distanceKm });
      }
      return home === undefined || inside === undefined
        ? locateAtSea(nearby, distances.get(otherLandIndex) ?? Infinity)
        : locateInside(home, inside, nearby);
    },
  };
}

type Candidate = Location['candidates'][number];

const OUTSIDE: Location = { certainty: 'outside', candidates: [] };

function locateInside(home: RegionId, inside: Location, nearby: Candidate[]): Location {
  const others = nearby.filter(
    ({ regionId, distanceKm }) => distanceKm <= borderDistanceKm(home, regionId),
  );
  if (others.length === 0) return inside;
  return { certainty: 'border', candidates: [...inside.candidates, ...nearestFirst(others)] };
}

/** Water belongs to the nearest shore: off the other side of a strait or river a point is outside. */
function locateAtSea(nearby: Candidate[], otherLandKm: number): Location {
  const isNearest = nearby.some(({ distanceKm }) => distanceKm <= otherLandKm);
  return isNearest ? { certainty: 'snapped', candidates: nearestFirst(nearby) } : OUTSIDE;
}

function nearestFirst(candidates: Candidate[]): Candidate[] {
  return candidates
    .toSorted((a, b) => a.distanceKm - b.distanceKm || (a.regionId < b.regionId ? -1 : 1))
    .map(({ regionId, distanceKm }) => ({
      regionId,
      distanceKm: Math.round(distanceKm * 1000) / 1000,
    }));
}

function indexAt(edges: RegionEdges, index: CellIndex, lon: number, lat: number): number {
  const { grid, cells, candidateStarts, candidateRegions } = index;
  const column = columnOf(grid, lon);
  if (!(column >= 0 && column < grid.columns)) return NO_REGION;
  const content = cells[rowOf(grid, lat) * grid.columns + column] ?? NO_REGION;
  if (content < FIRST_CROSSED) return content;
  const cell = content - FIRST_CROSSED;
  const last = candidateStarts[cell + 1] ?? 0;
  for (let candidate = candidateStarts[cell] ?? 0; candidate < last; candidate++) {
    if (isInCandidate(edges, index, candidate, lon, lat)) {
      return candidateRegions[candidate] ?? NO_REGION;
    }
  }
  return NO_REGION;
}

function checkCoordinate(name: string, value: number, limit: number): void {
  if (Math.abs(value) <= limit) return;
  throw new RangeError(`${name} is ${value}, expected a number from -${limit} to ${limit}`);
}

/**
 * Regions whose outline comes within a radius of a point.
 * @returns region index to kilometres
 */
function findNearbyRegions(
  edges: RegionEdges,
  index: CellIndex,
  lon: number,
  lat: number,
  radiusKm: number,
): Map<number, number> {
  const { grid, cells } = index;
  const nearest = new Map<number, number>();
  const reach = radiusKm / KM_PER_DEGREE;
  const firstRow = Math.max(0, rowOf(grid, lat - reach));
  const lastRow = Math.min(grid.rows - 1, rowOf(grid, lat + reach));
  // A circle is widest in longitude where it comes nearest to a pole; around the pole it is every longitude.
  const narrowest = Math.cos((Math.min(90, Math.abs(lat) + reach) * Math.PI) / 180);
  const reachLon = reach / Math.max(narrowest, 1e-9);
  const around = { lon, lat, radiusKm, reach, reachLon };
  // One spare column on each side, because the last column is only partly on the globe.
  const firstColumn = columnOf(grid, lon - Math.min(180, reachLon)) - 1;
  const span = columnOf(grid, lon + Math.min(180, reachLon)) + 2 - firstColumn;
  const columns = Math.min(grid.columns, span);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let step = 0; step < columns; step++) {
      // Goes on at the other side of the antimeridian.
      const column = (firstColumn + step + grid.columns) % grid.columns;
      const content = cells[row * grid.columns + column] ?? 0;
      if (content < FIRST_CROSSED) continue;
      measureCell(edges, index, content - FIRST_CROSSED, around, nearest);
    }
  }
  return nearest;
}

/** A position, a radius and the half sides, in degrees, of a box that holds all within it. */
interface Around {
  readonly lon: number;
  readonly lat: number;
  readonly radiusKm: number;
  readonly reach: number;
  readonly reachLon: number;
}

function measureCell(
  { lons, lats }: RegionEdges,
  { candidateStarts, candidateRegions, edges, edgeStarts }: CellIndex,
  cell: number,
  around: Around,
  nearest: Map<number, number>,
): void {
  const { lon, lat, radiusKm } = around;
  const lastCandidate = candidateStarts[cell + 1] ?? 0;
  for (let candidate = candidateStarts[cell] ?? 0; candidate < lastCandidate; candidate++) {
    const region = candidateRegions[candidate] ?? 0;
    let least = nearest.get(region) ?? radiusKm;
    const lastEdge = edgeStarts[candidate + 1] ?? 0;
    for (let i = edgeStarts[candidate] ?? 0; i < lastEdge; i++) {
      const a = edges[i] ?? 0;
      const aLon = lons[a] ?? 0;
      const aLat = lats[a] ?? 0;
      const bLon = lons[a + 1] ?? 0;
      const bLat = lats[a + 1] ?? 0;
      // What is farther than the nearest so far is not measured: the box shrinks with it.
      if (isBeyond(around, least / radiusKm, aLon, aLat, bLon, bLat)) continue;
      const distance = edgeDistanceKm(lon, lat, aLon, aLat, bLon, bLat);
      if (distance > least) continue;
      least = distance;
      nearest.set(region, least);
    }
  }
}

/** Whether an edge lies wholly on one side of the box made `share` as large, which spares most edges the trigonometry. */
function isBeyond(
  { lon, lat, reach, reachLon }: Around,
  share: number,
  aLon: number,
  aLat: number,
  bLon: number,
  bLat: number,
): boolean {
  const high = reach * share;
  if (Math.min(aLat, bLat) - lat > high || lat - Math.max(aLat, bLat) > high) return true;
  const wide = reachLon * share;
  const aStep = longitudeStep(lon, aLon);
  const bStep = aStep + bLon - aLon;
  return Math.min(aStep, bStep) > wide || Math.max(aStep, bStep) < -wide;
}
