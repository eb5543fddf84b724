import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import {
  listPages,
  renderPage,
  renderPlainText,
  renderRobots,
  renderSitemap,
} from '../../../client/server-entry.tsx';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

async function ask(path: string, query = '', reader: Language = 'ru') {
  return renderPage({ path, query: new URLSearchParams(query), reader }, context);
}

describe('addresses', () => {
  it('lead from the root to the reader’s language', async () => {
    expect(await ask('/', '', 'zh')).toMatchObject({ status: 302, location: '/zh/' });
    expect(await ask('/en')).toMatchObject({ status: 301, location: '/en/' });
  });

  it.each([
    '/ru/nothing',
    '/ru/regions/RU-XXX',
    '/ru/regions/RU-MOW/more',
    '/ru/guide/none',
    '/ru/embed',
  ])('%s has no page and says so in Russian', async (path) => {
    const page = await ask(path);
    expect(page).toMatchObject({ status: 404, language: 'ru' });
    expect(page.html).toContain('Такой страницы нет');
  });

  it('answer an unknown language in the reader’s', async () => {
    expect(await ask('/de/', '', 'en')).toMatchObject({ status: 404, language: 'en' });
  });

  it('ask the search for no more than its API may be asked', async () => {
    const asked: string[] = [];
    const findPlaces = (query: string) => {
      asked.push(query);
      return { hits: [], total: 0, ignored: [] };
    };
    const query = new URLSearchParams({ q: 'село '.repeat(2_000) });
    await renderPage({ path: '/ru/', query, reader: 'ru' }, { ...context, findPlaces });
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });

  it('escape what the reader typed', async () => {
    const page = await ask('/ru/', 'q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page.html).not.toContain('<script>alert');
    const lost = await ask('/ru/<img src=x onerror=alert(1)>');
    expect(lost.html).not.toContain('<img src=x');
  });
});

describe('every page', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Preact writes void elements and boolean attributes in its own, valid way.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'off',
      'long-title': 'off',
      // The map's data block and its many links are one line.
      'no-raw-characters': 'off',
      // Text is data: sources' titles hold numbers that look like telephone numbers.
      'tel-non-breaking': 'off',
      // Two fields of one name are how a form asks for a list.
      'form-dup-name': 'off',
      // Stacked tables state the roles that WebKit would take from them.
      'no-redundant-role': 'off',
    },
  });

  it('is valid HTML, answers 200 and says its language', async () => {
    const all = listPages(context.dataset);
    // All pages but of regions and operators, of which one in ten stands for the rest.
    const some = all.filter((path, index) => !/RU-|operators/.test(path) || index % 10 === 0);
    const messages: string[] = [];
    for (const path of some) {
      const page = await ask(path);
      expect([path, page.status]).toEqual([path, 200]);
      const report = validator.validateStringSync(page.html);
      for (const result of report.results) {
        for (const { ruleId, message, line, column } of result.messages) {
          messages.push(`${path} ${ruleId} ${message} ${line}:${column}`);
        }
      }
    }
    expect([...new Set(messages)]).toEqual([]);
  });

  it('allows its own inline style and no inline script', async () => {
    for (const path of ['/ru/regions/RU-MOW', '/ru/compare']) {
      const page = await ask(path);
      const styles = [...page.html.matchAll(/<style>([\s\S]*?)<\/style>/g)];
      expect(styles.length).toBeGreaterThan(0);
      for (const [, style = ''] of styles) {
        const hash = createHash('sha256').update(style).digest('base64');
        expect(page.inlineHashes).toContain(`'sha256-${hash}'`);
      }
      expect(page.html).not.toMatch(/ on[a-z]+="/);
      expect(page.html).not.toMatch(/ style="/);
    }
  });

  it('names itself in every language', async () => {
    const { html } = await ask('/en/regions/RU-TA');
    for (const path of ['/ru/regions/RU-TA', '/en/regions/RU-TA', '/zh/regions/RU-TA']) {
      expect(html).toContain(`href="https://example.org${path}"`);
    }
    expect(html).toContain('hreflang="x-default"');
  });
});

