import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../server/test-app.ts';
import { idsOf, readPage } from './features-page.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const filtered = (filter: string, language = 'cql2-text') =>
  `items?limit=10000&filter-lang=${language}&filter=${encodeURIComponent(filter)}`;
const regions = async (filter: string) =>
  idsOf(await readPage(test.app, `regions/${filtered(filter)}`));
const json = async (filter: unknown) =>
  idsOf(await readPage(test.app, `regions/${filtered(JSON.stringify(filter), 'cql2-json')}`));
const refusal = async (filter: string, language = 'cql2-text') => {
  const response = await test.app.request(
    `/api/v1/collections/regions/${filtered(filter, language)}`,
  );
  expect(response.status).toBe(400);
  return response.text();
};

const AROUND_MOSCOW = 'POLYGON((36 55,39 55,39 56.5,36 56.5,36 55))';
const WIDE = 'POLYGON((30 50,60 50,60 65,30 65,30 50))';

describe('a filter by shapes', () => {
  it('finds what meets a polygon, a line and points', async () => {
    expect(await regions(`S_INTERSECTS(geometry, ${AROUND_MOSCOW})`)).toEqual(
      expect.arrayContaining(['RU-MOW', 'RU-MOS']),
    );
    expect(await regions('S_INTERSECTS(geometry, LINESTRING(37.6 55.75,37.62 55.76))')).toEqual([
      'RU-MOW',
    ]);
    const points = 'S_INTERSECTS(MULTIPOINT((37.6176 55.752),(49.1 55.8)), geometry)';
    expect((await regions(points)).toSorted()).toEqual(['RU-MOW', 'RU-TA']);
  });

  it('tells within, overlapping and apart', async () => {
    const within = await regions(`S_WITHIN(geometry, ${WIDE})`);
    const overlapping = await regions(`S_OVERLAPS(geometry, ${WIDE})`);
    const apart = await regions(`S_DISJOINT(geometry, ${WIDE})`);
    expect(within).toContain('RU-TA');
    expect(overlapping).toContain('RU-ARK');
    expect(apart).toContain('RU-KAM');
    expect([...within, ...overlapping, ...apart].toSorted()).toEqual(
      (await regions('TRUE')).toSorted(),
    );
    expect(await regions(`S_CONTAINS(${WIDE}, geometry)`)).toEqual(within);
    expect(await regions('S_CONTAINS(geometry, POINT(37.6176 55.752))')).toEqual(['RU-MOW']);
  });

  it('takes a box for the area that it is, whichever the predicate', async () => {
    const box = 'BBOX(30,50,60,65)';
    for (const predicate of ['S_WITHIN', 'S_OVERLAPS', 'S_DISJOINT']) {
      const found = await regions(`${predicate}(geometry, ${box})`);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await regions(`${predicate}(geometry, ${WIDE})`));
    }
    // Across the antimeridian, a line and a point.
    expect(await regions('S_WITHIN(geometry, BBOX(150,60,-160,80))')).toEqual(['RU-CHU']);
    expect(await regions('S_CROSSES(BBOX(37.6,50,37.6,60), geometry)')).toContain('RU-MOW');
    expect(await regions('S_CONTAINS(geometry, BBOX(37.6,55.75,37.6,55.75))')).toEqual(['RU-MOW']);
  });

  it('takes a collection of shapes for what they cover together', async () => {
    const east = 'POLYGON((45 50,60 50,60 65,45 65,45 50))';
    const west = 'POLYGON((30 50,50 50,50 65,30 65,30 50))';
    const both = `GEOMETRYCOLLECTION(${east},${west},POINT(37.6 55.7))`;
    expect(await regions(`S_WITHIN(geometry, ${both})`)).toEqual(
      await regions(`S_WITHIN(geometry, ${WIDE})`),
    );
    const points = 'GEOMETRYCOLLECTION(POINT(37.6176 55.752),MULTIPOINT(49.1 55.8))';
    expect((await regions(`S_INTERSECTS(${points}, geometry)`)).toSorted()).toEqual([
      'RU-MOW',
      'RU-TA',
    ]);
    expect(await refusal('S_INTERSECTS(geometry, GEOMETRYCOLLECTION(BBOX(1,2,3,4)))')).toContain(
      'MULTIPOLYGON',
    );
  });

  it('relates shapes to each other, and the geometry to itself', async () => {
    const line = 'LINESTRING(35 52,65 52)';
    expect(await regions(`S_CROSSES(${line}, ${WIDE})`)).toHaveLength(83);
    expect(await regions(`S_WITHIN(${line}, ${WIDE})`)).toEqual([]);
    expect(await regions('S_INTERSECTS(BBOX(0,0,2,2), POINT(1 1))')).toHaveLength(83);
    expect(await regions('S_EQUALS(geometry, geometry)')).toHaveLength(83);
    expect(await regions('S_OVERLAPS(geometry, geometry)')).toEqual([]);
  });

  it('names the place where a polygon crosses itself', async () => {
    expect(await refusal('S_WITHIN(geometry, POLYGON((0 0,1 1,1 0,0 1,0 0)))')).toMatch(
      /Self-intersection.*0\.5, 0\.5/,
    );
    expect(await refusal('S_WITHIN(geometry, POLYGON((0 0,400 1,1 0,0 0)))')).toMatch(
      /lon from -180/,
    );
  });
});

