import type { Dataset } from '../../data/core/schema/dataset.ts';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { GUIDE_TOPICS } from '../components/context/guide-topics.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { languageTag } from '../i18n/languages.ts';
import { COMPARE_CSV, SUMMARY_CSV } from './csv-tables.ts';
import { CHANGES_FEED } from './feeds.ts';

/** Addresses below the language of every page that search engines may list. */
function paths(dataset: Dataset): string[] {
  return [
    '/',
    ...dataset.regions.map((region) => `/regions/${region.id}`),
    '/operators',
    ...dataset.operators.map((operator) => `/operators/${operator.id}`),
    '/check',
    '/compare',
    '/differences',
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

/** Endings of what tells of changes in a region or at an operator. */
const FEED_ENDINGS = ['atom', 'json', 'ics'] as const;

/** Addresses of what belongs to a page without being one: feeds, table of answers, and for a region badge, locator map, the answer as text. */
export function listPageFiles(dataset: Dataset): string[] {
  return LANGUAGES.flatMap((language) => [
    `/${language}${CHANGES_FEED}`,
    `/${language}${SUMMARY_CSV}`,
    `/${language}${COMPARE_CSV}`,
    ...dataset.regions.flatMap(({ id }) => [
      `/${language}/badge/${id}.svg`,
      `/${language}/locator/${id}.svg`,
      `/${language}/text/${id}.txt`,
    ]),
    ...[
      ...dataset.regions.map(({ id }) => `/regions/${id}`),
      ...dataset.operators.map(({ id }) => `/operators/${id}`),
    ].flatMap((path) => FEED_ENDINGS.map((ending) => `/${language}${path}.${ending}`)),
  ]);
}

/** `sitemap.xml` (sitemaps.org 0.9) with every language of each page. It holds ids, days and an origin: nothing to escape. */
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

/** Way from the map to a page, as schema.org `BreadcrumbList`: names and addresses below the language. */
export function breadcrumb(
  context: PageContext,
  language: Language,
  way: readonly (readonly [name: string, path: string])[],
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${context.origin ?? ''}/${language}${path}`,
    })),
  };
}
