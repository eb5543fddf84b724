import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { renderPage } from '../../../client/server-entry.tsx';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = { ...(await createRealContext()), origin: 'https://map.example' };

const summaryIn = (language: string) =>
  renderPage({ path: `/${language}/summary.csv`, query: new URLSearchParams() }, context);

it.each(LANGUAGES)(
  'a row a region in words of %s, with plans, prices and sources',
  async (language) => {
    const page = await summaryIn(language);
    expect(page.contentType).toMatch(/^text\/csv; charset=utf-8/);
    const [head = [], ...rows]: string[][] = parse(page.html, { bom: true });
    expect(rows).toHaveLength(context.dataset.regions.length);
    const names = context.dataset.regions.map(({ name }) => name[language]);
    expect(rows.map(([name]) => name).toSorted()).toEqual(names.toSorted());
    for (const row of rows) {
      expect(row).toHaveLength(head.length);
      const [, id = '', answer, support] = row;
      expect(answer).not.toBe('');
      expect(support).not.toBe('');
      expect(row.at(-2)).toBe(`https://map.example/${language}/regions/${id}`);
      for (const address of (row.at(-1) ?? '').split(' ')) expect(address).toMatch(/^https?:/);
    }
  },
);

it('begins with the mark that spreadsheets need for other letters than Latin ones', async () => {
  expect((await summaryIn('ru')).html.startsWith('\uFEFF')).toBe(true);
});
