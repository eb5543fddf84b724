import { type CellIndex, FIRST_CROSSED } from './cell-index.ts';
import { columnOf, rowOf } from './degree-grid.ts';
import { edgeDistanceKm, KM_PER_DEGREE, longitudeStep } from './distance.ts';
import type { RegionEdges } from './edges.ts';

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
