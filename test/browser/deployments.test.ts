import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { type RunningService, startService } from '../start-service.ts';
import { type OpenOptions, type RunningServer, useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const CLIENT = join(import.meta.dirname, '../../client');
const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** Every script and style has another name in the second build, as after an update of all of them. */
const OTHER_NAMES = { rolldownOptions: { output: { hashCharacters: 'hex' } } } as const;

/** The same address before and after an update: what stands in front hands each request to the service of the day. */
function createFront(): { start(): Promise<RunningServer>; use(service: RunningService): void } {
  let behind: RunningService | undefined;
  return {
    use: (service) => {
      behind = service;
    },
    async start() {
      const front = createServer((request, response) => {
        const { method, headers, url = '/' } = request;
        const passed = send(`${behind?.origin}${url}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        passed.on('error', () => response.destroy());
        request.pipe(passed);
      });
      await new Promise<void>((resolve) => front.listen(0, 'localhost', resolve));
      const address = front.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return {
        origin: `http://localhost:${address.port}`,
        stop: async () => {
          front.close();
          front.closeAllConnections();
        },
      };
    },
  };
}

const front = createFront();
const harness = useHarness(() => front.start());
let copy: ProjectCopy;
let kept: string;
let services: { former: RunningService; next: RunningService; forgetful: RunningService };

beforeAll(async () => {
  copy = await copyProject();
  kept = await mkdtemp(join(tmpdir(), 'kept-assets-'));
  const outDir = join(copy.folder, 'client/dist');
  await build({
    root: CLIENT,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, ...OTHER_NAMES },
  });
  const settings = { KEPT_ASSETS_DIR: kept, REPORTS: 'off' };
  const former = await startService(settings);
  services = {
    former,
    next: await startService(settings, copy.folder),
    forgetful: await startService({ KEPT_ASSETS_DAYS: '0', REPORTS: 'off' }, copy.folder),
  };
});
afterAll(async () => {
  for (const service of Object.values(services)) await service.stop();
  await copy.remove();
  await rm(kept, { recursive: true, force: true });
});

/** The map page as the former build serves it; the update comes while it is open. */
async function openBefore(options: OpenOptions = {}): Promise<Page> {
  front.use(services.former);
  const page = await harness.open('/en/', { ...DESKTOP, prepare: withoutWebgl, ...options });
  await alive(page);
  return page;
}

/** Clicks a region: its card needs scripts that the page has not loaded yet. */
async function choose(page: Page, regionId: string): Promise<void> {
  await page.locator(`[data-region-list] a[data-region="${regionId}"]`).click();
}

/** The whole card, which the page's own scripts write. */
async function wholeCard(page: Page, regionId: string): Promise<void> {
  await page.locator(`#card article[data-region="${regionId}"] .act`).first().waitFor();
}

const scriptsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.scripts].map(({ src }) => new URL(src, location.href).pathname));

describe('an update of the service', () => {
  it('changes the name of every script and style but the one that no page names', async () => {
    // The worker of the map library is built by itself.
    const names = async (folder: string) =>
      (await readdir(join(folder, 'assets'))).filter((name) =>
        /(?<!worker.*)\.(js|css)$/.test(name),
      );
    const former = new Set(await names(join(CLIENT, 'dist')));
    const next = await names(join(copy.folder, 'client/dist'));
    expect(next.length).toBeGreaterThan(20);
    expect(next.filter((name) => former.has(name))).toEqual([]);
  });

  it('leaves a page that is open its scripts', async () => {
    const page = await openBefore();
    front.use(services.next);
    await choose(page, 'RU-SA');
    await wholeCard(page, 'RU-SA');
    await page.context().close();
  });

  it('leaves a page that was kept somewhere on the way its scripts and styles', async () => {
    const html = await (await fetch(`${services.former.origin}/en/`)).text();
    front.use(services.next);
    const page = await harness.open('/en/', {
      ...DESKTOP,
      prepare: async (page) => {
        await withoutWebgl(page);
        await page.route(`${harness.origin()}/en/`, (route) =>
          route.fulfill({ contentType: 'text/html', body: html }),
        );
      },
    });
    await alive(page);
    await choose(page, 'RU-SA');
    await wholeCard(page, 'RU-SA');
    await page.context().close();
  });

  it('that keeps no former scripts is said on the page that is open, with a button that brings the new ones', async () => {
    const page = await openBefore({ expected: ['404', 'dynamically imported module'] });
    const before = await scriptsOf(page);
    front.use(services.forgetful);
    await choose(page, 'RU-SA');
    const button = page.locator('#map-notice button');
    await button.waitFor();
    await Promise.all([page.waitForEvent('load'), button.click()]);
    await alive(page);
    expect(await scriptsOf(page)).not.toEqual(before);
    await choose(page, 'RU-TA');
    await wholeCard(page, 'RU-TA');
    await page.context().close();
  });

  it('reaches a reader whose browser keeps the service, at the next visit and with what is kept whole', async () => {
    const page = await openBefore({ serviceWorkers: 'allow' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.waitForFunction(async () => (await (await caches.open('pages')).keys()).length > 0);
    const before = await scriptsOf(page);
    front.use(services.forgetful);
    await page.reload();
    await alive(page);
    expect(await scriptsOf(page)).not.toEqual(before);
    await choose(page, 'RU-SA');
    await wholeCard(page, 'RU-SA');
    // The new worker takes over when the reader says so, and the page goes on.
    const button = page.locator('#map-notice button');
    await button.waitFor();
    await Promise.all([page.waitForEvent('load'), button.click()]);
    await alive(page);
    await choose(page, 'RU-TA');
    await wholeCard(page, 'RU-TA');
    await page.context().close();
  });
});
