import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningService, startService } from '../start-service.ts';
import { countConsumerOperators } from './count-consumer-operators.ts';
import { isInstalled, run } from './installed.ts';

const Features = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()) })),
});

describe.skipIf(!isInstalled('ogrinfo'))('GDAL (ogrinfo, ogr2ogr)', () => {
  let service: RunningService;
  let folder: string;
  beforeAll(async () => {
    service = await startService();
    folder = mkdtempSync(join(tmpdir(), 'gdal-'));
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });
  const source = () => `OAPIF:${service.origin}/api/v1`;
  const count = (text: string) => Number(/Feature Count: (\d+)/.exec(text)?.[1]);

  function convert(layer: string, ...options: string[]) {
    const file = join(folder, `${layer}-${options.join('').replaceAll(/\W/g, '')}.geojson`);
    run('ogr2ogr', ['-f', 'GeoJSON', file, source(), layer, ...options]);
    return Features.parse(JSON.parse(readFileSync(file, 'utf8'))).features;
  }

  it('lists 83 regions in one layer without a complaint', () => {
    const text = run('ogrinfo', ['-al', '-so', source(), 'regions']);
    expect(count(text)).toBe(83);
    expect(text).not.toMatch(/ERROR|Warning/);
    expect(text).toContain('verdict_mts: String');
  });

  it('sees all three collections', () => {
    const text = run('ogrinfo', [source()]);
    for (const layer of ['regions', 'places', 'operator-regions']) expect(text).toContain(layer);
  });

  it('asks for a box and gets only what lies in it', () => {
    const ids = convert('regions', '-spat', '37', '55', '38', '56').map(
      ({ properties }) => properties.region_id,
    );
    expect(ids).toContain('RU-MOW');
    expect(ids).toContain('RU-MOS');
    expect(ids.length).toBeLessThan(6);
  });

  it('finds Chukotka from both sides of the antimeridian', () => {
    for (const [west, east] of [
      ['178', '180'],
      ['-180', '-178'],
    ] as const) {
      const ids = convert('regions', '-spat', west, '65', east, '69');
      expect(ids.map(({ properties }) => properties.region_id)).toContain('RU-CHU');
    }
  });

  it('pushes an attribute filter down to the server', () => {
    const features = convert('regions', '-where', "region_id = 'RU-TA'");
    expect(features.map(({ properties }) => properties.name_en)).toEqual(['Tatarstan']);
    const talk = run('ogrinfo', [
      '--debug',
      'on',
      '-q',
      '-where',
      "region_id = 'RU-TA'",
      source(),
      'regions',
    ]);
    expect(talk).toContain('region_id=RU-TA');
  });

  it('filters by a day', () => {
    expect(convert('regions', '-where', "as_of >= '2026/01/01'")).toHaveLength(83);
  });

  it('pages through every place', () => {
    const text = run('ogrinfo', ['-al', '-so', '-oo', 'PAGE_SIZE=1000', source(), 'places']);
    const all = count(run('ogrinfo', ['-al', '-so', source(), 'places']));
    expect(count(text)).toBe(all);
    expect(all).toBeGreaterThan(4_500);
  });

  it.each(['geojson', 'fgb', 'kml', 'topojson', 'geojsonl'])(
    'reads the download regions.%s',
    (extension) => {
      const text = run('ogrinfo', [
        '-al',
        '-so',
        `/vsicurl/${service.origin}/downloads/regions.${extension}`,
      ]);
      expect(count(text)).toBe(83);
      expect(text).toMatch(/verdict: String|Description: String/);
    },
  );

  it.each(['geojson', 'fgb', 'topojson'])('finds every region valid in regions.%s', (extension) => {
    const text = run('ogrinfo', [
      '-q',
      '-dialect',
      'sqlite',
      '-sql',
      'SELECT region_id, ST_IsValid(geometry) AS valid FROM regions',
      `/vsicurl/${service.origin}/downloads/regions.${extension}`,
    ]);
    expect([...text.matchAll(/valid \(Integer\) = 1/g)]).toHaveLength(83);
  });

  it('reads the columns of FlatGeobuf as they are: whole numbers, and no field where there is no value', () => {
    const text = run('ogrinfo', [
      '-al',
      '-where',
      "operator_id = 'mts' AND region_id = 'RU-TA'",
      `/vsicurl/${service.origin}/downloads/operator-regions.fgb`,
    ]);
    expect(text).toMatch(/numbers: Integer/);
    expect(text).toContain('axis_presence (String) = yes');
    expect(text).not.toContain('axis_companion (String)');
  });

  it('reads the CSV download with one row per operator and region', async () => {
    const text = run('ogrinfo', [
      '-al',
      '-so',
      `/vsicurl/${service.origin}/downloads/operator-regions.csv`,
    ]);
    expect(count(text)).toBe(83 * (await countConsumerOperators(service)));
    expect(text).toContain('axis_shared_plan: String');
  });
});
