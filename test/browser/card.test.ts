import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const harness = useHarness();

/** Opens the map page without WebGL; `facts` answers the request for the dataset. */
async function openMap(path: string, facts?: (route: Route) => unknown): Promise<Page> {
  const page = await harness.open(path, {
    viewport: { width: 1280, height: 800 },
    expected: ['dataset.', 'net::ERR_FAILED'],
    prepare: async (page) => {
      await withoutWebgl(page);
      if (facts) await page.route('**/dataset.*.json', facts);
    },
  });
  await alive(page);
  return page;
}

const link = (page: Page, regionId: string) =>
  page.locator(`[data-region-list] a[data-region="${regionId}"]`);

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));

describe('the card that the server wrote', () => {
  it('stays as the reader opened it, with and without the facts', async () => {
    for (const answer of ['continue', 'abort'] as const) {
      let asked = 0;
      const page = await openMap('/ru/?region=RU-TA', (route) => {
        asked += 1;
        return route[answer]();
      });
      await page.locator('#card summary').first().focus();
      await page.keyboard.press('Enter');
      // The pointer over the list makes the page fetch the facts.
      await link(page, 'RU-SA').hover();
      await expect.poll(() => asked).toBeGreaterThan(0);
      await page.waitForTimeout(500);
      expect(await page.locator('#card details').first().getAttribute('open')).not.toBeNull();
      expect(await focused(page)).toContain('<summary');
      await page.context().close();
    }
  });

  it('gives way to another region, and comes back', async () => {
    const page = await openMap('/en/?region=RU-TA');
    await link(page, 'RU-SA').click();
    await page.locator('#card article[data-region="RU-SA"]').waitFor();
    await page.goBack();
    await page.locator('#card article[data-region="RU-TA"]').waitFor();
    expect(await page.locator('#card article').count()).toBe(1);
    await page.context().close();
  });
});

describe('without the facts', () => {
  it('a card has the name, the verdict and a link to the page of the region that is chosen', async () => {
    const held: Route[] = [];
    const page = await openMap('/en/', (route) => held.push(route));
    await link(page, 'RU-TA').click();
    await link(page, 'RU-SA').click();
    await Promise.all([page.waitForEvent('requestfailed'), ...held.map((route) => route.abort())]);
    await page.waitForTimeout(300);
    const card = page.locator('[data-card-body]');
    expect(await card.innerText()).toContain('Sakha');
    const hrefs = await card
      .locator('a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(hrefs).toEqual(['/en/regions/RU-SA']);
    await page.context().close();
  });
});

describe('the way back', () => {
  it('leads the links to the other languages back, too', async () => {
    const page = await openMap('/ru/');
    await link(page, 'RU-TA').click();
    await link(page, 'RU-SA').click();
    await page.goBack();
    await page.waitForFunction(() => location.search === '?region=RU-TA');
    expect(await page.locator('a[hreflang="en"]').getAttribute('href')).toMatch(
      /\/en\/\?region=RU-TA$/,
    );
    await page.context().close();
  });

  it('from a card leads to what opened it last, by whatever means', async () => {
    const page = await openMap('/en/', undefined);
    await link(page, 'RU-TA').focus();
    await page.keyboard.press('Enter');
    await page.locator('#card article').waitFor();
    await page.locator('#card [data-action="close-card"]').click();
    expect(await focused(page)).toContain('RU-TA');

    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ longitude: 129.7, latitude: 62 });
    const button = page.getByRole('button', { name: 'Where am I' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('#card article[data-region="RU-SA"]').waitFor();
    await page.locator('#card [data-action="close-card"]').click();
    expect(await focused(page)).toContain('Where am I');
    await page.context().close();
  });

  it('is not lost when a card leads on to a neighbour', async () => {
    const page = await openMap('/en/');
    await link(page, 'RU-TA').focus();
    await page.keyboard.press('Enter');
    await page
      .locator('#card details.part', { has: page.locator('.near') })
      .locator('> summary')
      .click();
    await page.locator('#card .near a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#card article:not([data-region="RU-TA"])').waitFor();
    expect(await focused(page)).toContain('<h2');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('RU-TA');
    await page.context().close();
  });
});

describe('the focus', () => {
  it('goes to the heading of the card that a result of the search opens, and back to the search', async () => {
    const page = await openMap('/en/');
    await page.locator('#search-input').pressSequentially('tatar');
    await page.locator('#search-list li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#card article[data-region="RU-TA"]').waitFor();
    await expect.poll(() => focused(page)).toMatch(/^<h2[^>]*>Tatarstan/);
    expect(await page.locator('#announcer').textContent()).toContain('Tatarstan');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('id="search-input"');
    await page.context().close();
  });

  it('is on the heading where the facts do not come, too, and when a region is chosen from the list', async () => {
    const page = await openMap('/en/', (route) => route.abort());
    await link(page, 'RU-SA').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^<h2[^>]*>Sakha/);
    await page.context().close();
  });
});

describe('the sheet of a phone', () => {
  it.each(['answer', 'full'])('hides nothing that gets the focus, from %s', async (height) => {
    const page = await harness.open('/ru/?region=RU-TA', {
      viewport: { width: 360, height: 740 },
      prepare: withoutWebgl,
    });
    await alive(page);
    const handle = page.locator('#card [data-action="resize-card"]');
    if (height === 'full') await handle.click();
    await link(page, 'RU-CHU').focus();
    for (let step = 0; step < 4; step += 1) {
      await expect
        .poll(() =>
          page.evaluate(() => {
            const { activeElement: link } = document;
            const box = link?.getBoundingClientRect();
            if (!link || !box) return false;
            return link.contains(document.elementFromPoint(box.left + 20, box.top + 10));
          }),
        )
        .toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.context().close();
  });
});

describe('a number beside a statement', () => {
  it('leads to its claim, clear of the sheet’s handle, and the claim leads back to that number', async () => {
    const page = await harness.open('/en/?region=RU-TA', {
      viewport: { width: 390, height: 844 },
      prepare: withoutWebgl,
    });
    await alive(page);
    const operators = page.locator('#card details.part:has(details.op a.ci)').first();
    await operators.locator('> summary').click();
    const operator = operators.locator('details.op:has(a.ci)').first();
    await operator.locator('> summary').click();
    const number = operator.locator('a.ci').nth(2);
    await number.focus();
    await page.keyboard.press('Enter');
    const claim = page.locator('#card .ev li:target');
    await claim.waitFor();
    const handle = await page.locator('#card [data-action="resize-card"]').boundingBox();
    const box = await claim.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((handle?.y ?? 0) + (handle?.height ?? 0));
    const back = claim.getByRole('link', { name: 'Back to the text' });
    await back.focus();
    await page.keyboard.press('Enter');
    expect(await number.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('does so on a page of its own', async () => {
    const page = await harness.open('/ru/operators/beeline');
    await page.locator('a.ci').first().click();
    await page.locator('.ev li:target').getByRole('link', { name: 'Назад к тексту' }).click();
    expect(await page.locator('a.ci:focus').count()).toBe(1);
    await page.context().close();
  });
});
