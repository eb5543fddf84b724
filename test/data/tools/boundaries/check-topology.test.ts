import { describe, expect, it } from 'vitest';
import type { RegionBoundaries } from '../../../../data/core/schema/region.ts';
import {
  checkBoundaryFiles,
  findCrossings,
} from '../../../../data/tools/boundaries/check-topology.ts';

type Ring = [number, number][];

function outlines(rings: Record<string, Ring>): RegionBoundaries {
  return {
    type: 'FeatureCollection',
    features: Object.entries(rings).map(([id, ring]) => ({
      type: 'Feature',
      id,
      properties: { id },
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    })),
  };
}

const square = (west: number, east: number): Ring => [
  [west, 50],
  [east, 50],
  [east, 60],
  [west, 60],
  [west, 50],
];

/** Two squares that share the arc 0; arcs are stored as differences. */
function topology(change: { arcs?: Ring[]; ids?: string[] } = {}): Map<string, string> {
  const shared: Ring = [
    [10, 0],
    [0, 10],
  ];
  const left: Ring = [
    [10, 10],
    [-10, 0],
    [0, -10],
    [10, 0],
  ];
  const right: Ring = [
    [10, 0],
    [10, 0],
    [0, 10],
    [-10, 0],
  ];
  const [first = 'RU-MOW', second = 'RU-MOS'] = change.ids ?? [];
  const content = {
    type: 'Topology',
    arcs: change.arcs ?? [shared, left, right],
    objects: {
      regions: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: first, arcs: [[0, 1]] },
          { type: 'MultiPolygon', id: second, arcs: [[[2, -1]]] },
        ],
      },
    },
  };
  return new Map([['regions.detail.topojson', JSON.stringify(content)]]);
}

const neighbours = outlines({ 'RU-MOS': square(30, 40), 'RU-MOW': square(40, 50) });
const check = (regions: RegionBoundaries, files = topology()) =>
  checkBoundaryFiles(regions, files, ['RU-MOS', 'RU-MOW']).map(({ message }) => message);

describe('checking boundaries', () => {
  it('finds nothing in two regions that share a border', () => {
    expect(check(neighbours)).toEqual([]);
  });

  it('finds a ring that crosses itself', () => {
    const bowTie: Ring = [
      [40, 50],
      [50, 60],
      [50, 50],
      [40, 60],
      [40, 50],
    ];
    expect(check(outlines({ 'RU-MOW': bowTie }))).toEqual([
      expect.stringMatching(/^the outline of RU-MOW crosses itself near /),
    ]);
  });

  it('finds two regions that overlap', () => {
    const shifted = square(39, 50).map(([lon, lat]): [number, number] => [lon, lat + 1]);
    expect(check(outlines({ 'RU-MOS': square(30, 40), 'RU-MOW': shifted }))).toContainEqual(
      expect.stringMatching(/crosses RU-MO[SW] near/),
    );
  });

  it('finds a ring that is not closed', () => {
    const open = square(40, 50).with(-1, [40, 51]);
    expect(check(outlines({ 'RU-MOW': open }))).toContain(
      'the outline of RU-MOW has a ring that is not closed',
    );
  });

  it('finds a region that simplification lost', () => {
    expect(check(neighbours, topology({ ids: ['RU-MOW', 'RU-TVE'] }))).toEqual([
      'RU-MOS was lost',
      'RU-TVE stands there and should not',
    ]);
  });

  it('finds simplified borders that cross', () => {
    const arcs: Ring[] = [
      [
        [10, 0],
        [0, 10],
      ],
      [
        [10, 10],
        [5, -5],
        [-15, 5],
        [0, -10],
        [10, 0],
      ],
      [
        [10, 0],
        [10, 0],
        [0, 10],
        [-10, 0],
      ],
    ];
    expect(check(neighbours, topology({ arcs }))).toEqual([
      expect.stringMatching(/^two borders cross at /),
    ]);
  });
});

describe('finding crossings', () => {
  it('allows lines that meet at their ends or run along each other', () => {
    const line: Ring = [
      [0, 0],
      [10, 0],
    ];
    const onward: Ring = [
      [10, 0],
      [10, 10],
    ];
    expect(findCrossings([line, line.toReversed(), onward])).toEqual([]);
  });

  it('finds a line that ends on the inside of another', () => {
    const line: Ring = [
      [0, 0],
      [10, 0],
    ];
    const post: Ring = [
      [5, 0],
      [5, 5],
    ];
    expect(findCrossings([line, post])).toHaveLength(1);
  });
});
