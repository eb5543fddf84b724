import type { Geometry, Position } from 'geojson';

/** One box in degrees, `west <= east`: a box across the antimeridian is two of them. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Rings and points of a geometry with the box of each part: a whole region may reach around the globe. */
interface Part {
  readonly box: Box;
  readonly rings: readonly (readonly Position[])[];
}

/** A geometry prepared for questions about boxes. */
export type BoxIndex = readonly Part[];

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

/** Prepares a geometry once, so that each question looks only at the parts that can matter. */
export function indexGeometry(geometry: Geometry): BoxIndex {
  return partsOf(geometry).map((rings) => ({ rings, box: boxOf(rings[0] ?? []) }));
}

/** Whether a geometry and any of the boxes have a point in common, borders included. */
export function intersectsAny(index: BoxIndex, boxes: readonly Box[]): boolean {
  return boxes.some((box) => index.some((part) => intersects(part, box)));
}

function intersects({ box: own, rings }: Part, box: Box): boolean {
  if (
    own.east < box.west ||
    own.west > box.east ||
    own.north < box.south ||
    own.south > box.north
  ) {
    return false;
  }
  const [outer] = rings;
  if (outer === undefined) return false;
  if (isWithin(own, box) || rings.some((ring) => meetsEdge(ring, box))) return true;
  return rings.length > 0 && outer.length > 3 && containsCorner(rings, box.west, box.south);
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.west >= outer.west &&
    inner.east <= outer.east &&
    inner.south >= outer.south &&
    inner.north <= outer.north
  );
}

function meetsEdge(ring: readonly Position[], box: Box): boolean {
  for (let index = 1; index < ring.length; index++) {
    const from = ring[index - 1];
    const to = ring[index];
    if (from !== undefined && to !== undefined && segmentMeetsBox(from, to, box)) return true;
  }
  return false;
}

/** Liang and Barsky's clipping: the segment meets the box when some of it is left. */
function segmentMeetsBox(
  [x1 = 0, y1 = 0]: Position,
  [x2 = 0, y2 = 0]: Position,
  box: Box,
): boolean {
  let start = 0;
  let end = 1;
  const clips = [
    [x1 - x2, x1 - box.west],
    [x2 - x1, box.east - x1],
    [y1 - y2, y1 - box.south],
    [y2 - y1, box.north - y1],
  ] as const;
  for (const [direction, distance] of clips) {
    if (direction === 0) {
      if (distance < 0) return false;
      continue;
    }
    const ratio = distance / direction;
    if (direction < 0) start = Math.max(start, ratio);
    else end = Math.min(end, ratio);
    if (start > end) return false;
  }
  return true;
}

/** Even-odd rule over all rings, so that a box inside a hole is outside. */
function containsCorner(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [x1 = 0, y1 = 0] = ring[index - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[index] ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

function partsOf(geometry: Geometry): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[[geometry.coordinates, geometry.coordinates]]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [[position, position]]);
    case 'LineString':
      return [[geometry.coordinates]];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [line]);
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

function boxOf(positions: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}
