import type { Box } from './box.ts';

/** Beyond this product of degrees a point is certainly on one side of an edge: far above any rounding error. */
const CLEARLY_BESIDE = 1e-9;

/**
 * Whether an edge may touch a box whose bounds meet the edge's bounds. True when in doubt, so a cell is rather looked
 * at once too often than taken for plain.
 */
export function edgeTouchesBox(
  aLon: number,
  aLat: number,
  bLon: number,
  bLat: number,
  { west, south, east, north }: Box,
): boolean {
  const side = (lon: number, lat: number) =>
    (bLon - aLon) * (lat - aLat) - (bLat - aLat) * (lon - aLon);
  const corners = [side(west, south), side(east, south), side(east, north), side(west, north)];
  return !(
    corners.every((corner) => corner > CLEARLY_BESIDE) ||
    corners.every((corner) => corner < -CLEARLY_BESIDE)
  );
}
