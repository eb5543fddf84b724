import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningService, startService } from '../start-service.ts';
import { isInstalled, run } from './installed.ts';

const Regions = z.object({
  features: z.array(z.object({ properties: z.object({ region_id: z.string() }) })),
});

type Box = readonly [west: number, south: number, east: number, north: number];

/** Boxes where shapes and their own boxes differ most: borders, exclaves, islands, both sides of the antimeridian. */
const BOXES: readonly (readonly [string, Box, 'land' | 'sea'])[] = [
  ['the border of Moscow', [37.3, 55.5, 37.9, 55.8], 'land'],
  ['Zelenograd, an exclave of Moscow', [37.1, 55.95, 37.25, 56.03], 'land'],
  ['Adygea, within Krasnodar Krai', [39.5, 44.4, 40.4, 45], 'land'],
  ['the corner of Tatarstan, Chuvashia and Mari El', [47.5, 55.7, 48.6, 56.1], 'land'],
  ['Kaliningrad', [19.5, 54.3, 23, 55.3], 'land'],
  ['Hogland, an island in the Gulf of Finland', [26.9, 60, 27.1, 60.1], 'land'],
  ['the Gulf of Finland', [28.3, 60, 28.35, 60.05], 'sea'],
  ['the Solovetsky Islands', [35.3, 64.9, 36.3, 65.2], 'land'],
  ['Franz Josef Land', [44, 79.5, 66, 82], 'land'],
  ['Severnaya Zemlya', [95, 77.5, 106, 81.5], 'land'],
  ['the south of the Kuril Islands', [145, 43.3, 149, 46], 'land'],
  ['the Sea of Okhotsk', [148, 53, 152, 56], 'sea'],
  ['the Commander Islands', [165, 54.5, 169, 55.6], 'land'],
  ['Wrangel Island, west of the antimeridian', [178, 70.5, 180, 71.8], 'land'],
  ['Wrangel Island, east of the antimeridian', [-180, 70.5, -177, 71.8], 'land'],
];

describe.skipIf(!isInstalled('ogr2ogr'))('GDAL with a box', () => {
  let service: RunningService;
  let folder: string;
  beforeAll(async () => {
    service = await startService();
    folder = mkdtempSync(join(tmpdir(), 'gdal-boxes-'));
    const response = await fetch(`${service.origin}/downloads/regions.geojson`);
    writeFileSync(join(folder, 'regions.geojson'), await response.text());
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const idsOf = (value: unknown) =>
    Regions.parse(value)
      .features.map(({ properties }) => properties.region_id)
      .sort();

  function select(source: string, box: Box): string[] {
    const file = join(folder, 'selected.geojson');
    rmSync(file, { force: true });
    run('ogr2ogr', ['-f', 'GeoJSON', file, source, 'regions', '-spat', ...box.map(String)]);
    return idsOf(JSON.parse(readFileSync(file, 'utf8')));
  }

  // GEOS, which GDAL asks whether shapes meet, knows nothing of the service.
  it.each(BOXES)('finds at %s what GEOS finds in the download', async (_name, box, kind) => {
    const expected = select(join(folder, 'regions.geojson'), box);
    expect(expected.length > 0).toBe(kind === 'land');
    expect(select(`OAPIF:${service.origin}/api/v1`, box)).toEqual(expected);
    // GDAL looks again at what it is sent: features too many are seen here only.
    const answer = await fetch(`${service.origin}/api/v1/collections/regions/items?bbox=${box}`);
    expect(idsOf(await answer.json())).toEqual(expected);
  });
});
