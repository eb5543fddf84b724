import { describe, expect, it } from 'vitest';
import { listPages, renderPage } from '../../../client/server-entry.tsx';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

/** Region pages have a test of their own that reads each of them. */
const paths = listPages(context.dataset).filter((path) => !path.includes('/regions/'));

async function htmlOf(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const page = await renderPage({ path: pathname, query: searchParams }, context);
  expect(page.status).toBe(200);
  return page.html;
}

/** Text and attributes that people meet, without scripts, styles, examples of code and addresses. */
function words(html: string): string {
  const attributes = [...html.matchAll(/ (?:aria-label|title|placeholder|alt|content)="([^"]*)"/g)];
  const text = html.replace(/<(style|script|pre)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, '\n');
  return `${text}\n${attributes.map(([, value]) => value).join('\n')}`;
}

/** What a forgotten word looks like: a path of keys, a code with dashes that stands alone, a missing value. */
const RAW = [
  /\b(?:card|check|compare|guide|about|page|axes|labels|evidence|mapPage)\.[a-z]+[A-Z]?\w*\b/,
  /^\s*[a-z]+(?:-[a-z]+)+\s*$/m,
  /undefined|NaN|\[object|\bnull\b|function ?\(|=>/,
];

describe('every page', () => {
  it.each(paths)('%s is worded', async (path) => {
    const text = words(await htmlOf(path));
    for (const raw of RAW) expect(text.match(raw)?.[0]).toBeUndefined();
  });

  it.each([...paths.filter((path) => path.startsWith('/zh/')), '/zh/regions/RU-KYA'])(
    '%s has no half-width mark beside Chinese',
    async (path) => {
      const text = (await htmlOf(path)).replace(/<(style|script|pre)[\s\S]*?<\/\1>|<[^>]+>/g, '');
      const beside = /.{0,20}(?:\p{Script=Han}[”）]? ?[,:;()]|[,:;] ?\p{Script=Han}).{0,20}/u;
      expect(beside.exec(text)?.[0]).toBeUndefined();
    },
  );

  it('has a title of its own in each language', async () => {
    const pages = paths.filter((path) => !path.includes('/embed/'));
    const titles = await Promise.all(
      pages.map(async (path) => /<title>([^<]+)<\/title>/.exec(await htmlOf(path))?.[1] ?? ''),
    );
    expect(titles.filter((title) => title.trim().length < 8)).toEqual([]);
    const doubled = titles.filter((title, index) => titles.indexOf(title) !== index);
    expect(doubled).toEqual([]);
  });

  it.each(['/', '/check', '/guide', '/compare?region=RU-SPE', '/compare?operator=mts'])(
    'leads from %s to the same page in the other languages',
    async (path) => {
      for (const language of LANGUAGES) {
        const html = await htmlOf(`/${language}${path}`);
        for (const other of LANGUAGES) {
          const link = new RegExp(`<a[^>]*href="/${other}([^"]*)"[^>]*hreflang=`);
          expect(link.exec(html)?.[1]).toBe(path);
        }
        expect(html.match(/rel="alternate" hreflang=/g)?.length).toBe(LANGUAGES.length + 1);
      }
    },
  );
});
