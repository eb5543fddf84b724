import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { useHarness } from './harness.ts';

const { open } = useHarness();

const PHONE = { width: 390, height: 844 };
/** What a reader does not notice; search engines call a page good below 0.1. */
const MOST = 0.02;

const Shifts = z.array(z.object({ value: z.number(), moved: z.array(z.string()) }));

/** The shifts of a page so far that no press or key of the reader explains, with what moved. */
async function shiftsOf(page: Page): Promise<z.infer<typeof Shifts>> {
  const text = await page.evaluate(async () => {
    // Two frames, so that what has just been drawn is counted.
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined))),
    );
    return document.documentElement.dataset.shifts ?? '[]';
  });
  return Shifts.parse(JSON.parse(text));
}

/** Writes the shifts down, and lets scripts come only after the first picture, as they do to a phone. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface LayoutShift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: readonly { node: Node | null }[];
    }
    const isShift = (entry: PerformanceEntry): entry is LayoutShift =>
      entry.entryType === 'layout-shift';
    const nameOf = ({ node }: { node: Node | null }): string =>
      node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? '');
    const shifts: { value: number; moved: string[] }[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter(isShift)) {
        if (entry.hadRecentInput) continue;
        shifts.push({ value: entry.value, moved: entry.sources.map(nameOf) });
      }
      document.documentElement.dataset.shifts = JSON.stringify(shifts);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/assets/*.js', async (route) => {
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await route.continue();
  });
}

/** Pages at phone size, and what is there once their scripts have done their work. */
const PAGES: readonly (readonly [path: string, done: string])[] = [
  ['/ru/', '.live-map.is-drawn'],
  ['/ru/?region=RU-TA', '.live-map.is-drawn'],
  ['/ru/regions/RU-TA', 'main'],
  ['/zh/regions/RU-TA', 'main'],
  ['/zh/check?region=RU-TA', '.answer-bar'],
  ['/ru/check', '.answer-bar'],
  ['/ru/compare', 'main'],
  ['/en/compare?operator=mts', 'main'],
  ['/ru/operators', 'main'],
  ['/ru/operators/mts', 'main'],
  ['/ru/data', 'main'],
  ['/ru/guide', 'main'],
  ['/ru/guide/sharing', 'main'],
  ['/ru/report', 'main'],
  ['/ru/cases', 'main'],
  ['/ru/about', 'main'],
];

it.each(PAGES)('%s stays where it is while its scripts start', async (path, done) => {
  const page = await open(path, { viewport: PHONE, prepare: watchShifts });
  await page.locator(done).first().waitFor({ timeout: 60_000 });
  const shifts = await shiftsOf(page);
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  expect(sum, JSON.stringify(shifts, undefined, 2)).toBeLessThan(MOST);
  // On a busy machine scripts may still wait for the first picture.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

it('the list on a phone waits for what stands above it, where half of the page has come', async () => {
  const cutBefore = (mark: string) => async (page: Page) => {
    await page.route('**/ru/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const end = html.indexOf(mark);
      expect(end).toBeGreaterThan(0);
      await route.fulfill({ response, body: html.slice(0, end) });
    });
  };
  for (const [mark, isThere] of [
    ['<div id="map"', false],
    ['<section id="legend"', false],
    ['</main>', true],
  ] as const) {
    const page = await open('/ru/', {
      viewport: PHONE,
      javaScriptEnabled: false,
      expected: ['csp: '],
      prepare: cutBefore(mark),
    });
    expect(await page.locator('#regions').isVisible(), mark).toBe(isThere);
    await page.context().close();
  }
});
