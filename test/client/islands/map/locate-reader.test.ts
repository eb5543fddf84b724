import { afterEach, expect, it, vi } from 'vitest';
import { createReaderLocator } from '../../../../client/islands/map/locate-reader.ts';
import { toDisplayFrame } from '../../../../data/tools/boundaries/region-shapes.ts';
import { buildRegionTopologies } from '../../../../data/tools/boundaries/topology.ts';
import { readRealBoundaries, readRealOtherLand } from '../../../fixtures/real-territory.ts';

const boundaries = await readRealBoundaries();
const { detail } = await buildRegionTopologies(toDisplayFrame(boundaries));
const files: Record<string, string> = {
  '/data/0123456789abcdef/regions.detail.topojson': detail,
  '/data/0123456789abcdef/other-land.geojson': JSON.stringify(await readRealOtherLand()),
};

vi.stubGlobal('fetch', (url: string) =>
  Promise.resolve(new Response(files[url] ?? '', { status: url in files ? 200 : 404 })),
);
afterEach(() => vi.unstubAllGlobals());

it('finds the reader by the files of the map as the server does, on both sides of the antimeridian', async () => {
  const locate = await createReaderLocator('0123456789abcdef0123');
  const answers = (
    [
      [49.106, 55.796],
      [-172, 66],
      [131.83, 43.1],
      [27.45, 57.8],
      [36.47, 45.355],
      [-168.93, 65.757],
      [-60, 10],
    ] as const
  ).map(([lon, lat]) => {
    const { certainty, candidates } = locate(lon, lat);
    return [certainty, candidates[0]?.regionId];
  });
  expect(answers).toEqual([
    ['certain', 'RU-TA'],
    ['certain', 'RU-CHU'],
    ['snapped', 'RU-PRI'],
    ['outside', undefined],
    ['outside', undefined],
    ['outside', undefined],
    ['outside', undefined],
  ]);
});
