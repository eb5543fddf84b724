import type { RegionId } from '../schema/ids.ts';
import type { Location, OtherLand } from '../schema/place.ts';
import type { RegionBoundaries } from '../schema/region.ts';
import { buildCellIndex, type CellIndex, FIRST_CROSSED, NO_REGION } from './cell-index.ts';
import { columnOf, rowOf } from './degree-grid.ts';
import { borderDistanceKm, SNAP_KM, widestBorderKm } from './distance.ts';
import { flattenEdges, isInCandidate, type RegionEdges } from './edges.ts';
import { findNearbyRegions } from './nearby-regions.ts';

/** Side of a cell in degrees: the smallest index at which most points of the country need no edge at all. */
const CELL_DEGREES = 0.25;

/** Says in which region a point lies. */
export interface RegionLocator {
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
