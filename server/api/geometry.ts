import type { Box } from '../../data/core/geo/edges.ts';
import { type FlatPart, touchesBox } from '../../data/core/geo/flat-part.ts';
import {
  LONGITUDE_FIRST,
  REFERENCE_SYSTEMS,
  type ReferenceSystem,
} from '../../data/core/geo/reference-system.ts';
import { DECIMAL } from './query-params.ts';

/** Reads the numbers of the parameter `bbox`; a sentence saying what is wrong where they are none. */
export function readNumbers(text: string): readonly number[] | string {
  const parts = text.split(',').map((part) => part.trim());
  const isNumber = (part: string) => DECIMAL.test(part) && Number.isFinite(Number(part));
  if (!parts.every(isNumber)) return 'expected four decimal numbers, or six';
  return parts.length === 4 || parts.length === 6
    ? parts.map(Number)
    : `expected 4 or 6 numbers, not ${parts.length}`;
}

/**
 * The boxes between two corners in a reference system (OGC API Features 7.15.3 and part 2, 6.2): four numbers in the order
 * of its axes, or six with heights that are not looked at. In degrees a western edge greater than the eastern one crosses
 * the antimeridian.
 *
 * @returns boxes in degrees where the axes run along meridians and parallels, else in the plane of the system; or a sentence
 * saying what is wrong
 */
export function boxesBetween(
  numbers: readonly number[],
  system: ReferenceSystem = LONGITUDE_FIRST,
): readonly Box[] | string {
  if (numbers.length !== 4 && numbers.length !== 6) {
    return `expected 4 or 6 numbers, not ${numbers.length}`;
  }
  const [low, high] =
    numbers.length === 4
      ? [numbers.slice(0, 2), numbers.slice(2)]
      : [numbers.slice(0, 2), numbers.slice(3, 5)];
  const outside = outsideOf([low, high], system);
  if (outside !== undefined) return outside;
  const [west = 0, south = 0] = system.isAligned ? system.toDegrees(low) : low;
  const [east = 0, north = 0] = system.isAligned ? system.toDegrees(high) : high;
  // In a plane that has no antimeridian two opposite corners mean one box, in whichever order.
  if (!system.isAligned) {
    return [
      {
        west: Math.min(west, east),
        south: Math.min(south, north),
        east: Math.max(west, east),
        north: Math.max(south, north),
      },
    ];
  }
  if (south > north) return 'expected the southern edge before the northern one';
  if (west <= east) return [{ west, south, east, north }];
  return [
    { west, south, east: 180, north },
    { west: -180, south, east, north },
  ];
}

/** What clients' own arithmetic adds at the edge of a system. */
const ROUNDING = 1e-3;

/** Says which coordinates lie outside of a system, and which system they might be of. */
function outsideOf(
  corners: readonly (readonly number[])[],
  system: ReferenceSystem,
): string | undefined {
  const fits = ({ largest }: ReferenceSystem) =>
    corners.every((corner) =>
      largest.every((most, axis) => Math.abs(corner[axis] ?? 0) <= most + ROUNDING),
    );
  if (fits(system)) return undefined;
  const { axes, largest, title } = system;
  const ranges = axes.map((axis, at) => `${axis} from -${largest[at]} to ${largest[at]}`);
  // A slip of the pen among degrees is no place a few metres from where the axes cross.
  const areMetres = corners.flat().some((value) => Math.abs(value) > 360);
  const other = REFERENCE_SYSTEMS.find(
    (each) => fits(each) && (areMetres || each.largest[0] <= 180),
  );
  const hint = other === undefined ? '' : `; these would fit ${other.title}: name ${other.uri}`;
  return `expected ${ranges.join(' and ')} (${title})${hint}`;
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
