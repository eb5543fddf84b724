import { expect, it } from 'vitest';
import { checkSettlements } from '../../../../../data/tools/import/boundaries/import-boundaries.ts';
import { readRealBoundaries, readRealPlaces } from '../../../../fixtures/real-territory.ts';

const boundaries = await readRealBoundaries();
const places = await readRealPlaces();

it('finds nothing wrong with the shipped outlines', () => {
  expect(checkSettlements(boundaries, places)).toEqual([]);
});

it('finds both regions whose ids are swapped', () => {
  const other: Record<string, string> = { 'RU-MOW': 'RU-MOS', 'RU-MOS': 'RU-MOW' };
  const features = boundaries.features.map((region) => {
    const id = other[region.id] ?? region.id;
    return { ...region, id, properties: { id } };
  });
  expect(checkSettlements({ type: 'FeatureCollection', features }, places)).toEqual([
    expect.stringMatching(/^RU-MOW: \d+ of its \d+ settlements lie in its outline/),
    expect.stringMatching(/^RU-MOS: \d+ of its \d+ settlements lie in its outline/),
  ]);
});

it('says in one sentence that all outlines lie elsewhere', () => {
  const features = boundaries.features.map((region) => ({
    ...region,
    geometry: {
      ...region.geometry,
      coordinates: region.geometry.coordinates.map((rings) =>
        rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, Math.min(lat + 8, 89)])),
      ),
    },
  }));
  expect(checkSettlements({ type: 'FeatureCollection', features }, places)).toEqual([
    expect.stringMatching(/and \d+ more regions; is the file in WGS 84/),
  ]);
});
