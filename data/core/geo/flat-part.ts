import type { Geometry, Position } from 'geojson';
import { orient2d } from 'robust-predicates';
import type { Box } from './edges.ts';

/** Edges whose common box is looked at before any of them. */
const RUN = 32;

/**
 * One connected piece of a geometry (a point, a line, a polygon with its holes) in flat arrays. A region around the globe
 * has a box of its own for each island.
 */
export interface FlatPart {
  readonly box: Box;
  readonly isArea: boolean;
  /** Positions of all rings, x and y in turn. */
  readonly positions: Float64Array;
  /** For each edge the index of its first position; a point is one edge from itself to itself. */
  readonly starts: Int32Array;
  /** Box of each run of edges: west, south, east, north in turn. */
  readonly runs: Float64Array;
}

type Project = (position: Position) => Position;

const unchanged: Project = (position) => position;

/** The parts of a geometry, in another plane where `project` is given. */
export function partsOf(geometry: Geometry, project: Project = unchanged): readonly FlatPart[] {
  switch (geometry.type) {
    case 'Point':
      return [flatten([[geometry.coordinates]], false, project)];
    case 'MultiPoint':
      return geometry.coordinates.map((point) => flatten([[point]], false, project));
    case 'LineString':
      return [flatten([geometry.coordinates], false, project)];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => flatten([line], false, project));
    case 'Polygon':
      return [flatten(geometry.coordinates, true, project)];
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => flatten(rings, true, project));
    case 'GeometryCollection':
      return geometry.geometries.flatMap((part) => partsOf(part, project));
  }
}

function flatten(
  rings: readonly (readonly Position[])[],
  isArea: boolean,
  project: Project,
): FlatPart {
  const positions: number[] = [];
  const starts: number[] = [];
  for (const ring of rings) {
    for (const [index, position] of ring.entries()) {
      if (index < ring.length - 1 || ring.length === 1) starts.push(positions.length / 2);
      const [x = 0, y = 0] = project(position);
      positions.push(x, y);
    }
    // The one edge of a point ends where it starts.
    if (ring.length === 1) positions.push(...positions.slice(-2));
  }
  const flat = { positions: Float64Array.from(positions), starts: Int32Array.from(starts) };
  const runs = boxesOfRuns(flat);
  return { ...flat, isArea, runs, box: boxAround(runs) };
}

function boxesOfRuns({ positions, starts }: Pick<FlatPart, 'positions' | 'starts'>): Float64Array {
  const runs = new Float64Array(Math.ceil(starts.length / RUN) * 4);
  for (let run = 0; run * RUN < starts.length; run++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = run * RUN; edge < Math.min((run + 1) * RUN, starts.length); edge++) {
      const first = (starts[edge] ?? 0) * 2;
      for (const at of [first, first + 2]) {
        const [x = 0, y = 0] = [positions[at], positions[at + 1]];
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
    }
    runs.set([west, south, east, north], run * 4);
  }
  return runs;
}

function boxAround(runs: Float64Array): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < runs.length; at += 4) {
    west = Math.min(west, runs[at] ?? west);
    south = Math.min(south, runs[at + 1] ?? south);
    east = Math.max(east, runs[at + 2] ?? east);
    north = Math.max(north, runs[at + 3] ?? north);
  }
  return { west, south, east, north };
}

/**
 * Whether a part and a box have a point in common, borders included. Exact: a run of edges that lies in the box decides at
 * once, else each edge near it is tried, and last whether the box lies within the area.
 */
export function touchesBox(part: FlatPart, box: Box): boolean {
  const { runs, starts } = part;
  if (!meets(part.box.west, part.box.south, part.box.east, part.box.north, box)) return false;
  for (let run = 0, at = 0; at < runs.length; run++, at += 4) {
    const west = runs[at] ?? 0;
    const south = runs[at + 1] ?? 0;
    const east = runs[at + 2] ?? 0;
    const north = runs[at + 3] ?? 0;
    if (!meets(west, south, east, north, box)) continue;
    if (west >= box.west && east <= box.east && south >= box.south && north <= box.north)
      return true;
    const end = Math.min((run + 1) * RUN, starts.length);
    for (let edge = run * RUN; edge < end; edge++) {
      if (edgeTouchesBox(part, edge, box)) return true;
    }
  }
  return part.isArea && contains(part, box.west, box.south);
}

function meets(west: number, south: number, east: number, north: number, box: Box): boolean {
  return east >= box.west && west <= box.east && north >= box.south && south <= box.north;
}

/** Two convex shapes are apart exactly if an axis parts them: here x, y, and across the edge. */
function edgeTouchesBox({ positions, starts }: FlatPart, edge: number, box: Box): boolean {
  const at = (starts[edge] ?? 0) * 2;
  const ax = positions[at] ?? 0;
  const ay = positions[at + 1] ?? 0;
  const bx = positions[at + 2] ?? 0;
  const by = positions[at + 3] ?? 0;
  if (!meets(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), box))
    return false;
  const side = (x: number, y: number) => Math.sign(orient2d(ax, ay, bx, by, x, y));
  const first = side(box.west, box.south);
  return (
    first === 0 ||
    side(box.east, box.south) !== first ||
    side(box.east, box.north) !== first ||
    side(box.west, box.north) !== first
  );
}

/** Whether a point that is on no edge lies within the area: a ray to the east meets an odd number of edges. */
function contains({ positions, starts, runs }: FlatPart, x: number, y: number): boolean {
  let isInside = false;
  for (let run = 0, at = 0; at < runs.length; run++, at += 4) {
    if (y < (runs[at + 1] ?? 0) || y > (runs[at + 3] ?? 0) || x > (runs[at + 2] ?? 0)) continue;
    const end = Math.min((run + 1) * RUN, starts.length);
    for (let edge = run * RUN; edge < end; edge++) {
      const from = (starts[edge] ?? 0) * 2;
      const ay = positions[from + 1] ?? 0;
      const by = positions[from + 3] ?? 0;
      if (ay > y === by > y) continue;
      const ax = positions[from] ?? 0;
      const bx = positions[from + 2] ?? 0;
      // Above the edge's lower end and below its upper one: the point is left of it by the sign of the turn.
      const turn = by > ay ? orient2d(ax, ay, bx, by, x, y) : orient2d(bx, by, ax, ay, x, y);
      if (turn < 0) isInside = !isInside;
    }
  }
  return isInside;
}
