import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const harness = useHarness();

/** Opens the map page without WebGL; `places` answers requests for the settlements. */
async function openMap(places?: (route: Route) => unknown): Promise<Page> {
  const page = await harness.open('/en/', {
    viewport: { width: 1280, height: 800 },
    expected: ['places.compact.json', 'net::ERR_FAILED'],
    prepare: async (page) => {
      await withoutWebgl(page);
      if (places) await page.route('**/places.compact.json', places);
    },
  });
  await alive(page);
  return page;
}

const input = (page: Page) => page.locator('#search-input');
const options = (page: Page) => page.locator('#search-list li');

/** Types and waits for the list. */
async function find(page: Page, text: string): Promise<void> {
  await input(page).pressSequentially(text);
  await options(page).first().waitFor();
}

describe('a result of the search', () => {
  it('is chosen when it is let go of, not when it is pressed', async () => {
    // Regions alone: the list stays as it is while the pointer goes about.
    const page = await openMap((route) => route.abort());
    await find(page, 'ta');
    const box = await options(page).nth(1).boundingBox();
    if (box === null) throw new Error('the list has no second result');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(700, 700);
    await page.mouse.up();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-input');
    await options(page).nth(1).click();
    await page.waitForFunction(() => location.search.startsWith('?region='));
    expect(await options(page).count()).toBe(0);
    await page.context().close();
  });
});

describe('a place outside the map', () => {
  it('leads to why it is not there and whom to ask', async () => {
    const page = await openMap();
    await input(page).pressSequentially('Sevastopol');
    await options(page).filter({ hasText: 'outside the map' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/about#borders');
    expect(await page.locator('main a[href$="/operators"]').count()).toBe(1);
    await page.context().close();
  });
});

describe('the list of results', () => {
  it('closes by Escape and opens again by the arrow; Escape without it empties the field', async () => {
    const page = await openMap();
    await find(page, 'tat');
    await page.keyboard.press('Escape');
    expect(await options(page).count()).toBe(0);
    expect(await input(page).inputValue()).toBe('tat');
    await page.keyboard.press('ArrowDown');
    expect(await options(page).count()).toBeGreaterThan(0);
    expect(await input(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await input(page).inputValue()).toBe('');
    await page.context().close();
  });
});

describe('the index with the settlements', () => {
  it('is asked for again where it did not come', async () => {
    let asked = 0;
    const page = await openMap((route) => {
      asked += 1;
      return asked === 1 ? route.abort() : route.continue();
    });
    await input(page).focus();
    await expect.poll(() => asked).toBe(1);
    await page.waitForTimeout(300);
    await input(page).blur();
    await input(page).focus();
    await find(page, 'Kazan');
    expect(await options(page).first().textContent()).toContain('Kazan');
    expect(asked).toBe(2);
    await page.context().close();
  });

  it('comes for a reader who was in the field before the scripts', async () => {
    const page = await harness.open('/en/about');
    await withoutWebgl(page);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/assets/map-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${harness.origin()}/en/`, { waitUntil: 'commit' });
    await input(page).pressSequentially('Naberezhnye');
    go();
    await options(page).first().waitFor();
    expect(await options(page).first().textContent()).toContain('Naberezhny');
    await page.context().close();
  });
});

describe('the search in the header of any other page', () => {
  /** What a page has asked for of the search. */
  async function openPage(path: string): Promise<{ page: Page; asked: string[] }> {
    const asked: string[] = [];
    const page = await harness.open(path, {
      prepare: async (page) => {
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          if (/places|search/.test(pathname)) asked.push(pathname);
        });
      },
    });
    return { page, asked };
  }

  it.each(['/en/guide', '/en/regions/RU-SA', '/en/check', '/en/compare'])(
    'suggests on %s as one types, and leads to the region',
    async (path) => {
      const { page, asked } = await openPage(path);
      expect(asked).toEqual([]);
      await find(page, 'kazan');
      expect(await options(page).first().textContent()).toContain('Kazan');
      expect(await input(page).getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/en/regions/RU-TA');
      await page.context().close();
    },
  );

  it('takes what nothing is found for to the map page, as without scripts', async () => {
    const { page } = await openPage('/en/guide');
    await find(page, 'kazan');
    await input(page).fill('qzxwvkjq');
    await page.locator('#search-results p').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/?q=qzxwvkjq');
    await page.context().close();
  });

  it('shows its list within the narrowest window', async () => {
    const { page } = await openPage('/ru/guide');
    await page.setViewportSize({ width: 320, height: 640 });
    await find(page, 'казань');
    const box = await page.locator('#search-list').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.width).toBeGreaterThanOrEqual(230);
    await page.context().close();
  });
});
