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
