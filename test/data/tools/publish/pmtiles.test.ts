import { PMTiles } from 'pmtiles';
import { expect, it } from 'vitest';
import type { Collection, FlatFeature } from '../../../../data/core/features/collection.ts';
import {
  createTileCutter,
  createTilePart,
  DEEPEST_ZOOM,
} from '../../../../data/core/formats/vector-tiles.ts';
import { type KeptWork, NOTHING_KEPT } from '../../../../data/tools/files/kept-work.ts';
import { writeTileArchive } from '../../../../data/tools/publish/pmtiles.ts';

function point(id: string, lon: number, lat: number): FlatFeature {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { name: `name of ${id}` },
  };
}

/** Points in the middle and at the corners of large tiles, at the edge of the world, and a land over many tiles. */
const FEATURES: FlatFeature[] = [
  point('inland', 37.6, 53.2),
  point('corner', 45, 66.513_26),
  point('east-edge', 179.999, 66),
  point('west-edge', -179.999, 66),
  {
    type: 'Feature',
    id: 'land',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [44, 55],
            [90.1, 56],
            [92, 67],
            [60, 60],
            [44, 55],
          ],
        ],
      ],
    },
    properties: { name: 'name of land' },
  },
];

function collection(features: FlatFeature[]): Collection {
  return {
    id: 'things',
    title: 'Things',
    description: 'Things of a test',
    geometryType: 'Point',
    columns: [{ name: 'name', type: 'string', description: 'Name' }],
    features,
  };
}

it('an archive holds every tile as the API cuts it, at the edges of blocks and of the world too', async () => {
  const bytes = await writeTileArchive(collection(FEATURES), {
    attribution: 'nobody',
    kept: NOTHING_KEPT,
  });
  const archive = new PMTiles({
    getKey: () => 'things',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  });
  const cutter = createTileCutter('things', [createTilePart(FEATURES)]);
  const byId = new Map(FEATURES.map((feature) => [feature.id, feature]));
  let tiles = 0;
  for (let z = 0; z <= DEEPEST_ZOOM; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const cut = cutter.cut({ z, x, y }, (id) => byId.get(id));
        if (cut.length === 0) continue;
        tiles++;
        const found = await archive.getZxy(z, x, y);
        expect(Buffer.from(found?.data ?? new ArrayBuffer()).equals(cut), `${z}/${x}/${y}`).toBe(
          true,
        );
      }
    }
  }
  expect(tiles).toBeGreaterThan(200);
  expect((await archive.getHeader()).numAddressedTiles).toBe(tiles);
});

it('only the blocks that a changed feature reaches into are cut again', async () => {
  const known = new Map<string, Uint8Array>();
  let cut = 0;
  const kept: KeptWork = {
    ...NOTHING_KEPT,
    async reuse(inputs, make) {
      const name = inputs.join();
      const found = known.get(name) ?? (await make());
      if (!known.has(name)) cut++;
      known.set(name, found);
      return found;
    },
  };
  const write = (features: FlatFeature[], given = kept) =>
    writeTileArchive(collection(features), { attribution: 'nobody', kept: given });
  await write(FEATURES);
  const first = cut;
  const changed = FEATURES.map((feature) =>
    feature.id === 'inland' ? { ...feature, properties: { name: 'another name' } } : feature,
  );
  const archive = await write(changed);
  // Its own block and the one of the small scales.
  expect(cut - first).toBe(2);
  expect(first).toBeGreaterThan(6);
  expect(Buffer.from(archive).equals(await write(changed, NOTHING_KEPT))).toBe(true);
});
