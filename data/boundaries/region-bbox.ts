import type { RegionBoundary } from '../schema/region-boundaries.ts';
import { fromDisplayLongitude } from './display-frame.ts';

/**
 * Bounding box `[west, south, east, north]` in degrees; west is greater than east where the region crosses the
 * antimeridian (RFC 7946 section 5.2).
 * @param displayFrame a region with longitudes from 0 to 360
 */
export function findRegionBbox(displayFrame: RegionBoundary): [number, number, number, number] {
  const box: [number, number, number, number] = [360, 90, 0, -90];
  for (const [lon = 0, lat = 0] of displayFrame.geometry.coordinates.flat(2)) {
    if (lon < box[0]) box[0] = lon;
    if (lat < box[1]) box[1] = lat;
    if (lon > box[2]) box[2] = lon;
    if (lat > box[3]) box[3] = lat;
  }
  return [fromDisplayLongitude(box[0]), box[1], fromDisplayLongitude(box[2]), box[3]];
}
