import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { serveFolder } from '../serve-folder.ts';
import { type RunningServer, useHarness } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the export as people do, into a folder of its own, and serves that as plain files. */
async function serveExport(): Promise<RunningServer> {
  const parent = await mkdtemp(join(tmpdir(), 'family-esim-map-export-'));
  const folder = join(parent, 'export');
  const command = join(ROOT, 'build/server/export/main.js');
  await promisify(execFile)(process.execPath, [command, '--out', folder]);
  const server = await serveFolder(folder);
  return {
    origin: server.origin,
    async stop() {
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

const harness = useHarness(serveExport);

describe('the export on a plain file server', () => {
  it('leads from the root to the map, draws it and opens a card', async () => {
    const page = await harness.open('/', { viewport: { width: 1280, height: 800 } });
    await page.waitForURL('**/ru/');
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.locator('[data-region-list] a[data-region="RU-TA"]').click();
    await page.locator('#card article[data-region="RU-TA"]').waitFor();
    expect(await page.locator('#card h2').first().textContent()).toContain('Татарстан');
    await page.context().close();
  });

  it('finds a settlement by its name', async () => {
    const page = await harness.open('/en/', { viewport: { width: 1280, height: 800 } });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.locator('#search-input').fill('Naberezhnye Chelny');
    const hit = page
      .locator('#search-results')
      .getByText(/Chelny/)
      .first();
    await hit.waitFor();
    await hit.click();
    await page.locator('#card article[data-region="RU-TA"]').waitFor();
    await page.context().close();
  });

  it('has every kind of page in three languages', async () => {
    for (const path of ['/ru/regions/RU-MOW', '/en/operators/mts', '/zh/compare', '/ru/guide']) {
      const page = await harness.open(path);
      expect([path, await page.locator('h1').first().isVisible()]).toEqual([path, true]);
      await page.context().close();
    }
  });

  it('answers without a network too, also pages that the file server led to their folder', async () => {
    const page = await harness.open('/ru/', { serviceWorkers: 'allow' });
    const keptPages = () =>
      page.evaluate(async () => (await (await caches.open('pages')).keys()).length);
    await expect.poll(keptPages, { timeout: 60_000 }).toBeGreaterThan(3);
    await page.context().setOffline(true);
    const response = await page.goto(`${harness.origin()}/ru/guide`);
    expect(response?.status()).toBe(200);
    await page.context().close();
  });

  it('offers code to paste, with the address that it is served at', async () => {
    const page = await harness.open('/en/regions/RU-TA');
    const link = page.locator('.acts a[href*="embed-code"]');
    await page.locator('details.part', { has: link }).locator('> summary').click();
    await link.click();
    const code = page.locator('#command-badge');
    await expect.poll(() => code.textContent()).toContain(`${harness.origin()}/en/badge/RU-TA.svg`);
    await page.context().close();
  });

  it('gives programs the answers of the API', async () => {
    const answer = await fetch(`${harness.origin()}/api/v1/eligibility/region=RU-TA`);
    expect(await answer.json()).toMatchObject({ regionId: 'RU-TA' });
    const regions = await fetch(`${harness.origin()}/api/v1/collections/regions/items/index.json`);
    expect(await regions.json()).toMatchObject({ type: 'FeatureCollection', numberReturned: 83 });
  });
});
