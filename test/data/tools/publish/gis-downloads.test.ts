import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geojson, type HeaderMeta } from 'flatgeobuf';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { isInstalled, run } from '../../../clients/installed.ts';

const folder = join(import.meta.dirname, '../../../../data/dist/downloads');
const bytesOf = (name: string) => readFileSync(join(folder, name));

describe('FlatGeobuf', () => {
  it('is read by a rectangle through its index, with the ids and the types of the columns', async () => {
    const types = new Map<string, number>();
    const headerMetaFn = ({ columns, indexNodeSize }: HeaderMeta) => {
      expect(indexNodeSize).toBeGreaterThan(0);
      for (const { name, type } of columns ?? []) types.set(name, type);
    };
    const rect = { minX: 37.5, minY: 55.7, maxX: 37.7, maxY: 55.8 };
    const found = [];
    const file = new Blob([bytesOf('places.fgb')]).stream();
    for await (const one of geojson.deserialize(file, { rect, headerMetaFn })) found.push(one);
    const moscow = found.find(({ properties }) => properties?.id === '524901');
    expect(moscow?.properties).toMatchObject({ geonames_id: 524901, region_id: 'RU-MOW' });
    // Column types of the format: 5 is a whole number, 11 a text, 13 a day.
    expect([types.get('population'), types.get('id'), types.get('as_of')]).toEqual([5, 11, 13]);
  });
});

describe('PMTiles', () => {
  it('hold the tiles of the regions from the whole world to single streets of tiles', async () => {
    const bytes = bytesOf('regions.pmtiles');
    const archive = new PMTiles({
      getKey: () => 'regions',
      getBytes: async (offset, length) => ({
        data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
      }),
    });
    const header = await archive.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([0, 8]);
    expect(await archive.getMetadata()).toMatchObject({ vector_layers: [{ id: 'regions' }] });
    const tile = await archive.getZxy(4, 9, 4);
    expect(tile?.data.byteLength).toBeGreaterThan(1_000);
    expect(await archive.getZxy(4, 0, 15)).toBeUndefined();
  });
});

describe.skipIf(!isInstalled('ogrinfo'))('GeoPackage', () => {
  it('has every collection as a layer with its geometry and days', () => {
    const file = join(folder, 'family-esim-map.gpkg');
    const layers = run('ogrinfo', ['-so', file]);
    expect(layers).toMatch(/regions \(Multi Polygon\)/);
    expect(layers).toMatch(/operator-regions \(Point\)/);
    const places = run('ogrinfo', ['-so', file, 'places']);
    expect(places).toMatch(/as_of: Date/);
    expect(places).toMatch(/^id: String/m);
  });
});
