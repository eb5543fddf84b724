import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import * as z from 'zod';
import { CompactPlaces, unpackPlaces } from '../../data/core/search/compact-places.ts';
import { SearchNames, searchByNames } from '../../data/core/search/search-names.ts';
import { findProjectRoot } from '../../data/tools/authored/data-files.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { startService } from '../start-service.ts';
import { median } from './servers.ts';

// npm run bench:search: how long the index takes to load, and the slowest of a thousand queries: here, each also by the
// processor it took (a machine with other work on it says more than its own time), and in Chromium on a processor slowed
// four times. Goals: 5 ms for the slowest query, 150 ms for the index in the slowed browser.
const QUERIES = 1_000;
const LOADS = 5;
/** How often each query is asked of a search that never heard it, in an odd number for the median. */
const PASSES = 5;
const GOALS = { loadMs: 150, slowestMs: 5 };
const SLOWER = 4;

const root = findProjectRoot(import.meta.dirname);
const read = (name: string): Promise<string> => readFile(join(root, 'data/dist', name), 'utf8');
const [placesText, namesText, queriesText] = await Promise.all([
  read('places.compact.json'),
  read('search-names.json'),
  readFile(join(root, 'test/data/core/search/queries.json'), 'utf8'),
]);

function load() {
  const places = unpackPlaces(CompactPlaces.parse(JSON.parse(placesText)));
  return searchByNames(SearchNames.parse(JSON.parse(namesText)), places);
}

interface Timed {
  of: string;
  ms: number;
  processorMs: number;
}

function timed(of: string, run: () => unknown): Timed {
  const [used, started] = [process.cpuUsage(), performance.now()];
  run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { of, ms, processorMs: (user + system) / 1000 };
}

/** What the script of the full search gives the page. */
interface FullSearch {
  createFullSearch: (
    page: { datasetHash: string; language: string },
    most: number,
  ) => Promise<(query: string) => unknown>;
}

/** The slowest three and all of them on average. */
function inWords(times: readonly Timed[], by: 'ms' | 'processorMs'): string {
  const each = times.reduce((sum, time) => sum + time[by], 0) / times.length;
  const slowest = times
    .toSorted((a, b) => b[by] - a[by])
    .slice(0, 3)
    .map((time) => `${time[by].toFixed(1)} ms (${time.of})`);
  return `${each.toFixed(2)} ms each, slowest ${slowest.join(', ')}`;
}

const written = z
  .array(z.tuple([z.string(), z.string()]).rest(z.string()))
  .parse(JSON.parse(queriesText));
// Whole queries, and what stands in the field while they are typed.
const queries = written
  .flatMap(([, query]) => [query, query.slice(0, Math.ceil(query.length / 2)), query.slice(0, 3)])
  .slice(0, QUERIES);

const loads = Array.from({ length: LOADS }, () => timed('index', load));
console.log(`index: ${inWords(loads, 'ms')}; of the processor ${inWords(loads, 'processorMs')}`);

/** Each query asked once of a search that never heard it, after what is made in quiet moments. */
function askAll(): { pieces: Timed[]; times: Timed[] } {
  const { search, prepare } = load();
  const steps = prepare()[Symbol.iterator]();
  const pieces: Timed[] = [];
  for (let isDone = false; !isDone; ) {
    pieces.push(timed(`piece ${pieces.length + 1}`, () => (isDone = steps.next().done ?? false)));
  }
  return { pieces, times: queries.map((query) => timed(query, () => search(query, 8))) };
}

/** Of each thing that was timed in every pass the median: one pass holds pauses of the collector, wherever they fall. */
function medians(passes: readonly (readonly Timed[])[]): Timed[] {
  const [first = []] = passes;
  return first.map(({ of }, at) => {
    const middle = (by: 'ms' | 'processorMs') => median(passes.map((pass) => pass[at]?.[by] ?? 0));
    return { of, ms: middle('ms'), processorMs: middle('processorMs') };
  });
}

const passes = Array.from({ length: PASSES }, askAll);
const pieces = medians(passes.map((pass) => pass.pieces));
console.log(`${pieces.length} pieces of what is made in quiet moments: ${inWords(pieces, 'ms')}`);
for (const [at, { times }] of passes.entries())
  console.log(`pass ${at + 1}: ${inWords(times, 'ms')}`);
const times = medians(passes.map((pass) => pass.times));
console.log(
  `${times.length} queries, the median of ${PASSES} passes: ${inWords(times, 'ms')} (goal ${GOALS.slowestMs} ms); of the processor ${inWords(times, 'processorMs')}`,
);

const executablePath = findChromium(process.env);
if (executablePath === undefined)
  throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
const [service, browser, assets] = await Promise.all([
  startService({ ACCESS_LOG: 'off' }, root),
  chromium.launch({ executablePath, args: ['--no-sandbox'] }),
  readdir(join(root, 'client/dist/assets')),
]);
try {
  const asset = assets.find((name) => /^full-search-.*\.js$/.test(name));
  if (asset === undefined) throw new Error('no script of the full search: build the client');
  const page = await browser.newPage();
  await page.goto(`${service.origin}/ru/about`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const module = await page.evaluateHandle<FullSearch>(`import('/assets/${asset}')`);
  const measured = await page.evaluate(
    async ({ module, queries, loads }) => {
      const datasetHash =
        document.querySelector<HTMLElement>('[data-release]')?.dataset.release ?? '';
      const create = () => module.createFullSearch({ datasetHash, language: 'ru' }, 8);
      // Both files come out of the browser's cache: what is left is reading them and making the index.
      const loadMs: number[] = [];
      for (let round = 0; round < loads; round += 1) {
        const started = performance.now();
        await create();
        loadMs.push(performance.now() - started);
      }
      const search = await create();
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      const queryMs = queries.map((query) => {
        const started = performance.now();
        search(query);
        return performance.now() - started;
      });
      return { loadMs, queryMs };
    },
    { module, queries, loads: LOADS },
  );
  console.log(
    `Chromium, ${SLOWER} times slower: index ${measured.loadMs.map((ms) => ms.toFixed(0)).join(', ')} ms with both files read (goal ${GOALS.loadMs} ms)`,
  );
  const inBrowser = measured.queryMs.map((ms, at) => ({
    of: queries[at] ?? '',
    ms,
    processorMs: 0,
  }));
  console.log(`the queries there: ${inWords(inBrowser, 'ms')}`);
} finally {
  await browser.close();
  await service.stop();
}