describe('a filter by times', () => {
  it.each([
    ["T_AFTER(as_of, DATE('2020-01-01'))", true],
    ["T_BEFORE(as_of, DATE('2020-01-01'))", false],
    ["T_DURING(as_of, INTERVAL('2020-01-01','..'))", true],
    ["T_INTERSECTS(as_of, INTERVAL('..','2020-01-01'))", false],
    ['T_EQUALS(as_of, as_of)', true],
    ["T_CONTAINS(INTERVAL('2020-01-01','2020-12-31'), INTERVAL('2020-02-01','2020-03-01'))", true],
    ["T_MEETS(INTERVAL('2020-01-01','2020-02-01'), INTERVAL('2020-02-01','2020-03-01'))", true],
    ["T_STARTEDBY(INTERVAL('2020-01-01','2020-03-01'), INTERVAL('2020-01-01','2020-02-01'))", true],
    ["T_FINISHES(INTERVAL('2020-02-01','2020-03-01'), INTERVAL('2020-01-01','2020-03-01'))", true],
    ["T_OVERLAPS(INTERVAL('2020-01-01','2020-02-01'), INTERVAL('2020-01-15','2020-03-01'))", true],
  ])('holds as the standard says: %s', async (filter, holds) => {
    expect((await regions(filter)).length > 0).toBe(holds);
  });

  it('takes an interval between days of a feature, and leaves it open where one is unknown', async () => {
    const known = await regions('limits_last_reported_on IS NOT NULL');
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(83);
    const interval = 'INTERVAL(limits_last_reported_on, as_of)';
    expect(await regions(`${interval} IS NULL`)).toHaveLength(83 - known.length);
    expect(await regions(`T_FINISHEDBY(${interval}, as_of)`)).toEqual(
      await regions('limits_last_reported_on < as_of'),
    );
    expect(await regions(`T_INTERSECTS(${interval}, INTERVAL('2020-01-01','..'))`)).toEqual(known);
    // No interval begins after its end.
    expect(
      await regions(`T_AFTER(INTERVAL(as_of,'2000-01-01'), DATE('1999-01-01')) IS NULL`),
    ).toHaveLength(83);
    expect(await refusal("T_AFTER(INTERVAL(name_en,'..'), as_of)")).toContain('INTERVAL expects');
  });

  it('expects times', async () => {
    expect(await refusal("T_AFTER(name_en, DATE('2020-01-01'))")).toContain('not a text');
    expect(await refusal("T_DURING(as_of, INTERVAL('2021-01-01','2020-01-01'))")).toContain(
      'earlier',
    );
  });
});

describe('IS NULL', () => {
  it('asks of a truth whether it is open, and finds what is written out', async () => {
    const open = await regions('(plan_support = verdict) IS NULL');
    expect(open).toEqual(await regions('plan_support IS NULL OR verdict IS NULL'));
    expect(await regions('(limits_last_reported_on = as_of) IS NULL AND TRUE')).toEqual(
      await regions('limits_last_reported_on IS NULL'),
    );
    for (const there of ['POINT(1 2)', 'BBOX(1,2,3,4)', "INTERVAL('..','..')", '1', "'a'", 'TRUE'])
      expect(await regions(`${there} IS NOT NULL`)).toHaveLength(83);
  });
});

