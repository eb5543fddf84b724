import type { Box } from '../../data/core/geo/degree-grid.ts';
import { type FlatPart, touchesBox } from '../../data/core/geo/flat-part.ts';
import { DECIMAL } from './query-params.ts';

/**
 * Reads the parameter `bbox` (OGC API Features 7.15.3): four numbers, or six with heights that are not
 * looked at. West greater than east crosses the antimeridian.
 *
 * @returns one or two boxes, or a sentence saying what is wrong
 */
export function readBbox(text: string): readonly Box[] | string {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => DECIMAL.test(part))) {
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

/** Whether a geometry and any of the boxes have a point in common, borders included. */
export function intersectsAny(parts: readonly FlatPart[], boxes: readonly Box[]): boolean {
  return boxes.some((box) => parts.some((part) => touchesBox(part, box)));
}

/** Corners that `intersectsAny` may look at: those of the parts whose own box meets one of the boxes. */
export function cornersNear(parts: readonly FlatPart[], boxes: readonly Box[]): number {
  let corners = 0;
  for (const box of boxes) {
    for (const part of parts) if (mayMeet(part.box, box)) corners += part.starts.length;
  }
  return corners;
}

function mayMeet({ west, south, east, north }: Box, box: Box): boolean {
  return east >= box.west && west <= box.east && north >= box.south && south <= box.north;
}

/** A box as clients read it: west, south, east, north in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

const WORLD: Extent = [-180, -90, 180, 90];

/**
 * Where some boxes lie, none of which crosses the antimeridian itself: a box around all of them, and if that reaches around
 * the globe, the parts on either side of the antimeridian after it (OGC API Features 7.13). One box with `west > east` is
 * allowed as well; clients (QGIS 3.22) read it as what lies between.
 */
export function extentsOf(boxes: readonly Box[]): readonly [Extent, ...Extent[]] {
  const [west, south, east, north] = smallestExtent(boxes);
  if (west <= east) return [[west, south, east, north]];
  return [
    [-180, south, 180, north],
    [west, south, 180, north],
    [-180, south, east, north],
  ];
}

/** Of the circle of longitudes it leaves out the widest stretch that no box touches; `west > east` across the antimeridian. */
function smallestExtent(boxes: readonly Box[]): Extent {
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
