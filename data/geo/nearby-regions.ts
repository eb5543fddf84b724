import { type CellIndex, FIRST_CROSSED } from './cell-index.ts';
import { columnOf, rowOf } from './degree-grid.ts';
import { edgeDistanceKm } from './edge-distance.ts';
import { KM_PER_DEGREE } from './great-circle.ts';
import type { RegionEdges } from './region-edges.ts';

/**
 * Regions whose outline comes within a radius of a point.
 * @returns region index to kilometres
 */
export function findNearbyRegions(
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
  const reachLon = Math.min(180, reach / Math.max(narrowest, 1e-9));
  for (let row = firstRow; row <= lastRow; row++) {
    for (const column of columnsAround(
      columnOf(grid, lon - reachLon),
      columnOf(grid, lon + reachLon),
      index,
    )) {
      const content = cells[row * grid.columns + column] ?? 0;
      if (content < FIRST_CROSSED) continue;
      measureCell(edges, index, content - FIRST_CROSSED, lon, lat, nearest);
    }
  }
  for (const [region, distance] of nearest) if (distance > radiusKm) nearest.delete(region);
  return nearest;
}

/** Columns from first to last, going on at the other side of the antimeridian. */
function columnsAround(first: number, last: number, { grid }: CellIndex): number[] {
  const { columns } = grid;
  const count = Math.min(columns, last - first + 1);
  // One spare column on each side, because the last column is only partly on the globe.
  return count >= columns - 2
    ? Array.from({ length: columns }, (_, column) => column)
    : Array.from({ length: count + 2 }, (_, step) => (first - 1 + step + columns) % columns);
}

function measureCell(
  { lons, lats }: RegionEdges,
  { candidateStarts, candidateRegions, edges, edgeStarts }: CellIndex,
  cell: number,
  lon: number,
  lat: number,
  nearest: Map<number, number>,
): void {
  const lastCandidate = candidateStarts[cell + 1] ?? 0;
  for (let candidate = candidateStarts[cell] ?? 0; candidate < lastCandidate; candidate++) {
    const region = candidateRegions[candidate] ?? 0;
    let least = nearest.get(region) ?? Infinity;
    const lastEdge = edgeStarts[candidate + 1] ?? 0;
    for (let i = edgeStarts[candidate] ?? 0; i < lastEdge; i++) {
      const a = edges[i] ?? 0;
      const [aLon = 0, aLat = 0, bLon = 0, bLat = 0] = [lons[a], lats[a], lons[a + 1], lats[a + 1]];
      least = Math.min(least, edgeDistanceKm(lon, lat, aLon, aLat, bLon, bLat));
    }
    nearest.set(region, least);
  }
}
