import { multiPolygon, point, pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderDistanceKm, SNAP_KM } from '../../../../data/core/geo/distance.ts';
import { createRegionLocator } from '../../../../data/core/geo/region-locator.ts';
import { RegionBoundaries } from '../../../../data/core/schema/region.ts';
import {
  readRealBoundaries,
  readRealOtherLand,
  readRealPlaces,
} from '../../../fixtures/real-territory.ts';
import { borderPoints, createRandom, globePoints } from '../../../fixtures/sample-points.ts';
import { createTurfLocator } from '../../../fixtures/turf-locator.ts';

const boundaries = await readRealBoundaries();
const locator = createRegionLocator(boundaries, await readRealOtherLand());
const turfIndexAt = createTurfLocator(boundaries);

/** Distance to the region as turf has it, over the geodesic. */
function turfDistanceKm(lon: number, lat: number, regionId: string): number {
  const region = boundaries.features.find(({ id }) => id === regionId);
  return pointToPolygonDistance(
    point([lon, lat]),
    multiPolygon(region?.geometry.coordinates ?? []),
    { units: 'kilometers', method: 'geodesic' },
  );
}

describe('the region that holds a point', () => {
  it.each([
    ['the Kremlin', 37.6176, 55.752, 'RU-MOW'],
    ['Balashikha', 37.958, 55.809, 'RU-MOS'],
    ['Kazan', 49.106, 55.796, 'RU-TA'],
    ['Bilibino, west of the antimeridian', 166.44, 68.05, 'RU-CHU'],
    ['the Chukchi Peninsula, east of the antimeridian', -172, 66, 'RU-CHU'],
    ['Wrangel Island west of 180', 179.3, 71.2, 'RU-CHU'],
    ['Wrangel Island east of 180', -179.5, 71.2, 'RU-CHU'],
    ['the antimeridian itself', 180, 67.5, 'RU-CHU'],
    ['the antimeridian from the other side', -180, 67.5, 'RU-CHU'],
    ['Kaliningrad', 20.51, 54.71, 'RU-KGD'],
    ['Yuzhno-Sakhalinsk', 142.74, 46.96, 'RU-SAK'],
    ['Novaya Zemlya', 56, 73.8, 'RU-ARK'],
    ['Maykop, in a region inside another', 40.105, 44.609, 'RU-AD'],
  ])('is right for %s', (_, lon, lat, regionId) => {
    expect(locator.locate(lon, lat).candidates[0]).toEqual({ regionId, distanceKm: 0 });
  });

  it('is what turf says for points all over the globe', () => {
    const differing = globePoints(20_000, createRandom(1)).filter(
      ([lon, lat]) => locator.regionIndexAt(lon, lat) !== turfIndexAt(lon, lat),
    );
    expect(differing).toEqual([]);
  });

  it('is what turf says on and beside borders, the lowest id winning on shared ones', () => {
    const differing = borderPoints(boundaries, 20_000, createRandom(2)).filter(
      ([lon, lat]) => locator.regionIndexAt(lon, lat) !== turfIndexAt(lon, lat),
    );
    expect(differing).toEqual([]);
  });

  it('is what turf says for any made-up polygons, holes and shared corners among them', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
    const triangle = fc.tuple(corner, corner, corner).filter(([a, b, c]) => {
      return (b[0] - a[0]) * (c[1] - a[1]) !== (b[1] - a[1]) * (c[0] - a[0]);
    });
    fc.assert(
      fc.property(triangle, triangle, corner, (first, second, [x, y]) => {
        const shapes = RegionBoundaries.parse({
          type: 'FeatureCollection',
          features: [first, second].map((ring, index) => ({
            type: 'Feature',
            id: `RU-A${'AB'.charAt(index)}`,
            properties: { id: `RU-A${'AB'.charAt(index)}` },
            geometry: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]]]] },
          })),
        });
        const small = createRegionLocator(shapes, { type: 'MultiPolygon', coordinates: [] });
        expect(small.regionIndexAt(x, y)).toBe(createTurfLocator(shapes)(x, y));
        expect(small.regionIndexAt(x + 0.25, y)).toBe(createTurfLocator(shapes)(x + 0.25, y));
      }),
    );
  });
});

