import { orient2d } from 'robust-predicates';
import type { CellIndex } from './cell-index.ts';
import type { RegionEdges } from './region-edges.ts';

/**
 * Whether a point lies in one candidate region of its cell, border included. Exact: where a point is too near an edge
 * for plain arithmetic, `orient2d` decides with as many digits as it needs (Shewchuk 1997).
 */
export function isInCandidate(
  { lons, lats }: RegionEdges,
  index: CellIndex,
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
