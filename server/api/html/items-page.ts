import type { FlatFeature, FlatValue } from '../../../data/core/features/collection.ts';
import { alternatesOf, apiHref, type Link } from '../../links.ts';
import type { Answer } from '../../middleware/answer.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import type { Page } from '../collections/select-items.ts';
import { documentPage, escapeHtml, renderValue } from './document-page.ts';

/** A page of features as a table, each row leading to its feature. */
export function itemsPage(collection: LiveCollection, page: Page, links: readonly Link[]): Answer {
  const { columns } = collection;
  const head = ['id', ...columns.map(({ name }) => name)].map(
    (name) => `<th scope="col">${escapeHtml(name)}</th>`,
  );
  const rows = page.items.map(({ feature }) => {
    const href = escapeHtml(
      `${apiHref('', `/collections/${collection.id}/items/${feature.id}`)}?f=html`,
    );
    const cells = columns.map(({ name }) => `<td>${cell(feature.properties[name])}</td>`);
    return `<tr><th scope="row"><a href="${href}">${escapeHtml(feature.id)}</a></th>${cells.join('')}</tr>`;
  });
  const paging = links
    .filter(({ rel }) => rel === 'prev' || rel === 'next')
    .map(
      ({ href, rel, title }) =>
        `<a rel="${rel}" href="${escapeHtml(href)}">${escapeHtml(title ?? rel)}</a>`,
    )
    .join(' · ');
  return documentPage({
    title: collection.title,
    trail: trailOf(collection),
    alternates: alternatesOf(links),
    content: `<p>${page.items.length} of ${page.matched} features, verdicts of ${page.asOf}. ${paging}</p>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table><p>${paging}</p>`,
  });
}

/** One feature as a list of its properties. */
export function featurePage(
  collection: LiveCollection,
  feature: FlatFeature,
  links: readonly Link[],
): Answer {
  const { geometry, properties } = feature;
  return documentPage({
    title: `${collection.title}: ${feature.id}`,
    trail: trailOf(collection),
    alternates: alternatesOf(links),
    content: renderValue({ id: feature.id, ...properties, geometry }),
  });
}

function trailOf({ id, title }: LiveCollection) {
  return [
    { href: `${apiHref('', '/collections')}?f=html`, title: 'Collections' },
    { href: `${apiHref('', `/collections/${id}`)}?f=html`, title },
    { href: `${apiHref('', `/collections/${id}/items`)}?f=html`, title: 'Features' },
  ];
}

function cell(value: FlatValue | undefined): string {
  return value === null || value === undefined
    ? '<span class="none">–</span>'
    : escapeHtml(String(value));
}