describe('how sure the answer is', () => {
  it('is certain far from any other region', () => {
    expect(locator.locate(100, 65)).toEqual({
      certainty: 'certain',
      candidates: [{ regionId: 'RU-KYA', distanceKm: 0 }],
    });
  });

  it('is a border answer for the Kremlin, because the outline of Moscow is too crude for less than 15 km', () => {
    const { certainty, candidates } = locator.locate(37.6176, 55.752);
    expect(certainty).toBe('border');
    expect(candidates.map(({ regionId }) => regionId)).toEqual(['RU-MOW', 'RU-MOS']);
    const distance = candidates[1]?.distanceKm ?? 0;
    expect(distance).toBeCloseTo(turfDistanceKm(37.6176, 55.752, 'RU-MOS'), 0);
    expect(distance).toBeLessThan(15);
  });

  it('agrees with the distances of turf, and so with its own limits, for random border points', () => {
    const random = createRandom(3);
    const near = globePoints(4000, random)
      .filter(([lon, lat]) => turfIndexAt(lon, lat) >= 0)
      .slice(0, 60);
    for (const [lon, lat] of [...near, ...borderPoints(boundaries, 60, random)]) {
      const { certainty, candidates } = locator.locate(lon, lat);
      for (const { regionId, distanceKm } of candidates.slice(1)) {
        const truth = Math.max(0, turfDistanceKm(lon, lat, regionId));
        expect(Math.abs(distanceKm - truth)).toBeLessThan(0.05);
        if (certainty === 'border') {
          expect(distanceKm).toBeLessThanOrEqual(
            borderDistanceKm(candidates[0]?.regionId ?? '', regionId),
          );
        }
      }
    }
  });

  it('snaps a point off the coast to the nearest region, up to 10 km', () => {
    // In the Gulf of Finland, 6 km south of the Karelian Isthmus.
    const { certainty, candidates } = locator.locate(28, 60);
    expect(certainty).toBe('snapped');
    expect(candidates[0]?.regionId).toBe('RU-LEN');
    expect(candidates[0]?.distanceKm).toBeCloseTo(turfDistanceKm(28, 60, 'RU-LEN'), 1);
    for (const { distanceKm } of candidates) expect(distanceKm).toBeLessThanOrEqual(SNAP_KM);
  });

  it.each([
    ['the harbour of Vladivostok', 131.83, 43.1, 'RU-PRI'],
    ['the water off the beach of Sochi', 39.715, 43.57, 'RU-KDA'],
    ['the Caspian Sea off Makhachkala', 47.6, 42.95, 'RU-DA'],
  ])('snaps %s', (_, lon, lat, regionId) => {
    const { certainty, candidates } = locator.locate(lon, lat);
    expect([certainty, candidates[0]?.regionId]).toEqual(['snapped', regionId]);
  });

  it.each([
    ['Estonia, 3 km from Pskov Oblast', 27.45, 57.8],
    ['Narva, across the river from Ivangorod', 28.17, 59.372],
    ['Finland, beside Svetogorsk', 28.77, 61.19],
    ['Norway, beside Nikel', 30.5, 69.65],
    ['Kazakhstan, beside Troitsk', 61.5, 53.9],
    ['China, beside Zabaykalsk', 117.41, 49.58],
    ['Georgia, at the Darial pass', 44.62, 42.7],
    ['Kerch, across the strait from Taman', 36.47, 45.355],
    ['the side of the Kerch strait nearer to Kerch', 36.52, 45.3],
    ['the Gulf of Finland off Narva-Joesuu', 28, 59.48],
    ['Little Diomede, across the antimeridian from Chukotka', -168.93, 65.757],
    ['Cape Nosappu, 4 km from the Kuril Islands', 145.8, 43.38],
  ])('is outside for %s', (_, lon, lat) => {
    expect(locator.locate(lon, lat)).toEqual({ certainty: 'outside', candidates: [] });
    expect(locator.regionIndexAt(lon, lat)).toBe(-1);
  });

  it('keeps the settlements that the outlines leave in the sea, and loses two at the Polish border', async () => {
    const atSea = (await readRealPlaces()).filter(
      ({ lon, lat }) => locator.regionIndexAt(lon, lat) < 0,
    );
    expect(atSea.length).toBeGreaterThan(30);
    const lost = atSea.filter(({ lon, lat }) => locator.locate(lon, lat).certainty === 'outside');
    expect(lost.map(({ name }) => name.ru)).toEqual(['Железнодорожный', 'Багратионовск']);
  });

  it('snaps over the antimeridian', () => {
    const east = locator.locate(-179.99, 71.6);
    const west = locator.locate(179.99, 71.6);
    expect([east.certainty, west.certainty]).toEqual(['snapped', 'snapped']);
    expect(east.candidates[0]?.distanceKm).toBeCloseTo(west.candidates[0]?.distanceKm ?? 0, 0);
  });

  it.each([
    ['the North Pole', 0, 90],
    ['the North Pole by another longitude', 135, 90],
    ['the South Pole', 37, -90],
    ['Paris', 2.35, 48.86],
    ['the middle of the Pacific', -150, 0],
  ])('is outside for %s', (_, lon, lat) => {
    expect(locator.locate(lon, lat)).toEqual({ certainty: 'outside', candidates: [] });
  });

  it('refuses what is not a point on the globe, naming the value', () => {
    expect(() => locator.locate(Number.NaN, 55)).toThrow('lon is NaN');
    expect(() => locator.locate(37, 91)).toThrow('lat is 91, expected a number from -90 to 90');
    expect(() => locator.locate(-180.5, 55)).toThrow('lon is -180.5');
  });

  it('has no region for such a point in a batch', () => {
    expect(locator.regionIndexAt(Number.NaN, 55)).toBe(-1);
    expect(locator.regionIndexAt(37, Number.NaN)).toBe(-1);
    expect(locator.regionIndexAt(400, 55)).toBe(-1);
    expect(locator.regionIndexAt(37, 95)).toBe(-1);
  });
});
