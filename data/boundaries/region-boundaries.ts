import type { RegionId } from '../schema/ids.ts';
import type { RegionBoundaries, RegionBoundary } from '../schema/region-boundaries.ts';

/** Everything wrong with a set of boundaries, one sentence a problem. */
export class BoundaryError extends Error {
  override name = 'BoundaryError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The boundaries cannot be used:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Makes one region's feature. */
export function regionBoundary(id: RegionId, coordinates: number[][][][]): RegionBoundary {
  return {
    type: 'Feature',
    id,
    properties: { id },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

/** Makes a collection, ordered by id so that the same regions always give the same bytes. */
export function regionBoundaries(features: RegionBoundary[]): RegionBoundaries {
  return {
    type: 'FeatureCollection',
    features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The same collection with every position put through `move`. */
export function mapPositions(
  boundaries: RegionBoundaries,
  move: (lon: number, lat: number) => [number, number],
): RegionBoundaries {
  const moved = boundaries.features.map((feature) =>
    regionBoundary(
      feature.id,
      feature.geometry.coordinates.map((rings) =>
        rings.map((ring) => ring.map(([lon = 0, lat = 0]) => move(lon, lat))),
      ),
    ),
  );
  return { type: 'FeatureCollection', features: moved };
}
