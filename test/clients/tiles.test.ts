/// <reference path="../../data/tools/untyped-packages.d.ts" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import initGdal from 'gdal3.js/node.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DEEPEST_ZOOM } from '../../data/core/formats/vector-tiles.ts';
import { type RunningService, startService } from '../start-service.ts';
import { hasPythonModule, isInstalled, run } from './installed.ts';

const ROOT = join(import.meta.dirname, '../..');

const Features = z.object({
  features: z.array(
    z.object({ id: z.string().optional(), properties: z.record(z.string(), z.unknown()) }),
  ),
});

let service: RunningService;
let folder: string;
beforeAll(async () => {
  service = await startService();
  folder = mkdtempSync(join(tmpdir(), 'tiles-'));
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const addressOf = (collection: string, path: string) =>
  `${service.origin}/api/v1/collections/${collection}/${path}`;
const tileAt = (collection: string, tile: string) =>
  addressOf(collection, `tiles/WebMercatorQuad/${tile}`);

/** Fetches what is at an address into a file. */
async function keep(address: string, name: string): Promise<string> {
  const response = await fetch(address);
  expect([address, response.status]).toEqual([address, 200]);
  const path = join(folder, name);
  writeFileSync(path, new Uint8Array(await response.arrayBuffer()));
  return path;
}

const propertiesIn = (path: string) =>
  Features.parse(JSON.parse(readFileSync(path, 'utf8'))).features.map(
    ({ properties }) => properties,
  );

/** Corner of a tile from the north-west in degrees (OGC 17-083r4, WebMercatorQuad). */
function cornerOf(zoom: number, row: number, column: number): [lon: number, lat: number] {
  const y = Math.PI * (1 - (2 * row) / 2 ** zoom);
  return [(360 * column) / 2 ** zoom - 180, (Math.atan(Math.sinh(y)) * 180) / Math.PI];
}

describe.skipIf(!isInstalled('ogr2ogr'))('vector tiles in GDAL', () => {
  /** What a tile holds, carried to where it lies: GDAL is told, since the address has the row first. */
  async function read(collection: string, zoom: number, row: number, column: number) {
    const name = `${collection}-${zoom}-${row}-${column}`;
    const file = await keep(tileAt(collection, `${zoom}/${row}/${column}`), `${name}.pbf`);
    const target = join(folder, `${name}.geojson`);
    // Its own clipping wants valid outlines, and rounding to the units of a tile lets narrow necks cross.
    const place = { X: column, Y: row, Z: zoom, CLIP: 'NO' };
    const options = Object.entries(place).flatMap(([axis, at]) => ['-oo', `${axis}=${at}`]);
    const talk = run('ogr2ogr', [
      ...['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', target],
      ...[`MVT:${file}`, collection, ...options],
    ]);
    expect(talk).not.toMatch(/ERROR|Warning/);
    return propertiesIn(target);
  }

  it.each([
    ['regions', 4, 4, 9],
    ['places', 6, 19, 39],
    ['operator-regions', 5, 9, 20],
  ] as const)(
    'hold of %s what lies in %i/%i/%i, with its properties',
    async (collection, zoom, row, column) => {
      const found = await read(collection, zoom, row, column);
      const [west, north] = cornerOf(zoom, row, column);
      const [east, south] = cornerOf(zoom, row + 1, column + 1);
      const box = `bbox=${[west, south, east, north].join(',')}&limit=10000&skipGeometry=true`;
      const answer = await fetch(addressOf(collection, `items?${box}`));
      const { features } = Features.parse(await answer.json());
      const ids = features.map(({ id }) => id ?? '');
      const foundIds = found.map(({ id }) => String(id));
      expect(ids.length).toBeGreaterThan(5);
      // A tile reaches a little over its borders, so that lines meet those of the next one.
      expect(foundIds).toEqual(expect.arrayContaining(ids));
      expect(foundIds.length).toBeLessThan(2 * ids.length);
      for (const { id, properties } of features) {
        const same = found.find((each) => each.id === id);
        const present = Object.entries(properties).filter(([, value]) => value !== null);
        expect(same).toMatchObject(Object.fromEntries(present));
      }
    },
  );

  it('put a region where it lies, to four units of a tile', async () => {
    await read('regions', 7, 40, 77);
    const extentOf = (path: string, ...options: string[]) => {
      const text = run('ogrinfo', ['-al', '-so', ...options, path]);
      const [, ...corners] = /Extent: \((\S+), (\S+)\) - \((\S+), (\S+)\)/.exec(text) ?? [];
      return corners.map(Number);
    };
    const where = ['-where', "region_id = 'RU-MOW'"];
    const outline = await keep(addressOf('regions', 'items/RU-MOW'), 'moscow.geojson');
    const [west = 0, south = 0, east = 0, north = 0] = extentOf(outline);
    const [left, top] = cornerOf(7, 40, 77);
    const [right, bottom] = cornerOf(7, 41, 78);
    // A tile reaches over its borders by a sixty-fourth of itself.
    const [across, down] = [(right - left) / 64, (top - bottom) / 64];
    const clipped = [
      Math.max(west, left - across),
      Math.max(south, bottom - down),
      Math.min(east, right + across),
      Math.min(north, top + down),
    ];
    const found = extentOf(join(folder, 'regions-7-40-77.geojson'), ...where);
    // Outlines are simplified by at most three of the 4096 units of a tile, and rounded to one.
    const units = (4 * (right - left)) / 4096;
    for (const [at, edge] of clipped.entries()) {
      expect(Math.abs((found[at] ?? 0) - edge), `${found} and ${clipped}`).toBeLessThan(units);
    }
  });
});

const LayerInfo = z.object({
  driverShortName: z.string(),
  layers: z.tuple([
    z.object({
      name: z.string(),
      fields: z.array(z.object({ name: z.string(), type: z.string() })),
    }),
  ]),
});

// GDAL in WebAssembly: that of many systems is older than its driver, which came with 3.8.
describe('PMTiles in GDAL', () => {
  it.each(['regions', 'places', 'operator-regions'])(
    'hold each feature of %s, with its properties',
    async (id) => {
      const complaints: string[] = [];
      const gdal = await initGdal({
        // It puts `./` before what it is given.
        path: relative(process.cwd(), join(ROOT, 'node_modules/gdal3.js/dist/package')),
        dest: folder,
        errorHandler: (message) => complaints.push(message),
      });
      const archive = await keep(`${service.origin}/downloads/${id}.pmtiles`, `${id}.pmtiles`);
      const opened = await gdal.open(archive, ['CLIP=NO']);
      const [dataset] = opened.datasets;
      if (dataset === undefined) throw new Error(`${id}: ${complaints.join()}`);
      const about = LayerInfo.parse(await gdal.ogrinfo(dataset, ['-so', '-al']));
      expect(about.driverShortName).toBe('PMTiles');
      expect(about.layers[0].name).toBe(id);
      expect(about.layers[0].fields).toContainEqual({ name: 'verdict', type: 'String' });
      const { real } = await gdal.ogr2ogr(dataset, ['-f', 'CSV', '-select', 'id'], id);
      const [, ...rows] = readFileSync(real, 'utf8').trim().split(/\r?\n/);
      await gdal.close(dataset);
      const answer = await fetch(addressOf(id, 'items?limit=10000&skipGeometry=true'));
      const { features } = Features.parse(await answer.json());
      expect(complaints).toEqual([]);
      expect(new Set(rows.map((row) => row.replaceAll('"', '')))).toEqual(
        new Set(features.map((feature) => `${feature.id}`)),
      );
    },
  );
});

describe.skipIf(!hasPythonModule('qgis.core'))('vector tiles in QGIS', () => {
  it('draw a region as its outline does', async () => {
    const outline = await keep(addressOf('regions', 'items/RU-TA'), 'tatarstan.geojson');
    const printed = run(
      '/usr/bin/python3',
      [
        join(import.meta.dirname, 'render_tiles_with_qgis.py'),
        ...[tileAt('regions', '{z}/{y}/{x}'), 'regions', outline, 'RU-TA', String(DEEPEST_ZOOM)],
      ],
      { QT_QPA_PLATFORM: 'offscreen' },
    );
    const line = printed.split('\n').find((text) => text.startsWith('{'));
    const report = z
      .object({ deepest: z.number(), outline: z.number(), both: z.number(), either: z.number() })
      .parse(JSON.parse(line ?? 'null'));
    expect(report.deepest).toBe(DEEPEST_ZOOM);
    expect(report.outline).toBeGreaterThan(20_000);
    expect(report.both / report.either).toBeGreaterThan(0.98);
  });
});

describe('a tile that there is not', () => {
  it.each([
    ['9/0/0', 'tileMatrix', '9', '0 to 8'],
    ['3/8/0', 'tileRow', '8', '0 to 7'],
    ['3/0/8', 'tileCol', '8', '0 to 7'],
    ['3/-1/0', 'tileRow', '-1', '0 to 7'],
    ['a/0/0', 'tileMatrix', 'a', '0 to 8'],
    ['3/0/1.5', 'tileCol', '1.5', '0 to 7'],
  ])('is refused with the value and what there is: %s', async (tile, parameter, value, range) => {
    const response = await fetch(tileAt('regions', tile));
    expect(response.status).toBe(400);
    const { errors } = z
      .object({ errors: z.array(z.looseObject({ parameter: z.string(), detail: z.string() })) })
      .parse(await response.json());
    expect(errors).toMatchObject([{ parameter, value }]);
    expect(errors[0]?.detail).toContain(range);
  });
});
