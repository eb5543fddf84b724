import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

const WITHOUT_SCRIPTS = {
  javaScriptEnabled: false,
  viewport: { width: 1280, height: 800 },
  // Chromium says so of each script that it was told not to run.
  expected: ['csp: '],
};

describe('without scripts', () => {
  it('the map page is a list and a drawn map, each region a link to its answer', async () => {
    const page = await harness.open('/ru/', WITHOUT_SCRIPTS);
    expect(await page.locator('[data-region-list] a').count()).toBe(83);
    expect(await page.locator('[data-choropleth] a').count()).toBe(83);
    expect(await page.locator('#card').isVisible()).toBe(false);
    expect(await page.locator('.theme').isVisible()).toBe(false);
    await page.locator('[data-choropleth] a[data-region="RU-SA"] path').first().click();
    await page.waitForURL('**/ru/regions/RU-SA');
    expect(await page.locator('.verdict strong').isVisible()).toBe(true);
    await page.context().close();
  });

  it('the search answers by asking again', async () => {
    const page = await harness.open('/ru/', WITHOUT_SCRIPTS);
    await page.locator('#search-input').fill('Татарстан');
    await page.locator('#search button').click();
    await page.waitForURL('**/ru/?q=*');
    expect(await page.locator('[data-region-list] a').count()).toBe(1);
    await page.context().close();
  });

  it('a region page opens its operators and leads to its sources', async () => {
    const page = await harness.open('/en/regions/RU-TA', WITHOUT_SCRIPTS);
    const operators = page.locator('details.part', { has: page.locator('details.op') });
    await operators.locator('> summary').click();
    const operator = operators.locator('details.op').first();
    await operator.locator('> summary').click();
    expect(await operator.locator('dl').first().isVisible()).toBe(true);
    await operator.locator('a.ci').first().click();
    // The folded list of sources opens for the one that is asked for.
    expect(await page.locator('li:target a[href^="http"]').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('tables sort, the guide reads and the menu of a phone opens', async () => {
    const page = await harness.open('/zh/compare?operator=mts', WITHOUT_SCRIPTS);
    await page.locator('thead a').last().click();
    await page.waitForURL('**sort=numbers');
    expect(await page.locator('tbody tr').count()).toBe(83);
    await page.goto(`${harness.origin()}/ru/guide/sharing`);
    expect(await page.locator('main li').count()).toBeGreaterThan(2);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.menu-button').click();
    await page.locator('#menu a[href="/ru/check"]').click();
    await page.waitForURL('**/ru/check');
    await page.context().close();
  });

  it('the check says that it needs them and leads on', async () => {
    const page = await harness.open('/ru/check', WITHOUT_SCRIPTS);
    expect(await page.locator('#check').innerText()).toContain('нужны скрипты');
    expect(await page.locator('#check a').count()).toBe(3);
    await page.context().close();
  });
});

/** A modem line of 14 kilobits, not kilobytes, a second: the slower reading of "14 kb/s". */
const SLOW_LINE = {
  offline: false,
  latency: 300,
  downloadThroughput: (14 * 1000) / 8,
  uploadThroughput: (14 * 1000) / 8,
};

describe('on a line of 14 kilobits a second', () => {
  it('the verdict of a region is readable in under ten seconds', async () => {
    const context = await harness.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_LINE);
    const start = Date.now();
    void page.goto(`${harness.origin()}/ru/regions/RU-KDA`).catch(() => undefined);
    await page.locator('.verdict strong').waitFor({ timeout: 20_000 });
    expect(await page.locator('.verdict strong').innerText()).toMatch(/\S{3,} \S{2,}/);
    const seconds = (Date.now() - start) / 1000;
    expect(seconds).toBeGreaterThan(1);
    expect(seconds).toBeLessThan(10);
    await context.close();
  });
});
