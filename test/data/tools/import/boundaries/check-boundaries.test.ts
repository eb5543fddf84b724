import { describe, expect, it } from 'vitest';
import { BoundaryError } from '../../../../../data/tools/boundaries/region-shapes.ts';
import { checkBoundaries } from '../../../../../data/tools/import/boundaries/check-boundaries.ts';

const REGIONS = ['RU-AD', 'RU-AL', 'RU-TA'];
const SQUARE = [
  [40, 50],
  [41, 50],
  [41, 51],
  [40, 51],
  [40, 50],
];

function region(id: string, rings: number[][][]) {
  return { type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: rings } };
}

function collection(...features: unknown[]) {
  return { type: 'FeatureCollection', features };
}

function problemsOf(json: unknown): readonly string[] {
  try {
    checkBoundaries(json, REGIONS);
  } catch (error) {
    if (error instanceof BoundaryError) return error.problems;
    throw error;
  }
  return [];
}

describe('boundaries made elsewhere', () => {
  it('are brought to our form: MultiPolygons in order of id, wound and rounded', () => {
    const clockwise = SQUARE.toReversed().map(([lon = 0, lat = 0]) => [lon + 0.1234567, lat]);
    const checked = checkBoundaries(
      collection(
        region('RU-TA', [SQUARE]),
        region('RU-AL', [clockwise]),
        region('RU-AD', [SQUARE]),
      ),
      REGIONS,
    );
    expect(checked.features.map(({ id }) => id)).toEqual(REGIONS);
    expect(checked.features[1]?.geometry.coordinates[0]?.[0]?.slice(0, 2)).toEqual([
      [40.12346, 50],
      [41.12346, 50],
    ]);
  });

  it('are refused with every problem at once', () => {
    const bowTie = [
      [40, 50],
      [41, 51],
      [41, 50],
      [40, 51],
      [40, 50],
    ];
    const jump = [
      [179, 60],
      [-179, 60],
      [-179, 61],
      [179, 60],
    ];
    const problems = problemsOf(
      collection(
        region('RU-AD', [bowTie, SQUARE.slice(0, 4), jump]),
        region('RU-AD', [SQUARE]),
        region('RU-77', [SQUARE]),
        region('RU-AL', [[[200, 50], ...SQUARE.slice(1)]]),
        { type: 'Feature', properties: { id: 'RU-TA' }, geometry: null },
      ),
    );
    expect(problems.join('\n')).toMatch(
      new RegExp(
        [
          'RU-AD: part 1, ring 1 crosses itself at 40.5, 50.5',
          'RU-AD: part 1, ring 2 is open',
          'RU-AD: part 1, ring 3 jumps over the antimeridian at -179, 60',
          'RU-AD: feature 2 is a second outline',
          'feature 3: id "RU-77", expected the id of a region',
          'feature 4: .*expected number to be <=180',
          'feature 5: ',
          'RU-AL: has no outline',
          'RU-TA: has no outline',
        ].join('[^]*'),
      ),
    );
  });

  it.each([[null], [[]], [{ type: 'Feature' }]])('are refused when the file is %j', (json) => {
    expect(problemsOf(json)).toEqual(['the file is not a GeoJSON FeatureCollection']);
  });
});
