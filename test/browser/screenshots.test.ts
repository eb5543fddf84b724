import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const FOLDER = join(import.meta.dirname, 'screenshots');
const MOST_BYTES = 400 * 1024;

const DESKTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const harness = useHarness();

interface Shot {
  path: string;
  window: BrowserContextOptions;
  reach?(page: Page): Promise<unknown>;
}

const drawn = (page: Page) => page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });

const cardIsOpen = async (page: Page): Promise<void> => {
  await drawn(page);
  await page.locator('#card article').waitFor();
};

const SHOTS: Readonly<Record<string, Shot>> = {
  'desktop-light': { path: '/ru/', window: DESKTOP, reach: drawn },
  'desktop-card': { path: '/en/?region=RU-TA', window: DESKTOP, reach: cardIsOpen },
  'desktop-dark': {
    path: '/ru/?region=RU-MOW',
    window: { ...DESKTOP, colorScheme: 'dark' },
    reach: cardIsOpen,
  },
  'desktop-chinese': { path: '/zh/?region=RU-PRI', window: DESKTOP, reach: cardIsOpen },
  'layer-numbers': { path: '/ru/?layer=numbers&operator=mts', window: DESKTOP, reach: drawn },
  phone: { path: '/ru/', window: PHONE, reach: drawn },
  'phone-card': { path: '/ru/?region=RU-TA', window: PHONE, reach: cardIsOpen },
  'phone-menu': {
    path: '/ru/regions/RU-TA',
    window: PHONE,
    reach: (page) => page.locator('.menu-button').click(),
  },
  'forced-colours': {
    path: '/ru/?region=RU-TA',
    window: { ...DESKTOP, forcedColors: 'active' },
    reach: cardIsOpen,
  },
  'no-scripts': { path: '/ru/', window: { ...DESKTOP, javaScriptEnabled: false } },
  print: {
    path: '/ru/regions/RU-TA',
    window: { viewport: { width: 794, height: 1123 } },
    reach: (page) => page.emulateMedia({ media: 'print' }),
  },
  region: { path: '/ru/regions/RU-TA', window: DESKTOP },
  compare: { path: '/ru/compare?region=RU-TA', window: DESKTOP },
  'check-result': {
    path: '/ru/check#region=RU-TA',
    window: DESKTOP,
    reach: async (page) => {
      await page.locator('#result').waitFor();
      await page.evaluate(() => document.querySelector('#result')?.scrollIntoView());
    },
  },
};

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Tiles and labels of the map come frame by frame.
  await page.waitForTimeout(1500);
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  expect((await stat(path)).size).toBeLessThan(MOST_BYTES);
}

describe('pictures for the README', () => {
  for (const [name, { path, window, reach }] of Object.entries(SHOTS)) {
    it(`${name}.png`, async () => {
      const page = await harness.open(path, {
        ...window,
        reducedMotion: 'reduce',
        expected: ['csp: '],
      });
      await reach?.(page);
      await keep(page, name);
      await page.context().close();
    });
  }

  it('no-webgl.png', async () => {
    const context = await harness.browser().newContext({ ...DESKTOP, serviceWorkers: 'block' });
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const page = await context.newPage();
    await page.goto(`${harness.origin()}/ru/`);
    await page.locator('#map-notice:not([hidden])').waitFor();
    expect(await page.locator('#map-notice').innerText()).not.toContain('\n');
    await page.locator('[data-region-list] a[data-region="RU-TA"]').click();
    await page.locator('#card article').waitFor();
    await keep(page, 'no-webgl');
    await context.close();
  });
});
