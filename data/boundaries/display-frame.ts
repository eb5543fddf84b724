import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import { roundDegrees } from './natural-earth.ts';
import { mapPositions } from './region-boundaries.ts';

/** Longitude in the display frame, 0 to 360: the Chukchi Peninsula goes on past 180 instead of starting again at -180. */
function toDisplayLongitude(lon: number): number {
  return lon < 0 ? roundDegrees(lon + 360) : lon;
}

/** Longitude from -180 to 180 of a longitude in the display frame. */
export function fromDisplayLongitude(lon: number): number {
  return lon > 180 ? roundDegrees(lon - 360) : lon;
}

/** The boundaries in the display frame; parts cut at the antimeridian touch but are not yet joined. */
export function toDisplayFrame(boundaries: RegionBoundaries): RegionBoundaries {
  return mapPositions(boundaries, (lon, lat) => [toDisplayLongitude(lon), lat]);
}
