import { booleanIntersects, lineString, polygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  buildCellIndex,
  columnOf,
  FIRST_CROSSED,
  rowOf,
} from '../../../../data/core/geo/cell-index.ts';
import { type Box, flattenEdges } from '../../../../data/core/geo/edges.ts';
import { partsOf, touchesBox } from '../../../../data/core/geo/flat-part.ts';
import { createRegionLocator } from '../../../../data/core/geo/region-locator.ts';
import { RegionBoundaries } from '../../../../data/core/schema/region.ts';
import { rectangle } from '../../../fixtures/made-up-land.ts';
import { createRandom } from '../../../fixtures/sample-points.ts';
import { createTurfLocator } from '../../../fixtures/turf-locator.ts';

/*
 * Outlines whose corners lie on a lattice, asked about at every point of it: level with corners, in line with sides and on
 * both, where rays and boxes go wrong. A sixteenth of a degree has no rounding, and four of them are a cell.
 */
const STEP = 1 / 16;
const SIDE = 14;
const random = createRandom(31);
const lattice = Array.from({ length: SIDE + 1 }, (_, index) => index);

function corner(): Position {
  return [Math.floor(random() * SIDE), Math.floor(random() * SIDE)];
}

function triangle(): Position[] {
  const [a, b, c] = [corner(), corner(), corner()];
  const [[ax = 0, ay = 0], [bx = 0, by = 0], [cx = 0, cy = 0]] = [a, b, c];
  const isFlat = (bx - ax) * (cy - ay) === (by - ay) * (cx - ax);
  return isFlat ? triangle() : [a, b, c, a];
}

/** Triangles of all kinds, and outlines of sides that run with the lattice alone. */
const rings: Position[][] = [
  ...Array.from({ length: 12 }, triangle),
  rectangle(3, 3, 9, 9),
  [
    [1, 1],
    [12, 1],
    [12, 11],
    [8, 11],
    [8, 5],
    [5, 5],
    [5, 12],
    [1, 12],
    [1, 1],
  ],
];

/** A ring with its lattice laid from a position on. */
const laidFrom = (ring: Position[], west: number, south: number): Position[] =>
  ring.map(([x = 0, y = 0]) => [west + x * STEP, south + y * STEP]);

function regionOf(ring: Position[]): RegionBoundaries {
  return RegionBoundaries.parse({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'RU-TA',
        properties: { id: 'RU-TA' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      },
    ],
  });
}

const NO_OTHER_LAND = { type: 'MultiPolygon' as const, coordinates: [] };

/** Places where the lattice is laid, each with what turf says of its points, which is worked out once for all mutants. */
const grounds = [
  { where: 'in the north-east', west: 30, south: 55 },
  { where: 'in the south-west', west: -60.5, south: -40.5 },
  { where: 'on the equator and the first meridian', west: -0.5, south: -0.5 },
].map(({ where, west, south }) => ({
  where,
  asked: rings.map((ring) => {
    const boundaries = regionOf(laidFrom(ring, west, south));
    const holderOf = createTurfLocator(boundaries);
    const points = lattice.flatMap((x) =>
      lattice.map((y) => {
        const [lon, lat] = [west + x * STEP, south + y * STEP];
        return { lon, lat, held: holderOf(lon, lat) };
      }),
    );
    return { ring, boundaries, points };
  }),
}));

describe('a point level with corners and in line with sides', () => {
  it.each(grounds.map(({ where, asked }) => [where, asked] as const))(
    'lies in the region that turf says, %s',
    (_, asked) => {
      for (const { ring, boundaries, points } of asked) {
        const { regionIndexAt } = createRegionLocator(boundaries, NO_OTHER_LAND);
        const differing = points.filter(({ lon, lat, held }) => regionIndexAt(lon, lat) !== held);
        expect(differing, JSON.stringify(ring)).toEqual([]);
      }
    },
  );
});

