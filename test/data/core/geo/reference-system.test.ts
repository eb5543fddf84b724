import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  geometryIn,
  LONGITUDE_FIRST,
  mapPositions,
  REFERENCE_SYSTEMS,
  systemOf,
  WHOLE_COUNTRY,
} from '../../../../data/core/geo/reference-system.ts';

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0';
const system = (code: number) => {
  const found = systemOf(`${EPSG}/${code}`);
  if (found === undefined) throw new Error(`EPSG:${code} is not on offer`);
  return found;
};
const KREMLIN = [37.617, 55.752];

/** One geometry of each kind around the same positions. */
const [A, B, C, D] = [
  [1, 2],
  [3, 4],
  [5, 7],
  [1, 2],
];
const kinds = (of: (position: Position) => Position): Geometry[] => {
  const [a, b, c, d] = [A, B, C, D].map(of) as [Position, Position, Position, Position];
  return [
    { type: 'Point', coordinates: a },
    { type: 'MultiPoint', coordinates: [a, b] },
    { type: 'LineString', coordinates: [a, b] },
    {
      type: 'MultiLineString',
      coordinates: [
        [a, b],
        [b, c],
      ],
    },
    { type: 'Polygon', coordinates: [[a, b, c, d]] },
    { type: 'MultiPolygon', coordinates: [[[a, b, c, d]], [[a, c, b, d]]] },
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: c }] },
  ];
};

describe('the reference systems on offer', () => {
  it('are four, with what clients are told of each', () => {
    expect(
      REFERENCE_SYSTEMS.map(({ uri, title, axes, decimals, largest, isAligned }) => ({
        uri,
        title,
        axes,
        decimals,
        largest: largest.map(Math.round),
        isAligned,
      })),
    ).toEqual([
      {
        uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
        title: 'WGS 84, longitude and latitude in degrees',
        axes: ['lon', 'lat'],
        decimals: 6,
        largest: [180, 90],
        isAligned: true,
      },
      {
        uri: `${EPSG}/4326`,
        title: 'WGS 84, latitude and longitude in degrees',
        axes: ['lat', 'lon'],
        decimals: 6,
        largest: [90, 180],
        isAligned: true,
      },
      {
        uri: `${EPSG}/3857`,
        title: 'Web Mercator in metres',
        axes: ['x', 'y'],
        decimals: 1,
        largest: [20_037_508, 20_037_508],
        isAligned: true,
      },
      {
        uri: `${EPSG}/3576`,
        title: 'WGS 84 / North Pole LAEA Russia in metres',
        axes: ['x', 'y'],
        decimals: 1,
        largest: [12_800_000, 12_800_000],
        isAligned: false,
      },
    ]);
    expect(systemOf(`${EPSG}/32637`)).toBeUndefined();
  });

  it('write a place as PROJ does, and read it back', () => {
    // By gdaltransform with PROJ 9, rounded to a decimetre.
    const written: [number, Position][] = [
      [3857, [4_187_505.3, 7_509_203.4]],
      [3576, [-2_981_859.9, -2_297_751]],
    ];
    for (const [code, expected] of written) {
      const { fromDegrees, toDegrees } = system(code);
      const [x = 0, y = 0] = fromDegrees(KREMLIN);
      expect([Math.round(x * 10) / 10, Math.round(y * 10) / 10], `${code}`).toEqual(expected);
      const [lon = 0, lat = 0] = toDegrees([x, y]);
      expect(lon).toBeCloseTo(37.617, 8);
      expect(lat).toBeCloseTo(55.752, 8);
    }
    expect(system(4326).fromDegrees(KREMLIN)).toEqual([55.752, 37.617]);
    expect(system(4326).toDegrees([55.752, 37.617])).toEqual(KREMLIN);
    expect(LONGITUDE_FIRST.fromDegrees(KREMLIN)).toEqual(KREMLIN);
    expect(LONGITUDE_FIRST.toDegrees(KREMLIN)).toEqual(KREMLIN);
  });

  it('write each kind of geometry, rounded to a decimetre', () => {
    const swapped = kinds(([x = 0, y = 0]) => [y, x]);
    expect(kinds((position) => position).map((one) => geometryIn(system(4326), one))).toEqual(
      swapped,
    );
    const [point] = kinds((position) => position);
    if (point === undefined) throw new Error('there is a point');
    expect(geometryIn(LONGITUDE_FIRST, point)).toBe(point);
    expect(geometryIn(system(4326), { type: 'Point', coordinates: [1.23456789, 2] })).toEqual({
      type: 'Point',
      coordinates: [2, 1.234568],
    });
    const pole = geometryIn(WHOLE_COUNTRY, { type: 'Point', coordinates: [90, 89.9] });
    expect(pole).toMatchObject({ coordinates: [0, -11_169.4] });
  });

  it('put another position in the place of each', () => {
    const moved = ([x = 0, y = 0]: Position): Position => [x + 10, y - 1];
    expect(kinds((position) => position).map((one) => mapPositions(one, moved))).toEqual(
      kinds(moved),
    );
  });
});
