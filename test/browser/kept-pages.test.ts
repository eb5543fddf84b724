import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOfflinePlan } from '../../client/offline/offline-plan.ts';
import { createBadLine } from './bad-line.ts';
import { useHarness } from './harness.ts';
import { withoutWebgl } from './without-webgl.ts';

const line = createBadLine();
const harness = useHarness(() => line.start());

beforeEach(() => line.change((given) => given));

/** The text of a kept page. */
const kept = (page: Page, path: string): Promise<string | undefined> =>
  page.evaluate(async (address) => {
    const pages = await caches.open('pages');
    return (await pages.match(address, { ignoreVary: true }))?.text();
  }, path);

/** Puts something among what is kept, as an earlier visit would have. */
const keep = (page: Page, cache: string, path: string): Promise<void> =>
  page.evaluate(
    async ([name, address]) => (await caches.open(name)).put(address, new Response('kept before')),
    [cache, path] as const,
  );

/** Addresses of all that is kept. */
const keptIn = (page: Page, cache: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return requests.map((request) => new URL(request.url).pathname).sort();
  }, cache);

/** A reader who was here before: the service is kept for them. */
async function openKept(): Promise<Page> {
  const page = await harness.open('/ru/', {
    serviceWorkers: 'allow',
    expected: ['503', '429', 'ERR_INTERNET_DISCONNECTED'],
    prepare: withoutWebgl,
  });
  const plan = createOfflinePlan('ru', '').pages.toSorted();
  await expect.poll(() => keptIn(page, 'pages'), { timeout: 60_000 }).toEqual(plan);
  return page;
}

describe('the kept pages', () => {
  it('hold no answer to a search', async () => {
    const page = await openKept();
    // The worker is given no new pages of its own.
    line.change((given, _path, isVisit) => (isVisit ? given : { ...given, status: 503 }));
    await page.goto(`${harness.origin()}/ru/?q=tatar`);
    expect(await page.locator('#regions [role="status"]').textContent()).toContain('tatar');
    await page.waitForTimeout(300);
    expect((await kept(page, '/ru/'))?.includes('tatar')).toBe(false);
    await page.context().close();
  });

  it.each([
    ['in trouble', 503],
    ['that has answered too many others behind the same address', 429],
  ])('answer in place of a server %s', async (_, status) => {
    const page = await openKept();
    line.change(() => ({ status, text: 'Come back later' }));
    const response = await page.goto(`${harness.origin()}/ru/`);
    expect(response?.status()).toBe(200);
    expect(await page.locator('[data-region-list] a').count()).toBe(83);
    const other = await page.goto(`${harness.origin()}/ru/about`);
    expect(other?.status()).toBe(status);
    await page.context().close();
  });

  it('are offered without a network in place of a page that is not kept, the same in another language first', async () => {
    const page = await openKept();
    await page.context().setOffline(true);
    for (const [path, heading] of [
      ['/en/check', 'No network'],
      ['/zh/operators/mts', '没有网络'],
    ] as const) {
      await page.goto(`${harness.origin()}${path}`);
      expect(await page.locator('h1').textContent()).toBe(heading);
    }
    await page.goto(`${harness.origin()}/en/check`);
    const first = page.locator('main li a').first();
    expect(await first.getAttribute('href')).toBe('/ru/check');
    await first.click();
    await page.waitForURL('**/ru/check');
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('are those of the last visit and no others', async () => {
    const page = await openKept();
    const before = await keptIn(page, 'pages');
    await keep(page, 'pages', '/ru/guide/gone');
    await page.reload();
    await expect.poll(() => keptIn(page, 'pages'), { timeout: 60_000 }).toEqual(before);
    await page.context().close();
  });

  it('stay with their data when they were shown in place of a newer release', async () => {
    const page = await openKept();
    const hash = /"datasetHash":"(\w{16})/.exec((await kept(page, '/ru/')) ?? '')?.[1] ?? '';
    const newHash = '0'.repeat(16);
    await keep(page, 'files', `/data/${newHash}/dataset.ru.json`);
    let asked = 0;
    line.change((given, path, isVisit) => {
      if (isVisit) return given;
      if (path === '/ru/') asked += 1;
      return { ...given, text: given.text.replaceAll(hash, newHash) };
    });
    await page.reload();
    await expect.poll(() => asked, { timeout: 60_000 }).toBe(1);
    await page.waitForTimeout(500);
    expect((await kept(page, '/ru/'))?.includes(hash)).toBe(true);
    expect(await keptIn(page, 'files')).toContain(`/data/${newHash}/dataset.ru.json`);
    expect(await keptIn(page, 'files')).toContain(`/data/${hash}/dataset.ru.json`);
    await page.context().close();
  });
});
