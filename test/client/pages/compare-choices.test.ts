import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createActionModel } from '../../../client/components/card/action-model.ts';
import { renderPage } from '../../../client/server-entry.tsx';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

async function ask(query: string, language: Language = 'en', path = '/compare') {
  return renderPage({ path: `/${language}${path}`, query: new URLSearchParams(query) }, context);
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .trim();

/** Rows of the table on the page: the words of each cell. */
function rowsOf(html: string): string[][] {
  const body = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? '';
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => plain(cell)),
  );
}

function headingsOf(html: string): string[] {
  const head = /<thead[\s\S]*?<\/thead>/.exec(html)?.[0] ?? '';
  return [...head.matchAll(/<th [\s\S]*?<\/th>/g)].map(([cell]) => plain(cell));
}

async function fileOf(query: string, language: Language = 'en'): Promise<string[][]> {
  const { html } = await ask(query, language, '/compare.csv');
  return parse(html, { bom: true });
}

const BOTH = 'region=RU-MOW&region=RU-SPE&operator=mts&operator=megafon';

describe('an address that names what is not there', () => {
  it.each(LANGUAGES)('says so in %s, and still compares the rest', async (language) => {
    const { html } = await ask('region=RU-XX&region=RU-SPE&operator=', language);
    expect(plain(html)).toContain('RU-XX');
    expect(rowsOf(html).length).toBeGreaterThan(0);
    expect(plain((await ask('region=RU-SPE&operator=', language)).html)).not.toContain('RU-XX');
  });
});

describe('the file of an address that names what is not there', () => {
  it.each(['region=RU-XX', 'region=RU-SPE&operator=nobody'])(
    'is not made for %s',
    async (query) => {
      const { status, contentType, html } = await ask(query, 'en', '/compare.csv');
      expect(status).toBe(404);
      expect(contentType).toContain('text/html');
      expect(plain(html)).toMatch(/There is no such region or operator here: (?:RU-XX|nobody)/);
    },
  );
});

describe('the support of a plan that local sources speak of', () => {
  it('is said apart from the rest, as on the card and the map', async () => {
    const { html } = await ask('region=RU-SPE&operator=megafon', 'ru');
    const { supportText } =
      createActionModel({ ...context, assessment: context.assess('RU-SPE'), language: 'ru' }) ?? {};
    expect(supportText).toContain('именно для этого региона');
    expect(rowsOf(html)[0]).toContain(supportText);
  });
});

describe('two regions and two operators', () => {
  it('give a row for each plan of each operator in each region', async () => {
    const { html } = await ask(BOTH);
    const rows = rowsOf(html);
    const expected = ['mts', 'megafon'].flatMap((operatorId) =>
      ['RU-MOW', 'RU-SPE'].map(
        (regionId) =>
          context.assess(regionId).operators.find((each) => each.operatorId === operatorId)?.plans
            .length ?? 0,
      ),
    );
    expect(rows).toHaveLength(expected.reduce((sum, each) => sum + each, 0));
    expect(headingsOf(html).slice(0, 3)).toEqual(['Plan', 'Operator', 'Region']);
    for (const [, operator, region] of rows) {
      expect(['MTS', 'MegaFon']).toContain(operator);
      expect(['Moscow', 'Saint Petersburg']).toContain(region);
    }
  });

  it('put the same plan of both regions side by side', async () => {
    const rows = rowsOf((await ask('region=RU-MOW&region=RU-SPE&operator=megafon')).html);
    const regions = rows.map(([, , region]) => region);
    expect(regions.slice(0, 2)).toEqual(['Moscow', 'Saint Petersburg']);
  });

  it('say beside every value how well it is known', async () => {
    for (const query of [BOTH, 'region=RU-TA', 'operator=mts', `${BOTH}&differences=only`]) {
      const headings = headingsOf((await ask(query)).html);
      expect(headings.includes('Answer')).toBe(headings.includes('How well it is known'));
      const place = headings.indexOf('How well it is known');
      for (const row of rowsOf((await ask(query)).html)) {
        if (place >= 0) expect(row[place]).not.toBe('');
      }
    }
  });

  it('are at most two of each, known ones, each once', async () => {
    const many = 'region=RU-XX&region=RU-TA&region=&region=RU-TA&region=RU-MOW&region=RU-SPE';
    const { html } = await ask(`${many}&operator=nobody&operator=mts&operator=t2&operator=megafon`);
    const rows = rowsOf(html);
    expect(new Set(rows.map(([, , region]) => region))).toEqual(new Set(['Tatarstan', 'Moscow']));
    expect(new Set(rows.map(([, operator]) => operator))).toEqual(new Set(['MTS', 'T2']));
  });
});

