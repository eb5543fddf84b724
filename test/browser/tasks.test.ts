import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

/**
 * What people come for, done as they would do it, with the steps, keys and pixels that it takes. The figures of the
 * version before the action card stand behind each: they are what a change must not lead back to.
 */
const harness = useHarness();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Lower edge of an element, in pixels from the top of the page. */
async function bottomOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .last()
    .evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
}

/** How many presses of the tabulator lead from what has the focus to an element that matches. */
async function tabsTo(page: Page, selector: string, most: number): Promise<number> {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      return presses;
    }
  }
  throw new Error(`${selector} was not reached by ${most} presses`);
}

describe('a mother in Kazan with a child’s watch, on a phone', () => {
  it('sees sentence, support, two operators, a number and three questions without scrolling (before: a sentence)', async () => {
    const page = await harness.open('/ru/regions/RU-TA', PHONE);
    expect(await page.locator('.offers li').count()).toBe(2);
    expect(await page.locator('.questions li').count()).toBe(3);
    expect(await bottomOf(page, '.questions li')).toBeLessThanOrEqual(844);
    expect(await page.locator('.call').first().getAttribute('href')).toMatch(/^tel:\+?\d+$/);
    await page.context().close();
  });

  it.each(['ru', 'en', 'zh'])(
    'sees as much in the map’s sheet, in %s (before: a sentence and one operator)',
    async (language) => {
      const page = await harness.open(`/${language}/?region=RU-TA`, {
        ...PHONE,
        prepare: withoutWebgl,
      });
      await page.locator('#card .questions li').nth(2).waitFor();
      expect(await page.locator('#card .offers .call').count()).toBe(2);
      // The sheet has come up before its lower edge is the window's.
      await expect.poll(() => bottomOf(page, '#card .questions li')).toBeLessThanOrEqual(844);
      await page.context().close();
    },
  );

  it('learns of the phones although nobody knows the watch, in one screen (before: 3,400 pixels down)', async () => {
    const page = await harness.open('/ru/check?region=RU-TA', PHONE);
    await page.getByRole('button', { name: 'пара с часами' }).tap();
    await page.locator('.answer-bar a').tap();
    const box = await page.locator('[aria-labelledby=result] .verdict').boundingBox();
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await page.locator('[aria-labelledby=result] .questions').innerText()).toContain('часы');
    await page.context().close();
  });
});

describe('a student in Vladivostok, foreign citizen, with a phone for mainland China', () => {
  it('gets the answer and the way out in six acts (before: nine)', async () => {
    const page = await harness.open('/zh/check?region=RU-PRI');
    for (const person of ['移除：成员 3', '移除：成员 2']) {
      await page.getByRole('button', { name: person }).click();
    }
    await page.locator('[aria-labelledby=people] details.more summary').first().click();
    await page.getByLabel('国籍').first().selectOption('foreign');
    const device = page.getByLabel('型号或包装盒上的编码').first();
    await device.fill('A2634');
    await page.locator('[role=option]').first().waitFor();
    await device.press('Enter');
    // The phone takes plastic cards alone, and a foreign citizen asks for the documents.
    await page.getByText('无 eSIM').first().waitFor();
    const asks = page.locator('[aria-labelledby=result] .questions');
    await asks.getByText('外国公民').waitFor();
    await page.context().close();
  });
});

describe('a journalist with a spreadsheet', () => {
  it('reads what differs before the map, and takes a table home in two clicks', async () => {
    const page = await harness.open('/en/', { viewport: { width: 1280, height: 800 } });
    expect(await page.locator('.finding').innerText()).toMatch(/\d+ of 83|Everywhere/);
    await page.locator('.finding a').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main a[href$=".csv"]').first().click(),
    ]);
    const rows: unknown[] = parse(await readFile(await download.path()), {
      bom: true,
      columns: true,
    });
    expect(rows.length).toBeGreaterThan(20);
    await page.context().close();
  });
});

describe('somebody with a keyboard alone', () => {
  it('goes from the search to the number to call in few presses', async () => {
    const page = await harness.open('/ru/', { prepare: withoutWebgl });
    await alive(page);
    await page.locator('#search-input').focus();
    await page.keyboard.type('Казань');
    await page.locator('#search-list li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#card article .call').first().waitFor();
    expect(await tabsTo(page, '.call', 6)).toBeLessThanOrEqual(6);
    await page.context().close();
  });

  it('is at the answer of the check six presses after the last field (before: 54)', async () => {
    const page = await harness.open('/ru/check?region=RU-TA');
    // What answers is loaded by now: before, the next stop after the fields is the foot of the page.
    await page.locator('[aria-labelledby=result] .verdict').waitFor();
    await page.locator('#check fieldset').last().locator('.line select').last().focus();
    expect(await tabsTo(page, '[aria-labelledby=result] a, .answer-bar a', 8)).toBeLessThanOrEqual(
      8,
    );
    await page.context().close();
  });
});

describe('a clerk who prints', () => {
  it('has the answer on one page of the map, region and check (before: 11 pages, the form first)', async () => {
    const page = await harness.open('/ru/check?region=RU-TA');
    await page.locator('[aria-labelledby=result] .verdict').waitFor();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))).toBe(
      1,
    );
    await page.context().close();
  });
});

describe('somebody at a border', () => {
  it('is offered the regions that it may be, as buttons (before: “choose yourself”)', async () => {
    const page = await harness.open('/en/', {
      // Between Moscow and its oblast, at the ring road.
      geolocation: { longitude: 37.843, latitude: 55.77 },
      permissions: ['geolocation'],
      prepare: withoutWebgl,
    });
    await alive(page);
    await page.getByRole('button', { name: 'Where am I' }).click();
    const choices = page.locator('#map-notice button');
    await expect.poll(() => choices.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    await choices.first().click();
    await page.locator('#card article').waitFor();
    await page.context().close();
  });
});

describe('a first visit of 20 seconds', () => {
  it('finds the question, the finding and the search in view before the map, on a phone', async () => {
    const page = await harness.open('/ru/', PHONE);
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    expect(await bottomOf(page, '.finding')).toBeLessThan(844);
    const search = await page.locator('#search-input').boundingBox();
    const map = await page.locator('#map').boundingBox();
    expect(search?.y).toBeLessThan(map?.y ?? 0);
    expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual(844);
    await page.context().close();
  });
});