/** Side of a cell in degrees. */
const CELL = 0.25;

/** South-west corners of cells around the lattice: lines of the grid lie a little below and left of round numbers. */
const corners = Array.from({ length: 8 * 8 }, (_, index) => ({
  west: 29.5 + (index % 8) * CELL - 4.9e-6,
  south: 54.5 + Math.floor(index / 8) * CELL - 4.9e-6,
}));
const outlines = rings.map((ring) => {
  const laid = laidFrom(ring, 30, 55);
  const isMet = corners.map(({ west, south }) =>
    booleanIntersects(
      lineString(laid),
      polygon([rectangle(west, south, west + CELL, south + CELL)]),
    ),
  );
  return { boundaries: regionOf(laid), isMet };
});

// Nothing of what is tested runs while this file loads: its mutants would have to load it anew, one by one.
describe('a cell of the index', () => {
  const indexOf = (boundaries: RegionBoundaries) =>
    buildCellIndex(flattenEdges(boundaries, NO_OTHER_LAND), CELL);

  it('is crossed where turf says that the outline meets it, and plain where an edge only passes by', () => {
    for (const { boundaries, isMet } of outlines) {
      const { grid, cells } = indexOf(boundaries);
      const crossed = corners.map(({ west, south }) => {
        const row = rowOf(grid, south + CELL / 2);
        const column = columnOf(grid, west + CELL / 2);
        return (cells[row * grid.columns + column] ?? -1) >= FIRST_CROSSED;
      });
      expect(crossed).toEqual(isMet);
    }
  });

  it('keeps of the edges to its right only the latitudes within its row', () => {
    for (const { boundaries } of outlines) {
      const index = indexOf(boundaries);
      const { grid, cells, candidateStarts, thresholdStarts, thresholds } = index;
      for (const [at, content] of cells.entries()) {
        if (content < FIRST_CROSSED) continue;
        const candidate = candidateStarts[content - FIRST_CROSSED] ?? 0;
        const kept = thresholds.slice(thresholdStarts[candidate], thresholdStarts[candidate + 1]);
        const south = grid.south + Math.floor(at / grid.columns) * CELL;
        const outside = [...kept].filter((lat) => lat < south - 1e-6 || lat > south + CELL + 1e-6);
        expect(outside).toEqual([]);
      }
    }
  });
});

const shapeOf = ({ west, south, east, north }: Box): Geometry =>
  west === east && south === north
    ? { type: 'Point', coordinates: [west, south] }
    : { type: 'Polygon', coordinates: [rectangle(west, south, east, north)] };

/** Outlines and areas around the origin, where coordinates change their sign, with what turf says of boxes. */
const boxes = Array.from({ length: 200 }, (_, index): Box => {
  const [[x = 0, y = 0], [width = 0, height = 0]] = [corner(), corner()];
  const isPoint = index % 3 === 0;
  const [west, south] = [x - SIDE / 2, y - SIDE / 2];
  return {
    west,
    south,
    east: west + (isPoint ? 0 : 1 + (width % 4)),
    north: south + (isPoint ? 0 : 1 + (height % 4)),
  };
});
const shapes = rings
  .map((ring) => ring.map(([x = 0, y = 0]): Position => [x - SIDE / 2, y - SIDE / 2]))
  .flatMap((around): Geometry[] => [
    { type: 'Polygon', coordinates: [around] },
    { type: 'LineString', coordinates: around },
  ])
  .map((shape) => ({
    shape,
    touching: boxes.map((box) => booleanIntersects(shape, shapeOf(box))),
  }));

describe('a box level with corners and in line with sides', () => {
  it('touches an outline or an area around the origin where turf says', () => {
    for (const { shape, touching } of shapes) {
      const parts = partsOf(shape);
      const found = boxes.map((box) => parts.some((part) => touchesBox(part, box)));
      expect(found, JSON.stringify(shape)).toEqual(touching);
    }
  });
});
