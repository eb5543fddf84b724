/** A stretch of border between two positions of one arc, in the whole-number grid of a quantized topology. */
interface Segment {
  arc: number;
  from: readonly [number, number];
  to: readonly [number, number];
}

/** Where two arcs cross, or one crosses itself. */
export interface Crossing {
  arcs: [number, number];
  /** A position next to it, in the grid. */
  near: readonly [number, number];
}

/**
 * Finds where arcs meet elsewhere than at common positions. Arcs that never cross bound areas that neither
 * overlap nor leave gaps. Exact: coordinates are whole numbers below 2^26, so that products are, too.
 *
 * @param arcs absolute grid coordinates, not the differences that TopoJSON stores
 */
export function findCrossings(arcs: readonly (readonly [number, number])[][]): Crossing[] {
  const segments = arcs
    .flatMap((arc, index) =>
      arc.slice(1).map((to, i): Segment => ({ arc: index, from: arc[i] ?? to, to })),
    )
    .toSorted((a, b) => west(a) - west(b));
  const crossings: Crossing[] = [];
  let active: Segment[] = [];
  for (const segment of segments) {
    active = active.filter((other) => east(other) >= west(segment));
    for (const other of active) {
      if (cross(segment, other)) {
        crossings.push({ arcs: [other.arc, segment.arc], near: segment.from });
      }
    }
    active.push(segment);
  }
  return crossings;
}

const west = ({ from, to }: Segment) => Math.min(from[0], to[0]);
const east = ({ from, to }: Segment) => Math.max(from[0], to[0]);

/** Whether two segments meet in the inside of at least one of them. */
function cross(a: Segment, b: Segment): boolean {
  const south = Math.max(Math.min(a.from[1], a.to[1]), Math.min(b.from[1], b.to[1]));
  const north = Math.min(Math.max(a.from[1], a.to[1]), Math.max(b.from[1], b.to[1]));
  if (south > north) return false;
  const sides = [side(a, b.from), side(a, b.to), side(b, a.from), side(b, a.to)];
  const [bFrom = 0, bTo = 0, aFrom = 0, aTo = 0] = sides;
  if (bFrom * bTo < 0 && aFrom * aTo < 0) return true;
  return (
    (bFrom === 0 && isInside(a, b.from)) ||
    (bTo === 0 && isInside(a, b.to)) ||
    (aFrom === 0 && isInside(b, a.from)) ||
    (aTo === 0 && isInside(b, a.to))
  );
}

/** On which side of a segment a point lies: the sign is the side, 0 is on its line. */
function side({ from, to }: Segment, point: readonly [number, number]): number {
  return Math.sign(
    (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]),
  );
}

/** Whether a point on the line of a segment lies strictly between its ends. */
function isInside({ from, to }: Segment, point: readonly [number, number]): boolean {
  const along = (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1]);
  const length = (to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2;
  return along > 0 && along < length;
}
