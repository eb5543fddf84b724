import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningService, startService } from '../start-service.ts';
import { countConsumerOperators } from './count-consumer-operators.ts';
import { hasPythonModule, run } from './installed.ts';

const Report = z.object({
  regions: z.number(),
  unique: z.number(),
  fields: z.array(z.string()),
  box: z.array(z.string()),
  places: z.number(),
  operatorRegions: z.number(),
});

describe.skipIf(!hasPythonModule('qgis.core'))('QGIS', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('opens all three collections whole, with their verdict fields', async () => {
    const script = join(import.meta.dirname, 'read_with_qgis.py');
    const printed = run('/usr/bin/python3', [script, `${service.origin}/api/v1`], {
      QT_QPA_PLATFORM: 'offscreen',
    });
    const line = printed.split('\n').find((text) => text.startsWith('{'));
    const report = Report.parse(JSON.parse(line ?? 'null'));
    expect(report).toMatchObject({ regions: 83, unique: 83 });
    expect(report.fields).toEqual(expect.arrayContaining(['verdict', 'verdict_mts', 'name_ru']));
    expect(report.box).toContain('RU-TA');
    expect(report.places).toBeGreaterThan(4_500);
    expect(report.operatorRegions).toBe(83 * (await countConsumerOperators(service)));
  });
});
