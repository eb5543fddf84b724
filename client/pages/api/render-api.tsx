import { renderToString } from 'preact-render-to-string';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import {
  type DocumentFrame,
  DocumentPage,
  type ItemsView,
  type ReferenceEntry,
} from './document-page.tsx';
import { writeFeatureMap } from './feature-map.tsx';
import { writeReference } from './reference-page.tsx';
import { writeValue } from './value.tsx';

/** Stands where the content of a page is to be written; no text has it, since it is no character. */
const CONTENT = '\uffff';

/** A page whose content is written bit by bit, so that others can be answered meanwhile. */
function* write(frame: DocumentFrame, content: Iterable<string>): Iterable<string> {
  const page = renderToString(<DocumentPage frame={frame}>{CONTENT}</DocumentPage>);
  const at = page.lastIndexOf(CONTENT);
  yield `<!doctype html>${page.slice(0, at)}`;
  yield* content;
  yield page.slice(at + CONTENT.length);
}

/** A value as a page: its parts by name, links as links. */
export function renderValuePage(frame: DocumentFrame, value: unknown): Iterable<string> {
  return write(frame, writeValue(value));
}

/** A page of features as a map and a table. */
export function renderItemsPage(frame: DocumentFrame, page: ItemsView): Iterable<string> {
  return write(frame, writeItems(page));
}

/** One feature as a map and a list of its properties. */
export function renderFeaturePage(frame: DocumentFrame, feature: FlatFeature): Iterable<string> {
  return write(frame, writeFeature(feature));
}

function* writeFeature(feature: FlatFeature): Iterable<string> {
  const { id, geometry, properties } = feature;
  yield* writeFeatureMap([feature]);
  yield* writeValue({ id, ...properties, geometry });
}

/** The whole API to read; `document` is its OpenAPI document. */
export function renderReferencePage(
  frame: DocumentFrame,
  entries: readonly ReferenceEntry[],
  document: Readonly<Record<string, unknown>>,
): Iterable<string> {
  return write(frame, writeReference(entries, document));
}

/**
 * A page that leads on, for hosts that cannot redirect: a refresh, and a link for whoever is not led. The empty icon keeps
 * browsers from asking for one.
 */
export function redirectPage(location: string): string {
  const page = (
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{location}</title>
        <meta http-equiv="refresh" content={`0;url=${location}`} />
        <link rel="canonical" href={location} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a href={location}>{location}</a>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}\n`;
}

/** A page of features as a map and a table, each row leading to its feature; written bit by bit. */
function* writeItems(page: ItemsView): Iterable<string> {
  const { columns, features, matched, asOf, hrefOf } = page;
  const paging = <Paging links={page.paging} />;
  yield renderToString(
    <p>
      {features.length} of {matched} features, verdicts of {asOf}. {paging}
    </p>,
  );
  yield* writeFeatureMap(features, hrefOf);
  yield `<table>${renderToString(
    <thead>
      <tr>
        {['id', ...columns.map(({ name }) => name)].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>,
  )}<tbody>`;
  for (const { id, properties } of features) {
    yield renderToString(
      <tr>
        <th scope="row">
          <a href={hrefOf(id)}>{id}</a>
        </th>
        {columns.map(({ name }) => (
          <td>{properties[name] ?? <span class="none">–</span>}</td>
        ))}
      </tr>,
    );
  }
  yield `</tbody></table>${renderToString(<p>{paging}</p>)}`;
}

function Paging({ links }: { links: ItemsView['paging'] }) {
  return links.map(({ href, rel, title }, index) => (
    <>
      {index === 0 ? '' : ' · '}
      <a rel={rel} href={href}>
        {title}
      </a>
    </>
  ));
}
