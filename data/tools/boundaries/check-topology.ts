import * as z from 'zod';
import type { RegionBoundaries } from '../../core/schema/region.ts';
import type { Issue } from '../authored/issue.ts';

/** A stretch of border between two positions of one arc, in the whole-number grid of a quantized topology. */
interface Segment {
  arc: number;
  from: readonly [number, number];
  to: readonly [number, number];
}

/** Where two arcs cross, or one crosses itself. */
interface Crossing {
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

/** Outlines have at most 5 decimals, so this makes whole numbers of them. */
const STEPS_PER_DEGREE = 100_000;

/**
 * Checks the outlines that points are looked up in: every ring is closed and no ring crosses itself or another,
 * so that regions do not overlap.
 */
export function checkOutlines(file: string, outlines: RegionBoundaries): Issue[] {
  const rings = outlines.features.flatMap(({ id, geometry }) =>
    geometry.coordinates.flat().map((ring) => ({ id, ring })),
  );
  const open = rings.filter(({ ring }) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return first === undefined || first[0] !== last?.[0] || first[1] !== last?.[1];
  });
  const crossings = findCrossings(
    rings.map(({ ring }) =>
      ring.map(([lon = 0, lat = 0]) => [
        Math.round(lon * STEPS_PER_DEGREE),
        Math.round(lat * STEPS_PER_DEGREE),
      ]),
    ),
  );
  return [
    ...open.map(({ id }) => issue(file, id, 'has a ring that is not closed')),
    ...crossings.map(({ arcs, near: [x, y] }) => {
      const [a, b] = arcs.map((index) => rings[index]?.id ?? 'unknown');
      const where = `${x / STEPS_PER_DEGREE}, ${y / STEPS_PER_DEGREE}`;
      return issue(file, `${a}`, `crosses ${a === b ? 'itself' : b} near ${where}`);
    }),
  ];
}

function issue(file: string, id: string, what: string): Issue {
  return {
    level: 'error',
    file,
    path: id,
    message: `the outline of ${id} ${what}`,
    tip: 'mend the boundary file that was imported; the one in the package has no such place',
    rule: 'geometry-valid',
  };
}

const Arcs = z.array(z.array(z.array(z.int())));
const RegionTopology = z.object({
  arcs: z.array(z.array(z.tuple([z.int(), z.int()]))),
  objects: z.object({
    regions: z.object({
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), id: z.string(), arcs: z.array(z.array(z.int())) }),
          z.object({ type: z.literal('MultiPolygon'), id: z.string(), arcs: Arcs }),
        ]),
      ),
    }),
  }),
});

/**
 * Checks a simplified map (quantized TopoJSON, object `regions`): every region survived, every stretch of border
 * belongs to one region or is shared by exactly two, and no two stretches cross. Then there are neither gaps nor
 * overlaps between regions. A stretch that touches itself within one grid step bounds no area and is left alone.
 */
export function checkTopology(file: string, text: string, regionIds: readonly string[]): Issue[] {
  const { arcs, objects } = RegionTopology.parse(JSON.parse(text));
  const { geometries } = objects.regions;
  const present = geometries.map(({ id }) => id);
  const uses = new Map<number, number>();
  for (const geometry of geometries) {
    const rings = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
    // A negative index is the same arc the other way round (TopoJSON 2.1.4).
    for (const arc of rings.flat()) {
      const index = arc < 0 ? ~arc : arc;
      uses.set(index, (uses.get(index) ?? 0) + 1);
    }
  }
  const crossings = findCrossings(arcs.map(absolute)).filter(({ arcs: [a, b] }) => a !== b);
  const issues = [
    ...regionIds.filter((id) => !present.includes(id)).map((id) => `${id} was lost`),
    ...present
      .filter((id, index) => present.indexOf(id) !== index || !regionIds.includes(id))
      .map((id) => `${id} stands there and should not`),
    ...[...uses].filter(([, count]) => count > 2).map(([arc]) => `arc ${arc} bounds three regions`),
    ...crossings.map(({ near }) => `two borders cross at ${near.join(', ')} of the grid`),
  ];
  return issues.map((message) => ({
    level: 'error',
    file,
    path: '',
    message,
    tip: 'change how data/tools/boundaries simplifies, then build again',
    rule: 'geometry-valid',
  }));
}

/** Positions out of the differences that a quantized topology stores. */
function absolute(arc: readonly (readonly [number, number])[]): [number, number][] {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

/** Simplified maps among the boundary files. */
const TOPOLOGY_FILES = ['regions.overview.topojson', 'regions.detail.topojson'];

/** Everything wrong with the outlines and the maps made of them, before any of it is written. */
export function checkBoundaryFiles(
  outlines: RegionBoundaries,
  files: ReadonlyMap<string, string | Uint8Array>,
  regionIds: readonly string[],
): Issue[] {
  const topologies = TOPOLOGY_FILES.flatMap((name) => {
    const content = files.get(name);
    return content === undefined ? [] : checkTopology(name, String(content), regionIds);
  });
  return [...checkOutlines('regions.full.geojson', outlines), ...topologies];
}
