import { booleanIntersects, multiPolygon, point, pointToPolygonDistance } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../data/core/geo/edges.ts';
import { partsOf, touchesBox } from '../../../../data/core/geo/flat-part.ts';
import { createRegionLocator } from '../../../../data/core/geo/region-locator.ts';
import type { Location } from '../../../../data/core/schema/region.ts';
import { madeUpOtherLand, madeUpRegions, rectangle } from '../../../fixtures/made-up-land.ts';
import { borderPoints, createRandom, type Point } from '../../../fixtures/sample-points.ts';
import { createTurfLocator } from '../../../fixtures/turf-locator.ts';

/*
 * The look-up of points against turf on a few simple outlines: the same questions as of the real regions, small enough to be
 * asked again for each mutant.
 */
const boundaries = madeUpRegions();
const land = madeUpOtherLand();
const ids = boundaries.features.map(({ id }) => id);
const everything = {
  ...boundaries,
  features: [
    ...boundaries.features,
    ...boundaries.features
      .slice(0, 1)
      .map((feature) => ({ ...feature, id: 'RU-ZZ', geometry: { ...land } })),
  ],
};
const holderOf = createTurfLocator(everything);

/** Kilometres to an outline, the short way around the globe, 0 within it. */
function kilometresTo(coordinates: Position[][][], lon: number, lat: number): number {
  const turns = Math.abs(lon) > 170 ? [0, -360, 360] : [0];
  const around = turns.map((turn) =>
    multiPolygon(
      coordinates.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x + turn, y]))),
    ),
  );
  const options = { units: 'kilometers', method: 'geodesic' } as const;
  return Math.max(
    0,
    Math.min(...around.map((shape) => pointToPolygonDistance(point([lon, lat]), shape, options))),
  );
}

/** The answer by the text of `Location`, every distance measured by turf. */
function expectedAt(lon: number, lat: number): Location {
  const held = holderOf(lon, lat);
  const home = ids[held];
  if (held === ids.length) return { certainty: 'outside', candidates: [] };
  const others = boundaries.features
    .filter(({ id }) => id !== home)
    .map(({ id, geometry }) => ({
      regionId: id,
      distanceKm: kilometresTo(geometry.coordinates, lon, lat),
    }))
    .toSorted((a, b) => a.distanceKm - b.distanceKm);
  if (home !== undefined) {
    const isCity = home === 'RU-MOS' || home === 'RU-MOW';
    const near = others.filter(
      ({ regionId, distanceKm }) => distanceKm <= (isCity && regionId.startsWith('RU-MO') ? 15 : 5),
    );
    const candidates = [{ regionId: home, distanceKm: 0 }, ...near];
    return { certainty: near.length === 0 ? 'certain' : 'border', candidates };
  }
  const near = others.filter(({ distanceKm }) => distanceKm <= 10);
  const nearest = near[0]?.distanceKm ?? Infinity;
  if (nearest > Math.min(10, kilometresTo(land.coordinates, lon, lat))) {
    return { certainty: 'outside', candidates: [] };
  }
  return { certainty: 'snapped', candidates: near };
}

/** Whether a distance is so near a limit that turf and the locator may differ by rounding. */
const isClose = (one: number, other: number) => Math.abs(one - other) < 0.08;

function isOnALimit(lon: number, lat: number): boolean {
  const distances = boundaries.features.map(({ geometry }) =>
    kilometresTo(geometry.coordinates, lon, lat),
  );
  const toLand = kilometresTo(land.coordinates, lon, lat);
  return distances.some(
    (distance, index) =>
      [5, 10, 15, toLand].some((limit) => isClose(distance, limit)) ||
      distances.slice(0, index).some((other) => isClose(distance, other) && distance > 0),
  );
}

/** Spots with how far around them points are asked for, in degrees: wide, and narrow where limits lie close together. */
const SPOTS = [
  { lon: 37.5, lat: 55.8, wide: 1, high: 1 },
  { lon: 40.5, lat: 55.8, wide: 1, high: 1 },
  { lon: 42.4, lat: 56.1, wide: 1, high: 1 },
  // The border of two regions of which one is an oblast around a city.
  { lon: 38.95, lat: 55.8, wide: 0.25, high: 0.4 },
  // The border of a region with other land.
  { lon: 36, lat: 56, wide: 0.4, high: 0.8 },
  // The strait between a region and other land.
  { lon: 38.35, lat: 54.945, wide: 0.3, high: 0.09 },
  { lon: 42.45, lat: 56.1, wide: 0.3, high: 0.2 },
  { lon: 180, lat: 66.7, wide: 2, high: 0.8 },
  { lon: 178.5, lat: 66.7, wide: 0.3, high: 0.7 },
  { lon: -178.1, lat: 66.7, wide: 0.3, high: 0.7 },
  { lon: 80, lat: 88.85, wide: 30, high: 0.15 },
  { lon: 80, lat: 89.65, wide: 60, high: 0.15 },
  { lon: 104, lat: 89.3, wide: 10, high: 0.3 },
] as const;

