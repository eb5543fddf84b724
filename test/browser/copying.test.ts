import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const { open } = useHarness();

/** Opens the folded part of a card in which it can be copied, embedded and printed. */
const openActions = (page: Page) =>
  page
    .locator('details.part', { has: page.locator('.acts') })
    .locator('> summary')
    .click();

it('a text that was copied is said to be so, and so is one that was not', async () => {
  const page = await open('/en/regions/RU-TA', {
    permissions: ['clipboard-read', 'clipboard-write'],
    expected: ['net::ERR_FAILED', '.txt'],
  });
  await openActions(page);
  const button = page.locator('[data-action="copy-text"]');
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Tatarstan (RU-TA)');
  await page.route('**/*.txt', (route) => route.abort());
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Could not copy' }).waitFor();
  expect(await button.textContent()).toBe('Could not copy');
  await page.context().close();
});

it('code for another site has whole addresses, also where the server does not know its own', async () => {
  const page = await open('/en/regions/RU-TA', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await openActions(page);
  await page.locator('.acts a[href*="embed-code"]').click();
  await page.locator('[data-target="command-frame"]').click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  const { origin } = new URL(page.url());
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `<iframe src="${origin}/en/embed/RU-TA" title="Tatarstan"`,
  );
  await page.context().close();
});

it('a browser that lets nobody copy is told of, too', async () => {
  const page = await open('/en/data', {
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      }),
  });
  await page.locator('[data-action="copy-code"]').first().click();
  await page.getByRole('status').filter({ hasText: 'Could not copy' }).waitFor();
  await page.context().close();
});
