import type { Box } from './bounding-box.ts';

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