describe('a filter in CQL2 JSON', () => {
  const property = (name: string) => ({ property: name });

  it.each([
    ["region_id = 'RU-TA'", { op: '=', args: [property('region_id'), 'RU-TA'] }],
    [
      "type = 'krai' AND NOT verdict = 'no'",
      {
        op: 'and',
        args: [
          { op: '=', args: [property('type'), 'krai'] },
          { op: 'not', args: [{ op: '=', args: [property('verdict'), 'no'] }] },
        ],
      },
    ],
    ['operators_no BETWEEN 1 AND 20', { op: 'between', args: [property('operators_no'), 1, 20] }],
    [
      "region_id IN ('RU-TA','RU-MOW')",
      { op: 'in', args: [property('region_id'), ['RU-TA', 'RU-MOW']] },
    ],
    [
      "CASEI(name_en) LIKE CASEI('TAT%')",
      {
        op: 'like',
        args: [
          { op: 'casei', args: [property('name_en')] },
          { op: 'casei', args: ['TAT%'] },
        ],
      },
    ],
    ['method IS NULL', { op: 'isNull', args: [property('method')] }],
    [
      "as_of >= DATE('2020-01-01')",
      { op: '>=', args: [property('as_of'), { date: '2020-01-01' }] },
    ],
    [
      "T_DURING(as_of, INTERVAL('2020-01-01','..'))",
      { op: 't_during', args: [property('as_of'), { interval: ['2020-01-01', '..'] }] },
    ],
    [
      "T_CONTAINS(INTERVAL('..', as_of), limits_last_reported_on)",
      {
        op: 't_contains',
        args: [{ interval: ['..', property('as_of')] }, property('limits_last_reported_on')],
      },
    ],
    [
      '(limits_last_reported_on = as_of) IS NULL',
      {
        op: 'isNull',
        args: [{ op: '=', args: [property('limits_last_reported_on'), property('as_of')] }],
      },
    ],
    [
      'S_CONTAINS(geometry, GEOMETRYCOLLECTION(POINT(37.6176 55.752),LINESTRING(37.6 55.75,37.62 55.76)))',
      {
        op: 's_contains',
        args: [
          property('geometry'),
          {
            type: 'GeometryCollection',
            geometries: [
              { type: 'Point', coordinates: [37.6176, 55.752] },
              {
                type: 'LineString',
                coordinates: [
                  [37.6, 55.75],
                  [37.62, 55.76],
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'S_INTERSECTS(geometry, BBOX(37,55,38,56))',
      { op: 's_intersects', args: [property('geometry'), { bbox: [37, 55, 38, 56] }] },
    ],
    [
      'S_WITHIN(geometry, POLYGON((36 55,39 55,39 56.5,36 56.5,36 55)))',
      {
        op: 's_within',
        args: [
          property('geometry'),
          {
            type: 'Polygon',
            coordinates: [
              [
                [36, 55],
                [39, 55],
                [39, 56.5],
                [36, 56.5],
                [36, 55],
              ],
            ],
          },
        ],
      },
    ],
  ])('selects what its text does: %s', async (text, filter) => {
    expect(await json(filter)).toEqual(await regions(text));
  });

  it('is refused with what was expected', async () => {
    expect(await refusal('{', 'cql2-json')).toContain('expected JSON');
    const deep = `${'{"op":"not","args":['.repeat(60)}true${']}'.repeat(60)}`;
    expect(await refusal(deep, 'cql2-json')).toContain('at most 40 levels');
    expect(await refusal('{"op":"=","args":[{"property":"size"},1]}', 'cql2-json')).toContain(
      'size',
    );
    expect(await refusal('{"near":[1,2]}', 'cql2-json')).toContain('expected an operation');
  });

  it.each([
    ['near', [1, 2], 'there is no operation \\"near\\"; there are and, or, not, =, <>'],
    ['bbox', [1, 2, 3, 4], 'there is no operation \\"bbox\\"'],
    ['=', [1], '= expects 2 arguments, not 1'],
    ['=', [1, 1, 2], '= expects 2 arguments, not 3'],
    ['between', [1, 0], 'between expects 3 arguments, not 2'],
    ['isNull', [], 'isNull expects 1 argument, not 0'],
    ['and', [], 'and expects at least 1 argument, not 0'],
    ['+', [1, 1], '+ gives a value: expected a comparison such as ='],
  ])(
    'names the operation %s that is none, or has not its arguments: %j',
    async (op, args, words) => {
      expect(await refusal(JSON.stringify({ op, args }), 'cql2-json')).toContain(words);
    },
  );
});

describe('texts without their accents', () => {
  it('are alike where letters are', async () => {
    expect(await regions("ACCENTI('Žižkov') = ACCENTI('Zizkov') AND region_id = 'RU-TA'")).toEqual([
      'RU-TA',
    ]);
    expect(await regions("ACCENTI('ёлка') = 'елка' AND region_id = 'RU-TA'")).toEqual(['RU-TA']);
  });
});
