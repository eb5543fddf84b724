import { describe, expect, it } from 'vitest';
import { edgeDistanceKm, greatCircleKm } from '../../../../data/core/geo/distance.ts';
import { partsOf, touchesBox } from '../../../../data/core/geo/flat-part.ts';
import { createRegionLocator } from '../../../../data/core/geo/region-locator.ts';
import { type OtherLand, RegionBoundaries } from '../../../../data/core/schema/region.ts';
import { rectangle } from '../../../fixtures/made-up-land.ts';

type Ring = [number, number][];

/** Looks points up among regions of one outline each, and other land. */
function locatorOf(regions: Record<string, Ring>, otherLand: Ring[] = []) {
  const boundaries = RegionBoundaries.parse({
    type: 'FeatureCollection',
    features: Object.entries(regions).map(([id, ring]) => ({
      type: 'Feature',
      id,
      properties: { id },
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    })),
  });
  const land: OtherLand = { type: 'MultiPolygon', coordinates: otherLand.map((ring) => [ring]) };
  return createRegionLocator(boundaries, land);
}

/** A coast of two shores that meet in a cape, the one going north-west from it, the other south-west. */
const CAPE: [number, number] = [40, 55.28125];
const north: Ring = [CAPE, [39.5, 56], [39, 56], [39, 55.28125], CAPE];
const south: Ring = [CAPE, [39, 55.28125], [39, 54.5], [39.5, 54.5], CAPE];
/** At sea, due east of the cape, which is the nearest position of either shore. */
const OFF_THE_CAPE = [40.0625, 55.28125] as const;
/** To the metre, by the haversine formula: a sixteenth of a degree of longitude. */
const CAPE_KM = 3.958;

describe('a point at sea that is as far from two shores', () => {
  it.each([
    ['of which the northern comes first', 'RU-KDA', 'RU-ROS'],
    ['of which the southern comes first', 'RU-ROS', 'RU-KDA'],
  ])('is told of both regions in the order of their ids, %s', (_, northId, southId) => {
    const { locate } = locatorOf({ [northId]: north, [southId]: south });
    expect(locate(...OFF_THE_CAPE)).toEqual({
      certainty: 'snapped',
      candidates: [
        { regionId: 'RU-KDA', distanceKm: CAPE_KM },
        { regionId: 'RU-ROS', distanceKm: CAPE_KM },
      ],
    });
  });

  it('belongs to the region where the other shore is other land', () => {
    const { locate } = locatorOf({ 'RU-ROS': north }, [south]);
    expect(locate(...OFF_THE_CAPE)).toEqual({
      certainty: 'snapped',
      candidates: [{ regionId: 'RU-ROS', distanceKm: CAPE_KM }],
    });
  });
});

