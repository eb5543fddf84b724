import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import type { DocumentFrame, ItemsView, ReferenceEntry } from './document-frame.ts';
import { DocumentPage } from './document-page.tsx';
import { FeatureMap } from './feature-map.tsx';
import { ItemsPage } from './items-page.tsx';
import { ReferencePage } from './reference-page.tsx';
import { Value } from './value.tsx';

function render(frame: DocumentFrame, content: ComponentChildren): string {
  return `<!doctype html>${renderToString(<DocumentPage frame={frame}>{content}</DocumentPage>)}`;
}

/** A value as a page: its parts by name, links as links. */
export function renderValuePage(frame: DocumentFrame, value: unknown): string {
  return render(frame, <Value value={value} />);
}

/** A page of features as a map and a table. */
export function renderItemsPage(frame: DocumentFrame, page: ItemsView): string {
  return render(frame, <ItemsPage page={page} />);
}

/** One feature as a map and a list of its properties. */
export function renderFeaturePage(frame: DocumentFrame, feature: FlatFeature): string {
  const { id, geometry, properties } = feature;
  return render(
    frame,
    <>
      <FeatureMap features={[feature]} />
      <Value value={{ id, ...properties, geometry }} />
    </>,
  );
}

/** The whole API to read; `document` is its OpenAPI document. */
export function renderReferencePage(
  frame: DocumentFrame,
  entries: readonly ReferenceEntry[],
  document: Readonly<Record<string, unknown>>,
): string {
  return render(frame, <ReferencePage entries={entries} document={document} />);
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
