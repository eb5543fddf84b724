import type { Dataset } from '../../data/schema/dataset.ts';
import { LANGUAGES } from '../../data/schema/localized-text.ts';
import { languageTag } from '../i18n/language.ts';
import { CHANGES_FEED } from './changes-feed.ts';
import { GUIDE_TOPICS } from './guide-topics.ts';

/** Addresses below the language of every page that search engines may list. */
function paths(dataset: Dataset): string[] {
  return [
    '/',
    ...dataset.regions.map((region) => `/regions/${region.id}`),
    ...dataset.operators.map((operator) => `/operators/${operator.id}`),
    '/check',
    '/compare',
    '/guide',
    ...GUIDE_TOPICS.map((topic) => `/guide/${topic}`),
    '/data',
    '/changes',
    '/about',
  ];
}

/** Addresses of every page in every language: for a static export and for tests. */
export function listPages(dataset: Dataset): string[] {
  return LANGUAGES.flatMap((language) => [
    ...paths(dataset).map((path) => `/${language}${path}`),
    ...dataset.regions.flatMap(({ id }) => [
      `/${language}/embed/${id}`,
      `/${language}/embed-code/${id}`,
    ]),
  ]);
}

/** Addresses of what belongs to a page without being one: feed, and for a region badge, locator map, the answer as text. */
export function listPageFiles(dataset: Dataset): string[] {
  return LANGUAGES.flatMap((language) => [
    `/${language}${CHANGES_FEED}`,
    ...dataset.regions.flatMap(({ id }) => [
      `/${language}/badge/${id}.svg`,
      `/${language}/locator/${id}.svg`,
      `/${language}/text/${id}.txt`,
    ]),
  ]);
}

/** `sitemap.xml` (sitemaps.org 0.9) with every language of each page. */
export function renderSitemap(dataset: Dataset, origin: string): string {
  const urls = paths(dataset).flatMap((path) => {
    const alternates = LANGUAGES.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${languageTag(language)}" href="${origin}/${language}${path}"/>`,
    ).join('');
    return LANGUAGES.map(
      (language) =>
        `<url><loc>${origin}/${language}${path}</loc><lastmod>${dataset.checkedOn}</lastmod>${alternates}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('\n')}</urlset>\n`;
}

/** `robots.txt`: everything may be read; frames for other sites are not pages of their own. */
export function renderRobots(origin: string | undefined): string {
  const rules = ['User-agent: *', 'Disallow: /*/embed/'];
  return `${[...rules, ...(origin === undefined ? [] : [`Sitemap: ${origin}/sitemap.xml`])].join('\n')}\n`;
}