describe('land that is small, or at the end of the map', () => {
  it('holds the points beside its southern border, where that runs along a line of the grid', () => {
    const { regionIndexAt } = locatorOf({ 'RU-TA': rectangle(50, 55, 51, 56) });
    expect(regionIndexAt(50.5, 55)).toBe(0);
    expect(regionIndexAt(50.5, 55.000_001)).toBe(0);
    expect(regionIndexAt(50.5, 54.999_999)).toBe(-1);
  });

  it('is found off an island that is smaller than a cell', () => {
    const { locate } = locatorOf({ 'RU-SAK': rectangle(150.05, 46.05, 150.1, 46.1) });
    expect(locate(150.15, 46.08).candidates).toEqual([
      {
        regionId: 'RU-SAK',
        distanceKm: expect.closeTo(greatCircleKm(150.15, 46.08, 150.1, 46.08)),
      },
    ]);
    expect(locate(150.3, 46.08).certainty).toBe('outside');
  });

  it('is found from the pole, to whichever longitude the pole is given', () => {
    const { locate } = locatorOf({ 'RU-ARK': rectangle(50, 89.5, 60, 89.95) });
    for (const lon of [-180, -90, 0, 55, 180]) {
      const { certainty, candidates } = locate(lon, 90);
      expect(certainty).toBe('snapped');
      expect(candidates[0]?.distanceKm).toBeCloseTo(greatCircleKm(0, 90, 0, 89.95), 2);
    }
  });

  it('is found near the pole at many degrees of longitude, up to 10 km away', () => {
    const { locate } = locatorOf({ 'RU-ARK': rectangle(50, 89.4, 60, 89.9) });
    // At this latitude 13 degrees are 8.8 km, and 16 are 10.8.
    expect(locate(73, 89.65)).toMatchObject({
      certainty: 'snapped',
      candidates: [{ regionId: 'RU-ARK', distanceKm: expect.closeTo(8.8, 0) }],
    });
    expect(locate(37, 89.65).certainty).toBe('snapped');
    expect(locate(76, 89.65).certainty).toBe('outside');
  });

  it.each([
    ['east', rectangle(-179.9, 66, -179.8, 66.5), 180],
    ['east, the antimeridian given by its other name', rectangle(-179.9, 66, -179.8, 66.5), -180],
    ['west', rectangle(179.8, 66, 179.9, 66.5), -180],
    ['west, the antimeridian given by its other name', rectangle(179.8, 66, 179.9, 66.5), 180],
  ])('is found from the antimeridian to the %s', (_, ring, lon) => {
    const { locate } = locatorOf({ 'RU-CHU': ring });
    const { certainty, candidates } = locate(lon, 66.25);
    expect(certainty).toBe('snapped');
    expect(candidates[0]?.distanceKm).toBeCloseTo(greatCircleKm(0, 66.25, 0.1, 66.25), 2);
  });

  it('is not met again by longitudes beyond the globe', () => {
    const { regionIndexAt } = locatorOf({
      'RU-CHU': rectangle(-180, 65, -178, 67.5),
      'RU-TA': rectangle(48, 54, 51, 57),
    });
    const beyond = Array.from({ length: 3400 }, (_, index) => 180.1 + index / 8);
    const met = [...beyond, ...beyond.map((lon) => -lon)].filter(
      (lon) => regionIndexAt(lon, 55.5) >= 0 || regionIndexAt(lon, 66.25) >= 0,
    );
    expect(met).toEqual([]);
  });
});

describe('outlines that overlap', () => {
  const large = rectangle(50.1, 55.1, 52.9, 57.9);
  const small = rectangle(51.1, 56.1, 52.3, 56.9);

  it.each([
    ['the smaller', 'RU-UD', 'RU-TA', 'RU-TA'],
    ['the larger', 'RU-TA', 'RU-UD', 'RU-TA'],
  ])(
    'leave the points of both to the region that comes first, be it %s',
    (_, of, within, first) => {
      const { regionIds, regionIndexAt } = locatorOf({ [of]: large, [within]: small });
      const middle = Array.from({ length: 11 * 7 }, (__, index) =>
        regionIndexAt(51.12 + (index % 11) * 0.11, 56.12 + Math.floor(index / 11) * 0.12),
      );
      expect(new Set(middle.map((region) => regionIds[region]))).toEqual(new Set([first]));
      const around = [50.5, 51, 51.09, 52.31, 52.8].map((lon) => regionIndexAt(lon, 56.5));
      expect(new Set(around.map((region) => regionIds[region]))).toEqual(new Set([of]));
    },
  );
});

describe('an outline that names a position twice', () => {
  const [first, ...others] = rectangle(50, 55, 51, 56);
  const doubled: Ring =
    first === undefined ? [] : [first, ...others.flatMap((at): Ring => [at, at])];

  it('holds the same points, and is as far from others', () => {
    const [once, twice] = [rectangle(50, 55, 51, 56), doubled].map((ring) =>
      locatorOf({ 'RU-TA': ring }),
    );
    for (const [lon, lat] of [
      [50.5, 55.5],
      [51, 56],
      [51.05, 56.05],
      [50.96, 54.93],
    ] as const) {
      expect(twice?.locate(lon, lat)).toEqual(once?.locate(lon, lat));
    }
  });

  it('is as far as that position where the edge has no length', () => {
    expect(edgeDistanceKm(50, 55, 51, 56, 51, 56)).toBe(greatCircleKm(50, 55, 51, 56));
  });
});

