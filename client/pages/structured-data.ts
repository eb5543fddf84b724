import type { Language } from '../../data/schema/localized-text.ts';
import type { PageContext } from './page-context.ts';

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
