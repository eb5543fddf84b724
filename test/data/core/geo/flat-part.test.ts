import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanIntersects } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../data/core/geo/edges.ts';
import { partsOf, touchesBox } from '../../../../data/core/geo/flat-part.ts';
import { RegionBoundaries } from '../../../../data/core/schema/region.ts';

const FILE = join(import.meta.dirname, '../../../../data/dist/regions.full.geojson');

function shapeOf({ west, south, east, north }: Box): Geometry {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** Random numbers from 0 to 1 that are the same in each run. */
function createRandom(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

describe('whether a part of a geometry touches a box', () => {
  it('agrees with turf on the outlines of the regions, at corners too', () => {
    const { features } = RegionBoundaries.parse(JSON.parse(readFileSync(FILE, 'utf8')));
    const some = features.filter((_feature, index) => index % 9 === 0);
    const corners = some.flatMap(({ geometry }) => geometry.coordinates.flat(2) as Position[]);
    const random = createRandom();
    for (let round = 0; round < 60; round++) {
      const [lon = 0, lat = 0] = corners[Math.floor(random() * corners.length)] ?? [];
      const width = round % 3 === 0 ? 0 : random() ** 3 * 20;
      const height = width === 0 ? 0 : random() ** 3 * 10;
      // Every other box begins exactly at a corner, the others lie anywhere near it.
      const shift = round % 2 === 0 ? 0 : random();
      const box = { west: lon - shift, south: lat, east: lon + width, north: lat + height };
      const shape = shapeOf(width === 0 ? { ...box, east: box.west } : box);
      const flat = width === 0 ? { ...box, east: box.west } : box;
      for (const { id, geometry } of some) {
        const expected = geometry.coordinates.some((coordinates) =>
          booleanIntersects({ type: 'Polygon', coordinates: coordinates as Position[][] }, shape),
        );
        const found = partsOf(geometry).some((part) => touchesBox(part, flat));
        expect(found, `${id} ${JSON.stringify(flat)}`).toBe(expected);
      }
    }
  });

  it('tells a box within an area from one in its hole', () => {
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const [part] = partsOf({ type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] });
    if (part === undefined) throw new Error('a polygon has a part');
    const box = (from: number, to: number) => ({ west: from, south: from, east: to, north: to });
    expect(touchesBox(part, box(1, 2))).toBe(true);
    expect(touchesBox(part, box(4.5, 5.5))).toBe(false);
    expect(touchesBox(part, box(4, 4))).toBe(true);
    expect(touchesBox(part, box(11, 12))).toBe(false);
    expect(touchesBox(part, box(-1, 11))).toBe(true);
  });
});
