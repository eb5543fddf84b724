import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
/** Chromium says `csp` of each script that it was told not to run. */
const PHONE_WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false, expected: ['csp: '] };
const BOTH = 'region=RU-MOW&region=RU-SPE&operator=mts&operator=megafon';

const harness = useHarness();

/** What the rows are called, from the top. */
const rowNames = (page: Page): Promise<string[]> => page.locator('tbody th').allTextContents();

describe('comparing on a phone without scripts', () => {
  it('asks for two regions, two operators and one kind of plan, and gets their plans', async () => {
    const page = await harness.open('/ru/compare', PHONE_WITHOUT_SCRIPTS);
    await page.locator('select[name=region]').nth(0).selectOption('RU-MOW');
    await page.locator('select[name=region]').nth(1).selectOption('RU-TA');
    await page.locator('select[name=operator]').nth(0).selectOption('mts');
    await page.locator('select[name=operator]').nth(1).selectOption('megafon');
    await page.locator('select[name=sharing]').selectOption('bundle');
    await page.locator('input[name=differences]').check();
    await page.locator('form.choices button').click();
    await page.locator('h2', { hasText: 'МТС и МегаФон' }).waitFor();
    const names = await rowNames(page);
    expect(names.length).toBeGreaterThan(1);
    expect(names.some((name) => name.includes('МегаСемья'))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // The same choice stands in the form, and the page can be asked for again by its address.
    expect(await page.locator('select[name=region]').nth(1).inputValue()).toBe('RU-TA');
    await page.goto(page.url());
    expect(await rowNames(page)).toEqual(names);
    await page.context().close();
  });
});

describe('the table as a file', () => {
  it('has the rows of the screen, also after they were sorted in place', async () => {
    const page = await harness.open(`/en/compare?${BOTH}`, { acceptDownloads: true });
    await page.locator('thead a', { hasText: 'Shared' }).click();
    const onScreen = await rowNames(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download this table').click(),
    ]);
    expect(download.suggestedFilename()).toBe('compare.csv');
    const rows: string[][] = parse(await readFile(await download.path()), { bom: true });
    expect(rows.slice(1).map(([name]) => name)).toEqual(onScreen);
    expect(rows[0]).toContain('How well it is known');
    await page.context().close();
  });
});

describe('the table on paper', () => {
  it('stands without the form, with what is compared and its day', async () => {
    const page = await harness.open(`/ru/compare?${BOTH}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.choices').isVisible()).toBe(false);
    expect(await page.locator('h2').first().isVisible()).toBe(true);
    expect(
      await page
        .getByText(/ответ на \d+/)
        .first()
        .isVisible(),
    ).toBe(true);
    await page.context().close();
  });
});
