import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { alfaProblems, axeProblems } from './engines.ts';
import { useHarness } from './harness.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const harness = useHarness();

/** A state of the site: where it is and how a reader comes there. */
interface State {
  path: string;
  window?: BrowserContextOptions;
  reach?(page: Page): Promise<unknown>;
}

const drawn = (page: Page): Promise<unknown> =>
  page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });

const cardIsOpen = async (page: Page): Promise<void> => {
  await drawn(page);
  await page.locator('#card article').waitFor();
};

const STATES: Readonly<Record<string, State>> = {
  'the map with the list': { path: '/ru/', reach: drawn },
  'the map with an opened card': {
    path: '/ru/?region=RU-TA',
    reach: async (page) => {
      await cardIsOpen(page);
      await page.locator('#card details').first().locator('summary').click();
    },
  },
  'the search with its results': {
    path: '/en/',
    reach: async (page) => {
      await drawn(page);
      await page.locator('#search-input').fill('Kazan');
      await page.locator('#search-list li').first().waitFor();
    },
  },
  'another layer': {
    path: '/zh/',
    reach: async (page) => {
      await drawn(page);
      await page.locator('#map-controls select').first().selectOption('numbers');
    },
  },
  'the sheet on a phone': { path: '/ru/?region=RU-TA', window: PHONE, reach: cardIsOpen },
  'the menu on a phone': {
    path: '/ru/data',
    window: PHONE,
    reach: (page) => page.locator('.menu-button').click(),
  },
  'a region': {
    path: '/ru/regions/RU-TA',
    reach: (page) => page.locator('details summary').first().click(),
  },
  'an operator': { path: '/ru/operators/mts' },
  'all operators': { path: '/zh/operators' },
  'what differs': { path: '/en/differences' },
  'a report to fill in': { path: '/ru/report?region=RU-TA' },
  'operators compared': { path: '/en/compare?region=RU-SPE' },
  'plans of two operators in two regions, what differs': {
    path: '/ru/compare?region=RU-MOW&region=RU-SPE&operator=mts&operator=megafon&differences=only',
  },
  'regions compared': { path: '/zh/compare?operator=mts' },
  'the check with its result': {
    path: '/ru/check',
    reach: (page) => page.locator('#result').waitFor(),
  },
  'the guide': { path: '/en/guide' },
  'a page of the guide': { path: '/ru/guide/sharing' },
  'the data': { path: '/zh/data' },
  'about the project': { path: '/ru/about' },
  'no such page': { path: '/ru/nothing' },
  'a frame for other sites': { path: '/ru/embed/RU-TA' },
};

describe('two engines find no problem in', () => {
  for (const [name, { path, window = DESKTOP, reach }] of Object.entries(STATES)) {
    it(`${name}, in both themes`, async () => {
      const page = await harness.open(path, {
        ...window,
        reducedMotion: 'reduce',
        expected: ['404'],
      });
      await reach?.(page);
      expect([...(await axeProblems(page)), ...(await alfaProblems(page))]).toEqual([]);

      // The theme changes colours and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([
        ...(await axeProblems(page, 'colours')),
        ...(await alfaProblems(page, 'colours')),
      ]).toEqual([]);
      await page.context().close();
    });
  }
});
