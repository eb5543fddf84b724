import type { RegionId } from '../schema/ids.ts';

/** Mean radius of the Earth in kilometres (IUGG 1980, R1), as turf uses it. */
const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Kilometres of one degree of latitude. */
export const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS;

/** Great-circle distance in kilometres (haversine formula). */
export function greatCircleKm(lonA: number, latA: number, lonB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const chord =
    sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Difference of two longitudes the short way round, from -180 to 180. */
export function longitudeStep(from: number, to: number): number {
  const step = to - from;
  if (step > 180) return step - 360;
  return step < -180 ? step + 360 : step;
}

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

/** Up to this far from another region an answer is `border`: 40 of 46 misplaced settlements lie nearer than this. */
const BORDER_KM = 5;
/** The same between a city and the oblast around it, whose outlines are the crudest: 13 to 15 % of points are wrong. */
const CITY_BORDER_KM = 15;
const CITY_PAIRS: readonly (readonly [RegionId, RegionId])[] = [
  ['RU-MOW', 'RU-MOS'],
  ['RU-SPE', 'RU-LEN'],
];

/** Up to this far from the nearest region a point outside all of them is `snapped`: the farthest true case is 4.2 km. */
export const SNAP_KM = 10;

/** How near another region must be for a point in the first to be a `border` point, in kilometres. */
export function borderDistanceKm(first: RegionId, second: RegionId): number {
  const isCityPair = CITY_PAIRS.some((pair) => pair.includes(first) && pair.includes(second));
  return isCityPair ? CITY_BORDER_KM : BORDER_KM;
}

/** The farthest that another region can be from a point in `home` and still make it a `border` point, in kilometres. */
export function widestBorderKm(home: RegionId): number {
  return CITY_PAIRS.some((pair) => pair.includes(home)) ? CITY_BORDER_KM : BORDER_KM;
}
