import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningService, startService } from '../start-service.ts';
import { hasPythonModule, run } from './installed.ts';

const Report = z.object({
  title: z.string(),
  conformance: z.array(z.string()),
  collections: z.array(z.string()),
  openapi: z.string(),
  matched: z.number(),
  first: z.array(z.string()),
  second: z.array(z.string()),
  region: z.string(),
  box: z.array(z.string()),
});

describe.skipIf(!hasPythonModule('owslib.ogcapi.features'))('OWSLib', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('finds its way from the landing page to items, pages, a box and one region', () => {
    const script = join(import.meta.dirname, 'read_with_owslib.py');
    const report = Report.parse(
      JSON.parse(run('/usr/bin/python3', [script, `${service.origin}/api/v1/`])),
    );
    expect(report.collections.toSorted()).toEqual(['operator-regions', 'places', 'regions']);
    expect(report.conformance.join()).toContain('ogcapi-features-1/1.0/conf/core');
    expect(report.openapi).toMatch(/^3\.0/);
    expect(report.matched).toBe(83);
    expect(new Set([...report.first, ...report.second]).size).toBe(10);
    expect(report.region).toBe('Tatarstan');
    expect(report.box).toContain('RU-TA');
  });
});
