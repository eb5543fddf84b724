import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

const PATHS = [
  '/ru/',
  '/en/',
  '/ru/?region=RU-TA',
  '/ru/regions/RU-TA',
  '/en/regions/RU-KHM',
  '/ru/operators/mts',
  '/ru/compare',
  '/en/compare?region=RU-MOW&region=RU-SPE&operator=mts&operator=megafon',
  '/zh/compare?operator=mts',
  '/zh/operators',
  '/en/differences',
  '/ru/report',
  '/ru/check',
  '/ru/guide',
  '/ru/guide/setup',
  '/en/data',
  '/ru/about',
  '/ru/embed/RU-TA',
  '/ru/nothing',
];

/** Windows, in CSS pixels: 320 is WCAG 1.4.10; 640 by 400 is 1280 by 800 at 200 % zoom (1.4.4). */
const WINDOWS = {
  'at 320 pixels': { viewport: { width: 320, height: 640 } },
  'at 200 % zoom': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

describe.each(Object.entries(WINDOWS))('%s', (_name, window) => {
  it('no page scrolls sideways or cuts its text', async () => {
    const page = await harness.open('/ru/about', { ...window, expected: ['404'] });
    const faults: string[] = [];
    for (const path of PATHS) {
      await page.goto(`${harness.origin()}${path}`);
      await page.waitForTimeout(300);
      const { scroll, width, wide } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        width: innerWidth,
        wide: [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, label, button, a)')]
          .filter(
            (each) => each.checkVisibility() && each.closest('.wide, .vh, svg, #map') === null,
          )
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => each.textContent?.trim().slice(0, 60) ?? ''),
      }));
      if (scroll > width) faults.push(`${path} is ${scroll} pixels wide`);
      faults.push(...wide.map((text) => `${path} cuts: ${text}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the words in the empty search', () => {
  it.each([360, 390, 768, 1280])('are cut on no page at %i pixels', async (width) => {
    const page = await harness.open('/ru/about', { viewport: { width, height: 800 } });
    const cut: string[] = [];
    for (const path of ['/', '/check', '/compare', '/regions/RU-TA']) {
      for (const language of ['ru', 'en', 'zh']) {
        await page.goto(`${harness.origin()}/${language}${path}`);
        const { room, needed, words } = await page.locator('#search-input').evaluate((input) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(input);
          const words = input.getAttribute('placeholder') ?? '';
          const canvas = document.createElement('canvas').getContext('2d');
          if (canvas !== null) canvas.font = font;
          return {
            room:
              input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
            needed: canvas?.measureText(words).width ?? Number.NaN,
            words,
          };
        });
        expect(needed).toBeGreaterThan(0);
        if (needed > room) cut.push(`/${language}${path}: ${words}`);
      }
    }
    expect(cut).toEqual([]);
    await page.context().close();
  });
});

describe('on a phone', () => {
  it('what is touched on the map is at least 44 pixels high', async () => {
    const page = await harness.open('/ru/?region=RU-TA', {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.locator('#card article').waitFor();
    const small = await page
      .locator(
        '.top :is(a, button), #map-controls :is(button, select), #card [data-action], #card summary',
      )
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && !each.matches('.skip'))
          .map((each) => ({ what: each.outerHTML.slice(0, 90), box: each.getBoundingClientRect() }))
          .filter(({ box }) => Math.round(box.height) < 44)
          .map(({ what, box }) => `${box.height}: ${what}`),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  it('every value of a table is in view, behind the name of its column', async () => {
    const page = await harness.open('/ru/about', { viewport: { width: 360, height: 740 } });
    for (const path of [
      '/ru/compare',
      '/zh/compare?operator=mts',
      '/ru/operators/mts',
      '/en/data',
    ]) {
      await page.goto(`${harness.origin()}${path}`);
      const faults = await page
        .locator('.rows td')
        .evaluateAll((all) =>
          all
            .filter(
              (each) =>
                each.getBoundingClientRect().right > innerWidth ||
                each.scrollWidth > each.clientWidth ||
                getComputedStyle(each, '::before').content.length < 3,
            )
            .map((each) => each.textContent?.slice(0, 40)),
        );
      expect([path, faults]).toEqual([path, []]);
    }
    await page.context().close();
  });

  it('the header takes at most a tenth of the screen', async () => {
    for (const path of ['/ru/', '/ru/regions/RU-TA']) {
      const page = await harness.open(path, { viewport: { width: 390, height: 844 } });
      const box = await page.locator('.top').boundingBox();
      expect(box?.height).toBeLessThanOrEqual(84);
      await page.context().close();
    }
  });
});

describe('what the reader asked the system for', () => {
  it('less motion: nothing moves', async () => {
    const page = await harness.open('/ru/', { reducedMotion: 'reduce' });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    await page.locator('[data-region-list] a').first().click();
    await page.locator('#card article').waitFor();
    const moving = await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((each) => Number(each.effect?.getComputedTiming().duration) > 0).length,
    );
    expect(moving).toBe(0);
    await page.context().close();
  });

  it('their own colours: what is chosen differs by more than a background', async () => {
    const page = await harness.open('/ru/?region=RU-TA', { forcedColors: 'active' });
    await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
    const outlines = await page
      .locator('[data-region-list] a[aria-current], [data-theme-choice][aria-pressed="true"]')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).outlineStyle));
    expect(outlines).toEqual(['solid', 'solid']);
    await page.context().close();
  });
});