/** Points around the spots, as many of each. */
function pointsAround(count: number, seed: number): Point[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index): Point => {
    const { lon, lat, wide, high } = SPOTS[index % SPOTS.length] ?? SPOTS[0];
    const x = lon + (random() - 0.5) * 2 * wide;
    const wrapped = x > 180 ? x - 360 : x < -180 ? x + 360 : x;
    return [wrapped, Math.min(90, lat + (random() - 0.5) * 2 * high)];
  });
}

/** Points with their answers, which are worked out once: turf takes a hundred times as long as what it is the measure of. */
const answers = [...pointsAround(420, 13), ...borderPoints(boundaries, 60, createRandom(14))]
  .filter(([lon, lat]) => !isOnALimit(lon, lat))
  .map(([lon, lat]) => ({ lon, lat, expected: expectedAt(lon, lat) }));
const holders = [
  ...borderPoints(everything, 1500, createRandom(11)),
  ...pointsAround(1500, 12),
].map(([lon, lat]) => ({ lon, lat, held: holderOf(lon, lat) }));

describe('on made-up land, the region that holds a point', () => {
  const locate = () => createRegionLocator(boundaries, land);

  it('is what turf says around and beside all borders', () => {
    const { regionIndexAt, regionIds } = locate();
    expect(regionIds).toEqual(ids);
    for (const { lon, lat, held } of holders) {
      expect(regionIndexAt(lon, lat), `${lon} ${lat}`).toBe(held === ids.length ? -1 : held);
    }
  });

  it('is the one that comes first in the alphabet, whatever the order of the file', () => {
    const turned = { ...boundaries, features: boundaries.features.toReversed() };
    const { regionIndexAt, regionIds } = createRegionLocator(turned, land);
    expect(regionIds).toEqual(ids);
    expect(regionIds[regionIndexAt(39, 56)]).toBe('RU-MOS');
    expect(regionIds[regionIndexAt(37.21, 55.8)]).toBe('RU-MOS');
    expect(regionIds[regionIndexAt(36, 56)]).toBe('RU-MOS');
  });

  it('is none off the globe', () => {
    const { regionIndexAt } = locate();
    for (const [lon, lat] of [
      [Number.NaN, 55],
      [37, Number.NaN],
      [400, 66.7],
      [-400, 66.7],
      [80, 95],
      [80, -95],
    ] as const) {
      expect(regionIndexAt(lon, lat)).toBe(-1);
    }
  });

  it('comes with how sure that is and how far the others are, as measured by turf', () => {
    const { locate: at } = locate();
    const seen: Record<string, number> = {};
    for (const { lon, lat, expected } of answers) {
      const { certainty, candidates } = at(lon, lat);
      const said = `${lon} ${lat}`;
      expect(certainty, said).toBe(expected.certainty);
      expect(
        candidates.map(({ regionId }) => regionId),
        said,
      ).toEqual(expected.candidates.map(({ regionId }) => regionId));
      for (const [index, { distanceKm }] of candidates.entries()) {
        expect(
          Math.abs(distanceKm - (expected.candidates[index]?.distanceKm ?? 0)),
          said,
        ).toBeLessThan(0.05);
        expect(Math.round(distanceKm * 1000) / 1000).toBe(distanceKm);
      }
      seen[certainty] = (seen[certainty] ?? 0) + 1;
    }
    for (const certainty of ['certain', 'border', 'snapped', 'outside']) {
      expect(seen[certainty] ?? 0, certainty).toBeGreaterThan(10);
    }
  });

  it('is one object for all points well inside of it, and one for all outside', () => {
    const { locate: at } = locate();
    expect(at(38.5, 56)).toBe(at(38.6, 56.1));
    expect(at(0, 0)).toBe(at(35, 56));
    expect(at(0, 0)).toEqual({ certainty: 'outside', candidates: [] });
  });

  it('is refused for what is not on the globe, the value named', () => {
    const { locate: at } = locate();
    expect(() => at(180.1, 0)).toThrow('lon is 180.1, expected a number from -180 to 180');
    expect(() => at(0, -90.1)).toThrow('lat is -90.1, expected a number from -90 to 90');
    expect(() => at(Number.NaN, 0)).toThrow('lon is NaN');
    expect(() => at(0, Number.NaN)).toThrow('lat is NaN');
    expect(at(180, 66.7).candidates[0]?.regionId).toBe('RU-CHU');
    expect(at(80, 90).certainty).toBe('outside');
  });
});