describe('what is looked at together of a geometry', () => {
  /** A circle of many small edges, or a part of one. */
  const arc = (x: number, y: number, radius: number, count: number, of = count): Ring =>
    Array.from({ length: count }, (_, index) => {
      const angle = (index / of) * 2 * Math.PI;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  const closed = (ring: Ring): Ring => [...ring, ...ring.slice(0, 1)];
  const box = (west: number, south: number, east: number, north: number) => ({
    west,
    south,
    east,
    north,
  });

  it('does not make a box in a hole around the origin touch', () => {
    const [part] = partsOf({
      type: 'Polygon',
      coordinates: [closed(arc(0, 0, 4, 32)), closed(arc(0, 0, 2, 32))],
    });
    if (part === undefined) throw new Error('a polygon has a part');
    expect(touchesBox(part, box(-0.1, -0.1, 0.1, 0.1))).toBe(false);
    expect(touchesBox(part, box(-3.1, -0.1, -2.9, 0.1))).toBe(true);
  });

  it('finds a box within the area that is level with where a row of edges begins', () => {
    const [part] = partsOf({ type: 'Polygon', coordinates: [closed(arc(5, 5, 4, 90))] });
    if (part === undefined) throw new Error('a polygon has a part');
    expect(touchesBox(part, box(4.5, 5, 4.5, 5))).toBe(true);
    expect(touchesBox(part, box(0.5, 5, 0.5, 5))).toBe(false);
  });

  it('says nothing of what lies between an outline and a hole that are far apart', () => {
    // A U whose last edges lie in its left arm, and a hole in its right arm.
    const outline: Ring = [
      [0, 4],
      [0, 0],
      ...Array.from({ length: 28 }, (_, index): [number, number] => [0.3 * (index + 1), 0]),
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 2],
      [2, 2],
      [2, 10],
      [0, 10],
      [0, 6],
      [0.5, 5],
      [0, 4],
    ];
    const hole: Ring = [
      [8.5, 4.5],
      [9.5, 4.5],
      [9, 5.5],
      [8.5, 4.5],
    ];
    const [part] = partsOf({ type: 'Polygon', coordinates: [outline, hole] });
    if (part === undefined) throw new Error('a polygon has a part');
    expect(touchesBox(part, box(3, 3, 7, 11))).toBe(false);
    expect(touchesBox(part, box(3, 1, 7, 11))).toBe(true);
  });

  it('is an area or none, with the positions of all rings in turn and boxes around no more than their edges', () => {
    const outline = closed(arc(0, 0, 4, 70));
    const hole = closed(arc(1, 1, 1, 10));
    const [point] = partsOf({ type: 'Point', coordinates: [1, 2] });
    const [line] = partsOf({ type: 'LineString', coordinates: outline });
    const [area] = partsOf({ type: 'Polygon', coordinates: [outline, hole] });
    expect([point?.isArea, line?.isArea, area?.isArea]).toEqual([false, false, true]);
    expect([...(point?.positions ?? [])]).toEqual([1, 2, 1, 2]);
    expect([...(area?.positions ?? [])]).toEqual([...outline, ...hole].flat());
    const runs = [outline.slice(0, 33), outline.slice(32, 65), [...outline.slice(64), ...hole]];
    expect([...(area?.runs ?? [])]).toEqual(
      runs.flatMap((run) => [
        Math.min(...run.map(([x]) => x)),
        Math.min(...run.map(([, y]) => y)),
        Math.max(...run.map(([x]) => x)),
        Math.max(...run.map(([, y]) => y)),
      ]),
    );
  });
});
