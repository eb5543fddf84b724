import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

it('answers without a network after one visit: map, every verdict, check and guide', async () => {
  const page = await harness.open('/ru/', {
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'allow',
    // The full outlines are kept only once they were used; without them the coarse ones stay.
    expected: ['regions.detail.topojson', 'Failed to load resource: net::ERR_FAILED'],
  });
  await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
  const keptPages = () =>
    page.evaluate(async () => (await (await caches.open('pages')).keys()).length);
  await expect.poll(keptPages, { timeout: 60_000 }).toBeGreaterThan(3);
  await page.context().setOffline(true);

  await page.goto(`${harness.origin()}/ru/?region=RU-TA`);
  await page.locator('#card article[data-region="RU-TA"]').waitFor();
  await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
  expect(await page.locator('#map-notice').textContent()).toContain('Нет сети');

  await page.goto(`${harness.origin()}/ru/regions/RU-SA`);
  await page.locator('#card article[data-region="RU-SA"]').waitFor();
  expect(new URL(page.url()).search).toBe('?region=RU-SA');

  await page.goto(`${harness.origin()}/ru/check`);
  await page.locator('#check :is(input, select, button)').first().waitFor();
  for (const path of ['/ru/guide', '/ru/guide/setup']) {
    const response = await page.goto(`${harness.origin()}${path}`);
    expect(response?.status(), path).toBe(200);
  }
  await page.context().close();
});