describe('the map page', () => {
  it.each(LANGUAGES)(
    'has all 83 regions with their verdicts before any script in %s',
    async (language) => {
      const { html } = await ask(`/${language}/`);
      const list = /<ul data-region-list[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
      expect(list.match(/data-region="RU-/g)).toHaveLength(83);
      expect(list.match(/data-verdict="(yes|partial|no|unknown)"/g)?.length).toBeGreaterThanOrEqual(
        83,
      );
      expect(html.indexOf('data-region-list')).toBeLessThan(html.indexOf('page-data'));
    },
  );

  it('opens the card of the region that the address names', async () => {
    const { html } = await ask('/ru/', 'region=RU-TA');
    expect(html).toContain('<article class="card" data-region="RU-TA">');
  });
});

describe('comparing', () => {
  it('sorts by the column that the address names', async () => {
    const { html } = await ask('/en/compare', 'region=RU-TA&sort=numbers');
    const sorted = [...html.matchAll(/class="num" data-sort="(-?\d+)"/g)].map((match) =>
      Number(match[1]),
    );
    const numbers = sorted.filter((_, index) => index % 2 === 1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(html).toContain('aria-sort="descending"');
  });

  it('shows every region of one operator', async () => {
    const { html } = await ask('/zh/compare', 'operator=mts');
    expect(html.match(/<th [^>]*scope="row"/g)).toHaveLength(83);
  });
});

describe('pictures', () => {
  it('show where a region lies and what its answer is', async () => {
    const badge = await ask('/en/badge/RU-MOW.svg');
    expect(badge).toMatchObject({ status: 200, contentType: 'image/svg+xml' });
    expect(badge.html).toContain('Moscow: ');
    const locator = await ask('/ru/locator/RU-TA.svg');
    expect(locator.html.match(/<path/g)).toHaveLength(83);
    expect((await ask('/ru/badge/RU-XXX.svg')).status).toBe(404);
  });
});

describe('for machines', () => {
  it('answers in plain text in a few lines', () => {
    const text = renderPlainText(context.assess('RU-TA'), context.dataset, 'en');
    expect(text.split('\n').length).toBeLessThan(45);
    expect(text).toContain('Tatarstan (RU-TA)');
    expect(text).not.toMatch(/undefined|<|&amp;/);
  });

  it('lists every page in the sitemap and nothing in frames', () => {
    const sitemap = renderSitemap(context.dataset, 'https://example.org');
    expect(sitemap.match(/<loc>/g)?.length).toBeGreaterThan(3 * 83);
    expect(sitemap).not.toContain('/embed/');
    expect(renderRobots('https://example.org')).toContain('https://example.org/sitemap.xml');
  });

  it('lets other sites frame the embed page and no other', async () => {
    expect((await ask('/ru/embed/RU-MOW')).embeddable).toBe(true);
    expect((await ask('/ru/regions/RU-MOW')).embeddable).toBe(false);
    expect((await ask('/ru/embed-code/RU-MOW')).embeddable).toBe(false);
  });
});

describe('an address as people type it', () => {
  it.each([
    ['/ru/regions/RU-TA/', '/ru/regions/RU-TA'],
    ['/ru/regions/ru-ta', '/ru/regions/RU-TA'],
    ['/RU/Regions/Ru-Ta/', '/ru/regions/RU-TA'],
    ['/ru/Regions/Ru-Ta/', '/ru/regions/RU-TA'],
    ['/en/operators/MTS', '/en/operators/mts'],
    ['/en/operators/', '/en/operators'],
    ['/zh/Check/', '/zh/check'],
    ['/ru/regions/RU-TA.html', '/ru/regions/RU-TA'],
    ['/ru/regions/ru-ta/index.html', '/ru/regions/RU-TA'],
    ['/en/index.html', '/en/'],
    ['/en//operators//mts', '/en/operators/mts'],
    ['/en/about.htm', '/en/about'],
    ['//ru//regions/RU-TUL', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU%2DTUL', '/ru/regions/RU-TUL'],
    ['/%7Ah/check', '/zh/check'],
    ['/ru/regions/RU-TUL%2F', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU_TUL', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU%E2%80%93TUL', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU-TUL%E2%80%8B', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU-TUL).', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU-TUL%C2%BB,', '/ru/regions/RU-TUL'],
    ['/ru/regions/RU-TUL;jsessionid=5', '/ru/regions/RU-TUL'],
    ['/en-GB/regions/RU-TUL', '/en/regions/RU-TUL'],
    ['/zh-Hans-CN/', '/zh/'],
    ['/ru_RU/operators/t2', '/ru/operators/t2'],
    ['/en/Summary.csv/', '/en/summary.csv'],
    ['/ru/regions', '/ru/'],
  ])('%s leads to %s for good', async (path, location) => {
    const page = await renderPage({ path, query: new URLSearchParams('x=1') }, context);
    expect(page).toMatchObject({ status: 308, location: `${location}?x=1` });
  });

  it.each([
    ['/regions/RU-TUL', '/zh/regions/RU-TUL'],
    ['/check/', '/zh/check'],
    ['/index.html', '/zh/'],
  ])('%s without a language leads to %s in that of the reader', async (path, location) => {
    const request = { path, query: new URLSearchParams('x=1'), reader: 'zh' as const };
    expect(await renderPage(request, context)).toMatchObject({
      status: 302,
      location: `${location}?x=1`,
    });
  });

  it.each([
    '//example.org/ru/',
    '/de/regions/RU-TUL',
    '/%E0%A4%A/',
    '/ru/regions/%FF',
    '/ru/cases',
    '/ru/regions/RU-XX/',
    '/ru/nothing/',
  ])('%s is still no page', async (path) => {
    const page = await renderPage({ path, query: new URLSearchParams() }, context);
    expect(page.status).toBe(404);
  });

  it('has a search and every region where there is no page', async () => {
    const { html } = await renderPage(
      { path: '/en/nothing', query: new URLSearchParams() },
      context,
    );
    expect(html).toContain('id="search-input"');
    for (const { id } of context.dataset.regions) expect(html).toContain(`/en/regions/${id}"`);
  });
});
