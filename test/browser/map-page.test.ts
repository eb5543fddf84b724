import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const harness = useHarness();

async function openMap(path: string, options = {}): Promise<Page> {
  const page = await harness.open(path, { ...DESKTOP, ...options });
  await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
  return page;
}

const heading = (page: Page): Promise<string | null> =>
  page.locator('#card h2').first().textContent();

describe('the map page', () => {
  it('opens the card of the region that is clicked on the map', async () => {
    const page = await openMap('/ru/?region=RU-TA');
    await page.locator('#card article').waitFor();
    await page.locator('#card [data-action="close-card"]').click();
    expect(new URL(page.url()).search).toBe('');
    const box = await page.locator('#map canvas').boundingBox();
    if (box === null) throw new Error('the map has no canvas');
    // The camera still stands over the region that was just closed.
    await page.waitForTimeout(600);
    await page.mouse.click(box.x + box.width / 2 + 60, box.y + box.height / 2 - 60);
    await page.waitForFunction(() => location.search.startsWith('?region='));
    await page.locator('#card article').waitFor();
    expect(await page.locator('#card article').getAttribute('data-region')).toBe('RU-TA');
    await page.locator('#card [data-action="close-card"]').click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    await page.context().close();
  });

  it('opens Chukotka from the list and keeps it when the language changes', async () => {
    const page = await openMap('/ru/');
    await page.locator('[data-region-list] a[data-region="RU-CHU"]').click();
    await page.locator('#card article').waitFor();
    expect(await heading(page)).toContain('Чукот');
    await page.locator('a[hreflang="en"]').first().click();
    await page.waitForURL('**/en/?region=RU-CHU');
    await page.locator('#card article').waitFor();
    expect(await heading(page)).toContain('Chukotka');
    await page.context().close();
  });

  it('goes back in the history to what was chosen before', async () => {
    const page = await openMap('/en/');
    await page.locator('[data-region-list] a[data-region="RU-TA"]').click();
    await page.locator('[data-region-list] a[data-region="RU-MOW"]').click();
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?region=RU-TA');
    await page.goBack();
    await page.waitForFunction(() => location.search === '');
    expect(await page.locator('#map-page').getAttribute('data-card')).toBe('closed');
    await page.context().close();
  });

  it('is worked by keyboard: arrows to the neighbour, Enter opens, Escape returns', async () => {
    const page = await openMap('/en/');
    const canvas = page.locator('#map canvas');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    const announced = page.locator('#announcer');
    expect(await announced.textContent()).toContain('Moscow');
    await page.keyboard.press('ArrowDown');
    const second = await announced.textContent();
    expect(second).not.toContain('Moscow:');
    await page.keyboard.press('Enter');
    await page.locator('#card article').waitFor();
    expect(await page.locator('#card h2:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    await page.context().close();
  });

  it('recounts the legend for another layer and keeps the layer in the address', async () => {
    const page = await openMap('/en/');
    const counts = async (): Promise<number> =>
      (await page.locator('#legend li b').allTextContents())
        .map(Number)
        .reduce((sum, each) => sum + each, 0);
    expect(await counts()).toBe(83);
    for (const layer of ['payer', 'limits', 'networks', 'presence', 'numbers', 'reports']) {
      await page.locator('#map-controls select').first().selectOption(layer);
      expect(await counts()).toBe(83);
      expect(page.url()).toContain(`layer=${layer}`);
    }
    await page.context().close();
  });

  it('finds a region typed with a mistake and opens it by Enter, once the guess is chosen', async () => {
    const page = await openMap('/ru/');
    await page.locator('#search-input').fill('Якутя');
    await page.locator('#search-list li').first().waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('#search-list [aria-selected="true"]').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#card article').waitFor();
    expect(new URL(page.url()).search).toBe('?region=RU-SA');
    await page.context().close();
  });

  it('tells the region of a place without sending the place anywhere', async () => {
    const requests: string[] = [];
    const page = await openMap('/en/', {
      geolocation: { longitude: 49.1, latitude: 55.8 },
      permissions: ['geolocation'],
    });
    page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
    await page.getByRole('button', { name: 'Where am I' }).click();
    await page.locator('#card article[data-region="RU-TA"]').waitFor({ timeout: 30_000 });
    expect(requests.filter((each) => each.includes('49.1') || each.includes('55.8'))).toEqual([]);
    await page.context().close();
  });

  it('opens a sheet on a phone whose height follows the handle', async () => {
    const page = await openMap('/ru/?region=RU-TA', PHONE);
    const page_ = page.locator('#map-page');
    expect(await page_.getAttribute('data-card')).toBe('answer');
    const handle = page.locator('[data-action="resize-card"]');
    await handle.click();
    expect(await page_.getAttribute('data-card')).toBe('full');
    await handle.click();
    expect(await page_.getAttribute('data-card')).toBe('peek');
    await page.context().close();
  });
});

describe('without WebGL', () => {
  it('keeps the drawn map, says so in one line and opens cards all the same', async () => {
    const context = await harness.browser().newContext(DESKTOP);
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const page = await context.newPage();
    await page.goto(`${harness.origin()}/en/`);
    await page.locator('#map-notice', { hasText: 'simple' }).waitFor();
    await page.locator('[data-choropleth] a[data-region="RU-SA"]').click();
    await page.locator('#card article[data-region="RU-SA"]').waitFor();
    await page.locator('#map-controls select').first().selectOption('presence');
    const classesOf = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('data-class')))]);
    const drawn = await classesOf('[data-joined] path[data-class]');
    expect(new Set(drawn)).toEqual(new Set(await classesOf('[data-choropleth] a')));
    expect(drawn).toContain('present');
    await context.close();
  });
});
