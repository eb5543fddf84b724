import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { findChromium } from '../browser/find-chromium.ts';
import { startService } from '../start-service.ts';

// npm run bench:first-view: the first view of the map against a bare page with the same library whole, the same
// outlines and two layers, in turns in one run, each in a fresh context with an empty cache. Goals: the drawn picture
// at most half, the live map at most 1.25 of what the bare map needs until it is idle, and no more blocking than that either.
const ROUNDS = Number(process.env.ROUNDS ?? 8);
// npm runs scripts in the project's folder.
const ROOT = process.cwd();
const LIBRARY = join(ROOT, 'node_modules/maplibre-gl/dist');
const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const BARE_PAGE = `<!doctype html><meta charset="utf-8"><title>bare</title>
<style>html,body,#map{height:100%;margin:0}</style><div id="map"></div><script type="module">
import { Map, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl('./maplibre-gl-worker.mjs');
const map = new Map({ container: 'map', center: [98, 63], zoom: 2, attributionControl: false, style: {
  version: 8, projection: { type: 'globe' },
  sources: { regions: { type: 'geojson', data: './regions.json' } },
  layers: [
    { id: 'fill', type: 'fill', source: 'regions', paint: { 'fill-color': '#74b3de' } },
    { id: 'line', type: 'line', source: 'regions', paint: { 'line-color': '#ffffff' } },
  ],
} });
map.once('idle', () => { document.documentElement.dataset.done = String(performance.now()); });
</script>`;

/** Serves the bare page and what it loads, compressed as the service compresses. */
async function startBareServer(): Promise<{ origin: string; server: Server }> {
  const topology: Topology = JSON.parse(
    await readFile(join(ROOT, 'data/dist/regions.overview.topojson'), 'utf8'),
  );
  const { regions } = topology.objects;
  if (regions === undefined) throw new Error('expected the object regions in the outlines');
  const names = ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs'];
  const files = new Map<string, [type: string, body: Buffer]>([
    ['/', ['text/html', gzipSync(BARE_PAGE)]],
    ['/regions.json', ['application/json', gzipSync(JSON.stringify(feature(topology, regions)))]],
  ]);
  for (const name of names) {
    files.set(`/${name}`, ['text/javascript', gzipSync(await readFile(join(LIBRARY, name)))]);
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) response.writeHead(404).end();
    else {
      const [type, body] = file;
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to serve from');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}

/**
 * A new context is a new window, for which Chromium starts pages of its own (the field of addresses and what opens below
 * it): up to a second of work that is no part of what is measured, and that falls on whatever is drawn first.
 */
const WINDOW_MS = 2_500;

/** Milliseconds by which tasks of the main thread were longer than 50: what keeps a reader's finger waiting (Web Vitals, TBT). */
interface Timed {
  milliseconds: number;
  blocking: number;
}

async function inFreshContext<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        // The script begins before there is a root.
        const root = document.documentElement;
        const over = list.getEntries().map(({ duration }) => Math.max(0, duration - 50));
        const before = Number(root.dataset.blocking ?? 0);
        root.dataset.blocking = String(over.reduce((sum, each) => sum + each, before));
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.waitForTimeout(WINDOW_MS);
    return await run(page);
  } finally {
    await context.close();
  }
}

/** When the page had what it waited for, and how long its main thread was blocked until a second after it. */
async function timedOf(page: Page): Promise<Timed> {
  await page.waitForSelector('html[data-done]', { timeout: 60_000 });
  await page.waitForTimeout(1_000);
  return page.evaluate(() => {
    const { done, blocking } = document.documentElement.dataset;
    return { milliseconds: Number(done), blocking: Number(blocking ?? 0) };
  });
}

const bareTimes = (browser: Browser, origin: string): Promise<Timed> =>
  inFreshContext(browser, async (page) => {
    await page.goto(origin);
    return timedOf(page);
  });

/** First contentful paint, which is the drawn map with its list, and the moment the live map takes its place. */
const ourTimes = (browser: Browser, origin: string) =>
  inFreshContext(browser, async (page) => {
    await page.addInitScript(() => {
      new MutationObserver((_records, observer) => {
        if (document.querySelector('.live-map.is-drawn') === null) return;
        document.documentElement.dataset.done = String(performance.now());
        observer.disconnect();
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
    await page.goto(`${origin}/ru/`);
    const live = await timedOf(page);
    const drawn = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    return { drawn, live };
  });

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const executablePath = findChromium(process.env);
if (executablePath === undefined)
  throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
const [bare, ours, browser] = await Promise.all([
  startBareServer(),
  startService({ ACCESS_LOG: 'off' }, ROOT),
  chromium.launch({ executablePath, args: FLAGS }),
]);
const rounds: { bare: Timed; drawn: number; live: Timed }[] = [];
try {
  // One of each first, so that neither pays for what the browser itself loads once.
  await bareTimes(browser, bare.origin);
  await ourTimes(browser, ours.origin);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      bare: await bareTimes(browser, bare.origin),
      ...(await ourTimes(browser, ours.origin)),
    });
  }
} finally {
  await browser.close();
  await ours.stop();
  bare.server.close();
}
const reference = median(rounds.map((round) => round.bare.milliseconds));
const drawn = median(rounds.map((round) => round.drawn));
const live = median(rounds.map((round) => round.live.milliseconds));
const bareBlocking = median(rounds.map((round) => round.bare.blocking));
const blocking = median(rounds.map((round) => round.live.blocking));
const against = (value: number, other: number, goal: number) => ({
  median: Math.round(value),
  ratio: (value / other).toFixed(2),
  goal,
});
console.table({
  'bare map until idle, ms': { median: Math.round(reference) },
  'drawn map, ms': against(drawn, reference, 0.5),
  'live map, ms': against(live, reference, 1.25),
  'bare map, main thread blocked, ms': { median: Math.round(bareBlocking) },
  'live map, main thread blocked, ms': against(blocking, bareBlocking, 1.25),
});
