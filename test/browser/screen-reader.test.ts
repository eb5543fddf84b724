import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

/** Addresses, on the tested site, at which the screen reader and what starts it are answered from here. */
const READER = '/virtual-screen-reader.js';
const STARTER = '/start-screen-reader.js';
const READER_FILE = fileURLToPath(
  new URL('index.browser.js', import.meta.resolve('@guidepup/virtual-screen-reader')),
);

const harness = useHarness();

/** Opens a page with a virtual screen reader that stands at its beginning. */
async function openWithReader(path: string): Promise<Page> {
  const page = await harness.open(path, { viewport: { width: 1280, height: 800 } });
  const files = new Map([
    [READER, await readFile(READER_FILE, 'utf8')],
    [STARTER, `import { virtual } from '${READER}'; globalThis.virtual = virtual;`],
  ]);
  for (const [path, body] of files) {
    await page.route(`**${path}`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
  }
  await page.addScriptTag({ url: STARTER, type: 'module' });
  await page.evaluate(() => globalThis.virtual.start({ container: document.body }));
  return page;
}

declare global {
  var virtual: typeof import('@guidepup/virtual-screen-reader')['virtual'];
}

type Jump = 'moveToNextLink' | 'moveToNextHeading' | 'next';

/** Moves on until a phrase contains `text`; returns the phrases that were spoken on the way. */
function listenFor(page: Page, jump: Jump, text: string): Promise<string[]> {
  return page.evaluate(
    async ({ jump, text }) => {
      const { virtual } = globalThis;
      const spoken: string[] = [];
      // A space that does not break is spoken as any other.
      const plain = (phrase: string): string => phrase.replaceAll('\u00a0', ' ');
      for (let step = 0; step < 300; step += 1) {
        if (jump === 'next') await virtual.next();
        else await virtual.perform(virtual.commands[jump]);
        spoken.push(await virtual.lastSpokenPhrase());
        if (plain(spoken.at(-1) ?? '').includes(plain(text))) return spoken;
      }
      throw new Error(`"${text}" was never spoken, but: ${spoken.slice(0, 40).join(' | ')}`);
    },
    { jump, text },
  );
}

const press = (page: Page): Promise<void> => page.evaluate(() => globalThis.virtual.act());

const spokenSince = (page: Page, count: number): Promise<string[]> =>
  page.evaluate(async (from) => (await globalThis.virtual.spokenPhraseLog()).slice(from), count);

describe('with a screen reader', () => {
  it('a reader finds their region in the list, hears that it opened, the sentence, its support, an operator and its number', async () => {
    const page = await openWithReader('/ru/');
    // Before its scripts work a link leads to the region's page, as it does without them.
    await page.locator('#map-controls button').first().waitFor();
    const toRegion = await listenFor(page, 'moveToNextLink', 'Татарстан');
    expect(toRegion.at(-1)).toMatch(/^link, Татарстан /);

    const before = (await spokenSince(page, 0)).length;
    await press(page);
    await page.locator('#card article[data-region="RU-TA"]').waitFor();
    expect((await spokenSince(page, before)).join('\n')).toMatch(
      /polite: Открыт регион Татарстан: .*условиях/,
    );

    expect(await listenFor(page, 'moveToNextHeading', 'Татарстан')).toContain(
      'heading, Татарстан, level 2',
    );
    const sentence = await page.locator('#card .verdict strong').innerText();
    await listenFor(page, 'next', sentence);

    // Then how well it is known, whom to ask, and the number: in this order.
    await listenFor(page, 'next', await page.locator('#card .support').innerText());
    await listenFor(page, 'next', await page.locator('#card .who').first().innerText());
    const toCall = await listenFor(page, 'next', 'Позвонить');
    expect(toCall.join('\n')).not.toMatch(/undefined|#v-|RU-TA/);
    await page.context().close();
  });

  it('a region page is heard in the order in which it is seen', async () => {
    const page = await openWithReader('/en/regions/RU-SA');
    const headings: string[] = [];
    for (const text of ['Sakha', 'Conditions', 'Operators', 'What to do', 'Sources']) {
      headings.push((await listenFor(page, 'moveToNextHeading', text)).at(-1) ?? '');
    }
    expect(headings[0]).toMatch(/Sakha.*level 1/);
    const tops = await page
      .locator('main :is(h1, h2, h3)')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await page.context().close();
  });
});