describe('on made-up land, whether a part of a geometry touches a box', () => {
  const boxShape = ({ west, south, east, north }: Box): Geometry =>
    west === east && south === north
      ? { type: 'Point', coordinates: [west, south] }
      : { type: 'Polygon', coordinates: [rectangle(west, south, east, north)] };
  const circle = (radius: number, count: number): Position[] => {
    const positions = Array.from({ length: count }, (_, index): Position => {
      const angle = (index / count) * 2 * Math.PI;
      return [5 + radius * Math.cos(angle), 5 + radius * Math.sin(angle)];
    });
    return [...positions, ...positions.slice(0, 1)];
  };
  const shapes: Geometry[] = [
    // More edges than are looked at in one run, around a hole.
    { type: 'Polygon', coordinates: [circle(4, 90), circle(2, 70)] },
    { type: 'Point', coordinates: [5, 5] },
    {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [4, 3],
        [9, 2],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [8, 2],
          [5, 9],
          [1, 1],
        ],
      ],
    },
  ];

  const random = createRandom(21);
  const boxes = Array.from({ length: 400 }, (_, round) => {
    const [west, south] = [random() * 10, random() * 10];
    const isPoint = round % 4 === 0;
    const east = isPoint ? west : west + random() ** 2 * 6;
    const north = isPoint ? south : south + random() ** 2 * 6;
    return { west, south, east, north };
  });
  const touching = shapes.map((shape) =>
    boxes.map((box) => booleanIntersects(shape, boxShape(box))),
  );

  it('is what turf says of areas, lines and points', () => {
    for (const [index, shape] of shapes.entries()) {
      const parts = partsOf(shape);
      const found = boxes.map((box) => parts.some((part) => touchesBox(part, box)));
      expect(found, shape.type).toEqual(touching[index]);
    }
  });

  it('holds where they meet in a corner, along an edge or at a point alone', () => {
    const [part] = partsOf({ type: 'Polygon', coordinates: [rectangle(2, 2, 6, 6)] });
    const [slanted] = partsOf({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [4, 4],
      ],
    });
    if (part === undefined || slanted === undefined) throw new Error('each has a part');
    const at = (west: number, south: number, east = west, north = south) => ({
      west,
      south,
      east,
      north,
    });
    expect(touchesBox(part, at(6, 6, 8, 8))).toBe(true);
    expect(touchesBox(part, at(0, 0, 2, 2))).toBe(true);
    expect(touchesBox(part, at(6, 3, 8, 4))).toBe(true);
    expect(touchesBox(part, at(6, 6))).toBe(true);
    expect(touchesBox(part, at(3, 2))).toBe(true);
    expect(touchesBox(part, at(6.001, 6.001, 8, 8))).toBe(false);
    expect(touchesBox(slanted, at(2, 2))).toBe(true);
    expect(touchesBox(slanted, at(2, 1, 3, 2))).toBe(true);
    expect(touchesBox(slanted, at(2.1, 1, 3, 2))).toBe(false);
    expect(touchesBox(slanted, at(1, 2, 2, 3))).toBe(true);
    expect(touchesBox(slanted, at(1, 2.1, 2, 3))).toBe(false);
  });

  it('is asked of each piece of a geometry, in another plane where one is given', () => {
    const nested: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 1],
            [2, 2],
          ],
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [3, 3],
              [4, 4],
            ],
            [
              [5, 5],
              [6, 6],
            ],
          ],
        },
        { type: 'MultiPolygon', coordinates: [[rectangle(7, 7, 8, 8)], [rectangle(9, 9, 10, 10)]] },
      ],
    };
    const parts = partsOf(nested, ([x = 0, y = 0]) => [x * 10, y * 10]);
    expect(parts.map(({ box: { west, north } }) => [west, north])).toEqual([
      [10, 10],
      [20, 20],
      [30, 40],
      [50, 60],
      [70, 80],
      [90, 100],
    ]);
    expect(parts.map(({ isArea }) => isArea)).toEqual([false, false, false, false, true, true]);
    expect(partsOf(nested).map(({ box: { east } }) => east)).toEqual([1, 2, 4, 6, 8, 10]);
  });
});
