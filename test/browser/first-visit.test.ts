import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

describe('a first visit', () => {
  it.each([
    ['a desktop', { width: 1280, height: 800 }],
    ['a phone', { width: 390, height: 844 }],
  ])('sees nothing jump on %s when the map library arrives', async (_name, viewport) => {
    const page = await harness.open('/ru/', { viewport });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.waitForTimeout(500);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const values = list.getEntries().map((entry) => Number(Reflect.get(entry, 'value')));
            resolve(values.reduce((sum, value) => sum + value, 0));
          }).observe({ type: 'layout-shift', buffered: true });
          // Without any shift the observer is never called.
          setTimeout(() => resolve(0), 1_000);
        }),
    );
    // Web Vitals call up to 0.1 good; a tenth of that is a line of text that moves by a few pixels.
    expect(shift).toBeLessThan(0.01);
    await page.context().close();
  });

  it('takes the table of all regions and operators home as CSV', async () => {
    const page = await harness.open('/ru/data');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/downloads/regions.csv"]').first().click(),
    ]);
    const rows: unknown[] = parse(await readFile(await download.path()), {
      bom: true,
      columns: true,
    });
    expect(rows.length % 83).toBe(0);
    expect(rows[0]).toMatchObject({ region_id: expect.stringMatching(/^RU-/) });
    await page.context().close();
  });
});
