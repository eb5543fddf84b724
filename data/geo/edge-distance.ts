import { greatCircleKm, longitudeStep } from './great-circle.ts';

/**
 * Kilometres from a point to an edge, the edge being straight in degrees as GeoJSON means it (RFC 7946 section
 * 3.1.1). The nearest position is found in a plane that is true at the point, then measured on the sphere; for the
 * few kilometres that matter here the error is a few metres.
 */
export function edgeDistanceKm(
  lon: number,
  lat: number,
  aLon: number,
  aLat: number,
  bLon: number,
  bLat: number,
): number {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const aX = longitudeStep(lon, aLon) * narrowing;
  const aY = aLat - lat;
  const stepX = (bLon - aLon) * narrowing;
  const stepY = bLat - aLat;
  const length = stepX * stepX + stepY * stepY;
  const along = length === 0 ? 0 : -(aX * stepX + aY * stepY) / length;
  const share = Math.max(0, Math.min(1, along));
  return greatCircleKm(lon, lat, aLon + (bLon - aLon) * share, aLat + stepY * share);
}
