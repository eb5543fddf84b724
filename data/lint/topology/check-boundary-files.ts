import type { RegionBoundaries } from '../../schema/region-boundaries.ts';
import type { Issue } from '../issue.ts';
import { checkOutlines } from './check-outlines.ts';
import { checkTopology } from './check-topology.ts';

/** Simplified maps among the boundary files. */
const TOPOLOGY_FILES = ['regions.overview.topojson', 'regions.detail.topojson'];

/** Everything wrong with the outlines and the maps made of them, before any of it is written. */
export function checkBoundaryFiles(
  outlines: RegionBoundaries,
  files: ReadonlyMap<string, string | Uint8Array>,
  regionIds: readonly string[],
): Issue[] {
  const topologies = TOPOLOGY_FILES.flatMap((name) => {
    const content = files.get(name);
    return content === undefined ? [] : checkTopology(name, String(content), regionIds);
  });
  return [...checkOutlines('regions.full.geojson', outlines), ...topologies];
}
