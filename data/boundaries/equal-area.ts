import { geoConicEqualArea } from 'd3-geo';

/** A projection onto a plane in which equal areas look equal. */
export interface EqualArea {
  /** Plane units, x to the right and y down, 1 being the radius of the Earth. */
  project: (lon: number, lat: number) => [number, number];
  /** Degrees, longitude from -180 to 180. */
  invert: (x: number, y: number) => [number, number];
}

/** Albers conic for the country: central meridian 100 E, standard parallels 52 and 64 N, as in Soviet atlases. */
export function createEqualArea(): EqualArea {
  const projection = geoConicEqualArea()
    .rotate([-100, 0])
    .parallels([52, 64])
    .scale(1)
    .translate([0, 0]);
  return {
    project: (lon, lat) => projection([lon, lat]) ?? [0, 0],
    invert: (x, y) => projection.invert?.([x, y]) ?? [0, 0],
  };
}
