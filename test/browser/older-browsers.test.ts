import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const harness = useHarness();

/** Takes from a page what came into browsers in 2023 and later: the build's range begins before it. */
function withoutNewMethods(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const gone: [object, string[]][] = [
      [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
      [Object, ['groupBy']],
      [Map, ['groupBy']],
      [Promise, ['withResolvers', 'try']],
      [Array, ['fromAsync']],
      [URL, ['canParse', 'parse']],
      [String.prototype, ['isWellFormed', 'toWellFormed']],
      [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
      [globalThis, ['Iterator', 'requestIdleCallback']],
    ];
    for (const [owner, names] of gone) {
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
  });
}

async function open(path: string): Promise<Page> {
  const page = await harness.open(path, {
    prepare: async (page) => {
      await withoutWebgl(page);
      await withoutNewMethods(page);
    },
  });
  expect(await page.evaluate(() => 'groupBy' in Object)).toBe(false);
  return page;
}

describe('a browser of 2022', () => {
  it('finds a town and opens its card', async () => {
    const page = await open('/ru/');
    await alive(page);
    await page.locator('#search-input').fill('Казань');
    await page.locator('#search-list li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#card article[data-region="RU-TA"] .verdict').waitFor();
    await page.context().close();
  });

  it('answers for a household', async () => {
    const page = await open('/ru/check?region=RU-TA');
    await page.locator('[aria-labelledby=result] .verdict').waitFor();
    await page.getByRole('button', { name: 'три поколения' }).click();
    expect(await page.locator('#check fieldset').count()).toBe(5);
    await page.context().close();
  });

  it('draws the live map', async () => {
    const page = await harness.open('/ru/', { prepare: withoutNewMethods });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.context().close();
  });

  it('sorts a table in place', async () => {
    const page = await open('/en/compare?region=RU-TA');
    await page.locator('thead a').first().click();
    await page.locator('th[aria-sort]').waitFor();
    await page.context().close();
  });
});
