import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const harness = useHarness();

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName}#${element?.id} ${element?.textContent?.trim().slice(0, 40)}`;
  });

/** Presses a key; wherever that leads, the focus stays on something. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(50);
  expect(await focused(page), `after ${key}`).not.toMatch(/^(BODY|HTML|undefined)#/);
}

async function openMap(path: string): Promise<Page> {
  const page = await harness.open(path, DESKTOP);
  await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
  return page;
}

describe('by keyboard alone', () => {
  it('the first stop leads past the header, on every kind of page', async () => {
    for (const path of ['/ru/', '/en/regions/RU-TA', '/zh/compare', '/ru/check', '/ru/guide']) {
      const page = await harness.open(path, DESKTOP);
      await press(page, 'Tab');
      expect(await focused(page)).toMatch(/^A#/);
      const target = await page.locator(':focus').getAttribute('href');
      expect(await page.locator(`main${target}`).count(), path).toBe(1);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inMain = await page.evaluate(
        () => document.activeElement?.closest('main') !== null || document.body.matches(':focus'),
      );
      expect(inMain, path).toBe(true);
      await page.context().close();
    }
  });

  it('arrows lead to regions that share a border, and each is announced', async () => {
    const page = await openMap('/en/');
    const regions: { name: string; id: string; neighbours: string[] }[] = await page.evaluate(
      () => JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}').regions,
    );
    const byName = new Map(regions.map((region) => [region.name, region]));
    const announced = async () => {
      const [name = ''] = ((await page.locator('#announcer').textContent()) ?? '').split(':');
      const region = byName.get(name);
      if (region === undefined) throw new Error(`"${name}" is no region`);
      return region;
    };
    await page.locator('#map canvas').focus();
    await press(page, 'ArrowUp');
    let former = await announced();
    const visited = new Set([former.id]);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
      await press(page, key);
      const next = await announced();
      if (next.id !== former.id) expect(former.neighbours).toContain(next.id);
      visited.add(next.id);
      former = next;
    }
    expect(visited.size).toBeGreaterThan(3);
    await page.context().close();
  });

  it('a region is opened from the list and left again without losing the place', async () => {
    const page = await openMap('/ru/');
    await page.locator('[data-region-list] a[data-region="RU-BA"]').focus();
    await press(page, 'Enter');
    await page.locator('#card article[data-region="RU-BA"]').waitFor();
    expect(await page.locator('#announcer').textContent()).toContain('Башкортостан');
    expect(await focused(page)).toMatch(/^H2# Башкортостан/);
    await page.locator('#card summary').first().focus();
    await press(page, 'Enter');
    expect(await page.locator('#card details').first().getAttribute('open')).not.toBeNull();
    await press(page, 'Escape');
    expect(await page.locator('#map-page').getAttribute('data-card')).toBe('closed');
    expect(await focused(page)).toContain('Башкортостан');
    await page.context().close();
  });

  it('every control of the map answers to Enter and keeps the focus', async () => {
    const page = await openMap('/ru/');
    const buttons = page.locator('#map-controls button');
    for (let index = 0; index < (await buttons.count()) - 1; index += 1) {
      await buttons.nth(index).focus();
      await press(page, 'Enter');
    }
    await page.locator('[data-action="toggle-regions"]').focus();
    await press(page, 'Enter');
    expect(await page.locator('#map-page').getAttribute('data-regions')).toBe('closed');
    await page.locator('#legend summary').focus();
    await press(page, 'Enter');
    await page.context().close();
  });

  it('the search is chosen from by arrows and left by Escape', async () => {
    const page = await openMap('/en/');
    await page.locator('#search-input').focus();
    await page.keyboard.type('Kazan');
    await page.locator('#search-list li').first().waitFor();
    await press(page, 'ArrowDown');
    await press(page, 'Escape');
    expect(await page.locator('#search-list').count()).toBe(0);
    expect(await focused(page)).toMatch(/^INPUT/);
    await page.context().close();
  });

  it('the menu of a phone opens, leads on and closes again', async () => {
    const page = await harness.open('/ru/regions/RU-TA', PHONE);
    await page.locator('.menu-button').focus();
    await press(page, 'Enter');
    await press(page, 'Tab');
    expect(await focused(page)).toContain('Карта');
    await press(page, 'Escape');
    expect(await page.locator('#menu').isVisible()).toBe(false);
    expect(await focused(page)).toMatch(/^BUTTON/);
    await page.context().close();
  });

  it('people and numbers of the check come and go without losing the focus', async () => {
    const page = await harness.open('/ru/check', DESKTOP);
    const remove = page.getByRole('button', { name: /^Убрать/ });
    await remove.first().waitFor();
    const before = await remove.count();
    await remove.first().focus();
    await press(page, 'Enter');
    expect(await remove.count()).toBeLessThan(before);
    expect(await focused(page)).toMatch(/^BUTTON/);
    await press(page, 'Enter');
    await page.context().close();
  });

  it('a person or a number that is added is said, and the focus is on its first field', async () => {
    const page = await harness.open('/en/check', DESKTOP);
    const added = (label: string) =>
      page.evaluate((name) => {
        const focused = document.activeElement;
        const person = focused?.closest('fieldset');
        const part = focused?.closest('[role="group"]') ?? person;
        const named =
          part?.getAttribute('aria-label') ?? part?.querySelector('legend')?.textContent;
        return named === name && part?.querySelector('select') === focused;
      }, label);
    await page.getByRole('button', { name: 'Add a person' }).focus();
    await press(page, 'Enter');
    await page.getByRole('status').filter({ hasText: 'Person 4 added, with a phone' }).waitFor();
    expect(await added('Person 4')).toBe(true);
    await page.getByRole('button', { name: 'Add a device' }).last().focus();
    await press(page, 'Enter');
    await page.getByRole('status').filter({ hasText: 'Line 5 added' }).waitFor();
    expect(await added('Line 5')).toBe(true);
    await page.getByRole('button', { name: 'Remove: Line 5' }).click();
    await page.getByRole('status').filter({ hasText: 'Line 5 removed' }).waitFor();
    await page.getByRole('button', { name: 'Remove: Person 4' }).click();
    await page.getByRole('status').filter({ hasText: 'Person 4 removed, and their' }).waitFor();
    await page.context().close();
  });

  it('the ring of what is focused in the header is cut by nothing', async () => {
    for (const [path, viewport] of [
      ['/ru/', DESKTOP.viewport],
      ['/en/guide', { width: 1440, height: 800 }],
    ] as const) {
      const page = await harness.open(path, { viewport });
      const cut = await page.locator('.top :is(a, button, input)').evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .filter((each) => {
            const box = each.getBoundingClientRect();
            for (let up = each.parentElement; up !== null; up = up.parentElement) {
              if (getComputedStyle(up).overflow === 'visible' || up.matches('body, html')) continue;
              const around = up.getBoundingClientRect();
              if (box.top - around.top < 5 || around.bottom - box.bottom < 5) return true;
            }
            return false;
          })
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      expect(cut, path).toEqual([]);
      await page.context().close();
    }
  });

  it('a table is sorted by its headings', async () => {
    const page = await harness.open('/ru/compare', DESKTOP);
    await page.locator('thead a').last().focus();
    await press(page, 'Enter');
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    await page.context().close();
  });
});