describe('one kind of sharing', () => {
  it('leaves plans of other kinds out and says how many rows that are', async () => {
    const { html } = await ask('region=RU-TA&sharing=bundle');
    const pooled = context
      .assess('RU-TA')
      .operators.filter(({ sharing }) => sharing.bundle.planId !== undefined);
    expect(rowsOf(html)).toHaveLength(pooled.length);
    expect(html).toMatch(/Left out: \d+/);
    expect(html).not.toContain('not shared: each number has its own bundle');
  });

  it('lists no plan where one pays among those with a shared bundle', async () => {
    const all = rowsOf((await ask('region=RU-TA&operator=mts')).html);
    const bundle = rowsOf((await ask('region=RU-TA&operator=mts&sharing=bundle')).html);
    const payer = rowsOf((await ask('region=RU-TA&operator=mts&sharing=payer')).html);
    expect(bundle.length + payer.length).toBeLessThanOrEqual(all.length);
    for (const row of bundle) expect(payer).not.toContainEqual(row);
  });
});

describe('only differences', () => {
  it('leave out the columns that say the same in every row, and say once what that is', async () => {
    const all = await ask('region=RU-MOW&region=RU-SPE&operator=mts');
    const { html } = await ask('region=RU-MOW&region=RU-SPE&operator=mts&differences=only');
    const headings = headingsOf(html);
    const rows = rowsOf(html);
    expect(rows).toHaveLength(rowsOf(all.html).length);
    expect(headings.length).toBeLessThan(headingsOf(all.html).length);
    headings.slice(1).forEach((heading, index) => {
      if (['Answer', 'How well it is known'].includes(heading)) return;
      expect([heading, new Set(rows.map((row) => row[index + 1])).size > 1]).toEqual([
        heading,
        true,
      ]);
    });
    expect(html).toContain('The same in all rows: Operator: MTS');
  });
});

describe('the address', () => {
  it('keeps every choice in the form, in the links that sort and in that to the file', async () => {
    const query = `${BOTH}&sharing=bundle&differences=only&sort=fee`;
    const { html } = await ask(query);
    const choices = new URLSearchParams(query);
    choices.delete('sort');
    const links = [...html.matchAll(/href="(\?[^"]*sort=[^"]*|[^"]*compare\.csv\?[^"]*)"/g)].map(
      (match) => new URLSearchParams(plain(match[1] ?? '').replace(/^[^?]*\?/, '')),
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      link.delete('sort');
      expect(String(link)).toBe(String(choices));
    }
    const selected = [...html.matchAll(/<option[^>]* value="([^"]+)"[^>]*>/g)].flatMap(
      ([tag, value]) => (tag.includes(' selected') ? [value] : []),
    );
    expect(selected).toEqual(['RU-MOW', 'RU-SPE', 'mts', 'megafon', 'bundle']);
    expect(html).toMatch(/<input type="checkbox" name="differences" value="only" checked/);
    expect(html).toContain('<input type="hidden" name="sort" value="fee"');
  });

  it('of what nobody knows is answered like that of nothing', async () => {
    const page = await ask('region=RU-XX&operator=nobody&sharing=sometimes&sort=nothing');
    expect(page.status).toBe(200);
    expect(rowsOf(page.html)).toEqual(rowsOf((await ask('')).html));
  });
});

describe('the file', () => {
  it.each(LANGUAGES)('holds what stands on the screen, in %s', async (language) => {
    for (const query of [
      `${BOTH}&sort=fee`,
      'region=RU-TA&sharing=bundle',
      'operator=t2&differences=only&sort=numbers',
    ]) {
      const { html } = await ask(query, language);
      const [headings = [], ...rows] = await fileOf(query, language);
      expect(headings.slice(0, -2)).toEqual(headingsOf(html));
      expect(rows).toHaveLength(rowsOf(html).length);
      const onScreen = rowsOf(html);
      rows.forEach((row, index) => {
        expect(row[0]).toBe(onScreen[index]?.[0]);
        expect(row.at(-1)).toBe(context.asOf);
      });
    }
  });

  it('names in each row the addresses that it is told by, which the data have', async () => {
    const known = new Set(context.dataset.sources.map(({ url }) => url));
    const [headings = [], ...rows] = await fileOf(BOTH);
    expect(headings.at(-2)).toBe('Sources');
    for (const row of rows) {
      const addresses = (row.at(-2) ?? '').split(' ');
      expect(addresses.filter((address) => !known.has(address))).toEqual([]);
      expect(addresses.length).toBeGreaterThan(0);
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });

  it('is a file of its own type', async () => {
    const file = await ask(BOTH, 'ru', '/compare.csv');
    expect(file).toMatchObject({ status: 200, contentType: expect.stringContaining('text/csv') });
    expect(file.html.startsWith('\ufeff')).toBe(true);
  });
});
