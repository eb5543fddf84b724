import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const { open } = useHarness();

/** A page of each kind whose parts are made of values, links and their sources. */
const PAGES = [
  '/regions/RU-TA',
  '/regions/RU-KDA',
  '/operators',
  '/operators/mts',
  '/operators/t2',
  '/compare?region=RU-MOW&region=RU-SPE&operator=mts&operator=megafon',
  '/differences',
  '/guide',
  '/data',
  '/about',
  '/cases',
];

/** Where a text ends on a line and the text of another element begins in the same place, both with a letter or a mark. */
async function runTogether(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    const boxOf = (text: Text, from: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect();
    };
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('script, style, pre, sup') === null
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    );
    let last: Text | undefined;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (!(node instanceof Text) || node.data === '') continue;
      const ends = last !== undefined && /[\p{L}\p{N})»”.,;:]$/u.test(last.data);
      if (last !== undefined && ends && /^[\p{L}\p{N}(«“₽]/u.test(node.data)) {
        const before = boxOf(last, last.length - 1);
        const after = boxOf(node, 0);
        const isSameLine = Math.abs(before.bottom - after.bottom) < before.height / 2;
        const isDrawn = before.width > 0 && after.width > 0;
        const isOther = last.parentElement !== node.parentElement;
        if (isDrawn && isOther && isSameLine && Math.abs(after.left - before.right) < 1.5) {
          found.push(`${last.data.slice(-30)}|${node.data.slice(0, 30)}`);
        }
      }
      last = node;
    }
    return found;
  });
}

it.each(['ru', 'en'])('no two parts of a page run together, in %s', async (language) => {
  const found: string[] = [];
  for (const path of PAGES) {
    const page = await open(`/${language}${path}`);
    for (const words of await runTogether(page)) found.push(`${path}: ${words}`);
    await page.context().close();
  }
  expect(found).toEqual([]);
});
