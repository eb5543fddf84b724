import { bbox } from '@turf/bbox';
import { booleanIntersects } from '@turf/boolean-intersects';
import type { Geometry, LineString, Point, Polygon } from 'geojson';

/** One box in degrees, `west <= east`: a box across the antimeridian is two of them. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Reads the parameter `bbox` (OGC API Features 7.15.3): four numbers, or six with heights that are not
 * looked at. West greater than east crosses the antimeridian.
 *
 * @returns one or two boxes, or a sentence saying what is wrong
 */
export function readBbox(text: string): readonly Box[] | string {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^[+-]?\d{1,6}(\.\d{1,20})?([eE][+-]?\d{1,2})?$/.test(part))) {
    return 'expected decimal numbers west,south,east,north';
  }
  return boxesBetween(parts.map(Number));
}

/** The same for numbers, as CQL2 has them. */
export function boxesBetween(numbers: readonly number[]): readonly Box[] | string {
  if (numbers.length !== 4 && numbers.length !== 6) {
    return `expected 4 or 6 numbers west,south,east,north, not ${numbers.length}`;
  }
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]];
  if ([west, east].some((lon) => lon < -180 || lon > 180))
    return 'expected longitudes from -180 to 180';
  if ([south, north].some((lat) => lat < -90 || lat > 90))
    return 'expected latitudes from -90 to 90';
  if (south > north) return 'expected the southern latitude before the northern one';
  if (west <= east) return [{ west, south, east, north }];
  return [
    { west, south, east: 180, north },
    { west: -180, south, east, north },
  ];
}

/** A part of a geometry with its own box: the box of a whole region may reach around the globe. */
interface Part {
  readonly shape: Polygon | LineString | Point;
  readonly box: Box;
  readonly corners: number;
}

/** A geometry prepared for questions about boxes. */
export type GeometryParts = readonly Part[];

/** Prepares a geometry once, so that each question looks only at the parts that can matter. */
export function splitGeometry(geometry: Geometry): GeometryParts {
  return shapesOf(geometry).map((shape) => {
    const [west, south, east, north] = bbox(shape);
    return { shape, box: { west, south, east, north }, corners: countCorners(shape) };
  });
}

/** Whether a geometry and any of the boxes have a point in common, borders included. */
export function intersectsAny(parts: GeometryParts, boxes: readonly Box[]): boolean {
  return boxes.some((box) => {
    const shape = shapeOfBox(box);
    return parts.some((part) => mayMeet(part.box, box) && booleanIntersects(part.shape, shape));
  });
}

/** Corners that `intersectsAny` looks at: those of the parts whose own box meets one of the boxes. */
export function cornersNear(parts: GeometryParts, boxes: readonly Box[]): number {
  let corners = 0;
  for (const box of boxes) {
    for (const part of parts) if (mayMeet(part.box, box)) corners += part.corners;
  }
  return corners;
}

function mayMeet({ west, south, east, north }: Box, box: Box): boolean {
  return east >= box.west && west <= box.east && north >= box.south && south <= box.north;
}

/** A box without width or height is a line or a point: a polygon without an area meets nothing. */
function shapeOfBox({ west, south, east, north }: Box): Part['shape'] {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  if (west === east || south === north) {
    const coordinates = [
      [west, south],
      [east, north],
    ];
    return { type: 'LineString', coordinates };
  }
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function shapesOf(geometry: Geometry): Part['shape'][] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry];
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(shapesOf);
  }
}

/** Reference system of all coordinates here: longitude and latitude in degrees on WGS 84 (OGC API Features 7.4). */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** Smallest box around a collection: `west > east` where it crosses the antimeridian (OGC API Features 7.13). */
export type Extent = readonly [west: number, south: number, east: number, north: number];

const WORLD: Extent = [-180, -90, 180, 90];

/**
 * Smallest box around some boxes, none of which crosses the antimeridian itself. Of the circle of longitudes it leaves
 * out the widest stretch that no box touches.
 */
export function extentOf(boxes: readonly Box[]): Extent {
  const [first, ...others] = boxes.toSorted((a, b) => a.west - b.west);
  if (first === undefined) return WORLD;
  let widest = { width: 0, from: first.east, to: first.west };
  let reach = first.east;
  for (const { west, east } of others) {
    if (west - reach > widest.width) widest = { width: west - reach, from: reach, to: west };
    reach = Math.max(reach, east);
  }
  const isPlain = first.west + 360 - reach >= widest.width;
  return [
    isPlain ? first.west : widest.to,
    Math.min(...boxes.map(({ south }) => south)),
    isPlain ? reach : widest.from,
    Math.max(...boxes.map(({ north }) => north)),
  ];
}

function countCorners(shape: Part['shape']): number {
  if (shape.type === 'Point') return 1;
  if (shape.type === 'LineString') return shape.coordinates.length;
  return shape.coordinates.reduce((sum, ring) => sum + ring.length, 0);
}
