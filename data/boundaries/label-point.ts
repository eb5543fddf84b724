import polylabel from 'polylabel';
import type { RegionBoundary } from '../schema/region-boundaries.ts';
import { createEqualArea } from './equal-area.ts';
import { roundDegrees } from './natural-earth.ts';
import { signedRingArea } from './ring.ts';

/** How near the true pole the search must come, in radii of the Earth: 1 km. */
const PRECISION = 1 / 6371;

/**
 * The point of the region's largest part that is farthest from its outline, where a label has most room.
 * @param displayFrame a region joined over the antimeridian, longitudes from 0 to 360
 * @returns `[lon, lat]`, longitude from -180 to 180
 */
export function findLabelPoint(displayFrame: RegionBoundary): [number, number] {
  const { project, invert } = createEqualArea();
  const parts = displayFrame.geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => project(lon, lat))),
  );
  const sizeOf = (part: number[][][]) => Math.abs(signedRingArea(part[0] ?? []));
  const largest = parts.reduce((best, part) => (sizeOf(part) > sizeOf(best) ? part : best));
  const [x, y] = polylabel(largest, PRECISION);
  const [lon, lat] = invert(x, y);
  return [roundDegrees(lon), roundDegrees(lat)];
}
