import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };

const harness = useHarness();

const notice = (page: Page) => page.locator('#map-notice');
/** What screen readers were told last. */
const spoken = (page: Page): Promise<string | null> => page.locator('#announcer').textContent();

async function openSimpleMap(): Promise<Page> {
  const page = await harness.open('/en/', { ...DESKTOP, prepare: withoutWebgl });
  await alive(page);
  return page;
}

describe('a line over the map', () => {
  it('is heard, too: that the map is the simple one', async () => {
    const page = await openSimpleMap();
    expect(await notice(page).textContent()).toContain('simple');
    expect(await spoken(page)).toBe(await notice(page).textContent());
    await page.context().close();
  });

  it('is heard, too: that the network is gone; it goes when the network is back, and nothing else does', async () => {
    const page = await openSimpleMap();
    const simple = (await notice(page).textContent()) ?? '';
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    expect(await notice(page).textContent()).toBe(simple);
    await page.context().setOffline(true);
    await expect.poll(() => notice(page).textContent()).toContain('No network');
    expect(await spoken(page)).toContain('No network');
    await page.context().setOffline(false);
    await expect.poll(() => notice(page).isVisible()).toBe(false);
    await page.context().close();
  });
});

/** Opens the map page with a map that gets no worker; the outlines are held back until `outlinesAfter` settles. */
async function openWithoutWorker(outlinesAfter?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await harness.open('/en/', {
    ...DESKTOP,
    expected: ['worker', 'net::ERR_FAILED', 'Worker'],
    prepare: async (page) => {
      const outlines = outlinesAfter?.(page);
      await page.route(/topojson/, async (route) => {
        await outlines;
        await route.continue();
      });
      await page.route(/maplibre-gl-worker/, (route) => route.abort());
    },
  });
  await alive(page);
  return page;
}

describe('a map that cannot be drawn', () => {
  it('leaves the drawn one, says so and lets go of the page', async () => {
    const page = await openWithoutWorker();
    await expect.poll(() => notice(page).textContent()).toContain('did not load');
    expect(await spoken(page)).toContain('did not load');
    expect(await page.locator('.live-map, canvas').count()).toBe(0);
    // The map that was given up follows neither the theme nor what is chosen.
    await page.locator('[data-theme-choice="dark"]').click();
    await page.locator('[data-choropleth] a[data-region="RU-SA"] path').first().click();
    await page.locator('#card article[data-region="RU-SA"]').waitFor();
    await page.context().close();
  });

  it('is given up, too, when its worker fails before there is anything to draw', async () => {
    const page = await openWithoutWorker((page) =>
      page.waitForEvent('requestfailed', (request) => request.url().includes('maplibre-gl-worker')),
    );
    await expect.poll(() => notice(page).textContent()).toContain('did not load');
    expect(await page.locator('.live-map, canvas').count()).toBe(0);
    await page.context().close();
  });
});
