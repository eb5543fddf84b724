import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geojson, type HeaderMeta } from 'flatgeobuf';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { Dataset } from '../../../../data/core/schema/dataset.ts';
import { DeviceModel } from '../../../../data/core/schema/device.ts';
import { RegionBoundaries } from '../../../../data/core/schema/region.ts';
import { NOTHING_KEPT } from '../../../../data/tools/files/kept-work.ts';
import { makeDownloads } from '../../../../data/tools/publish/make-downloads.ts';
import { isInstalled, run } from '../../../clients/installed.ts';

const dist = join(import.meta.dirname, '../../../../data/dist');
const folder = join(dist, 'downloads');
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

describe('the credits in PMTiles', () => {
  const Metadata = z.object({ attribution: z.string() });
  const metadataOf = async (bytes: Uint8Array) => {
    const archive = new PMTiles({
      getKey: () => 'any',
      getBytes: async (offset, length) => ({
        data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
      }),
    });
    return Metadata.parse(await archive.getMetadata());
  };
  const Credited = z.object({ creditText: z.string() });

  it('are those of all downloads of the release', async () => {
    const { creditText } = Credited.parse(JSON.parse(bytesOf('schema-org.jsonld').toString()));
    for (const id of ['regions', 'operator-regions', 'places']) {
      expect((await metadataOf(bytesOf(`${id}.pmtiles`))).attribution).toBe(creditText);
    }
  });

  it('are of those who made the outlines that were imported, with their licence', async () => {
    const json = (name: string): unknown => JSON.parse(readFileSync(join(dist, name), 'utf8'));
    const dataset = Dataset.parse(json('dataset.json'));
    const devices = z.array(DeviceModel).parse(json('devices.json'));
    const boundaries = RegionBoundaries.parse(json('regions.full.geojson'));
    const { features, type } = boundaries;
    // One region, so that the archive is made in no time.
    const files = await makeDownloads({
      dataset: {
        ...dataset,
        regions: dataset.regions.filter(({ id }) => id === 'RU-MOW'),
        boundarySource: { attribution: '© OpenStreetMap contributors', licence: 'ODbL-1.0' },
      },
      devices,
      places: [],
      boundaries: { type, features: features.filter(({ id }) => id === 'RU-MOW') },
      assessor: createAssessor(dataset, devices),
      vectors: '[]',
      kept: NOTHING_KEPT,
    });
    const { attribution } = await metadataOf(files.get('regions.pmtiles') ?? new Uint8Array());
    expect(attribution).toContain('© OpenStreetMap contributors (ODbL-1.0)');
    expect(attribution).toContain('GeoNames');
    expect(attribution).not.toContain('Natural Earth');
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
