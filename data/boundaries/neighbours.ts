import { neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import type { RegionId } from '../schema/ids.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import { asTopology } from './read-topology.ts';

/**
 * Regions that share a stretch of border with each region, in order of id; empty for an island or an exclave.
 * Regions that touch in a single point are not neighbours.
 */
export function findNeighbours(boundaries: RegionBoundaries): Record<RegionId, RegionId[]> {
  const geometries = asTopology(topology({ regions: boundaries })).objects.regions;
  const { features } = boundaries;
  if (geometries?.type !== 'GeometryCollection') throw new Error('expected one topology object');
  const adjacent = neighbors(geometries.geometries);
  return Object.fromEntries(
    features.map((feature, index) => [
      feature.id,
      (adjacent[index] ?? []).flatMap((other) => features[other]?.id ?? []).toSorted(),
    ]),
  );
}
