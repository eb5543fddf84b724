import type { ComponentChildren } from 'preact';
import type { Column, FlatFeature } from '../../../data/core/features/collection.ts';

/** A link to a document: a step of the way to it, or another representation of it. */
export interface DocumentLink {
  readonly href: string;
  readonly title: string;
}

/** What stands around the content of a page of the API. */
export interface DocumentFrame {
  readonly title: string;
  /** The way from the landing page, that first. */
  readonly trail: readonly DocumentLink[];
  /** The other representations. */
  readonly alternates: readonly DocumentLink[];
  /** The same for machines, as JSON-LD; it stands in the head and runs nothing. */
  readonly linkedData?: object;
}

/** Styles of the pages of the API, which stand in each: no page needs another file. */
export const API_STYLE = `:root{color-scheme:light dark;--ink:#1d2430;--paper:#fff;--line:#c9d0da;--soft:#5a6676;--link:#0b5cad;--area:#dbe7f5}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--paper:#14181f;--line:#3a4350;--soft:#a3aebc;--link:#8fc1ff;--area:#22344a}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:70rem;margin:0 auto;padding:1rem}
a{color:var(--link)}nav{color:var(--soft)}h1{line-height:1.2}
table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.2rem 0}dt{color:var(--soft)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
pre{overflow-x:auto;border:1px solid var(--line);padding:.5rem}small,.none{color:var(--soft)}section{margin:1.5rem 0}
figure{margin:1rem 0}svg{max-width:100%;height:auto;border:1px solid var(--line)}.area{fill:var(--area);stroke:var(--link);stroke-width:.7}.point{fill:var(--link)}a:hover .area,a:focus .area{fill:var(--link)}
@media(max-width:40rem){dl{grid-template-columns:1fr}}`;

/** A page of features. */
export interface ItemsView {
  readonly columns: readonly Column[];
  readonly features: readonly FlatFeature[];
  readonly matched: number;
  /** Day of the verdicts. */
  readonly asOf: string;
  /** To the page before and the next, where there are such. */
  readonly paging: readonly (DocumentLink & { rel: string })[];
  readonly hrefOf: (id: string) => string;
}

/** What the reference says of an address. */
export interface ReferenceEntry {
  readonly method: string;
  /** OpenAPI form, below the version: `/collections/{collectionId}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string | undefined;
  /** A command that is answered. */
  readonly example: string;
  readonly answer: string;
  /** Media types of the answer. */
  readonly types: readonly string[];
}

/** A page of the API for people: trail, title, other representations, content. */
export function DocumentPage({
  frame,
  children,
}: {
  frame: DocumentFrame;
  children: ComponentChildren;
}) {
  const { title, trail, alternates, linkedData } = frame;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · Family eSIM Map API`}</title>
        <style dangerouslySetInnerHTML={{ __html: API_STYLE }} />
        {linkedData === undefined ? null : <LinkedData value={linkedData} />}
      </head>
      <body>
        <nav aria-label="Path">
          <a href="/">Family eSIM Map</a>
          {trail.map(({ href, title }) => (
            <>
              {' / '}
              <a href={href}>{title}</a>
            </>
          ))}
        </nav>
        <main>
          <h1>{title}</h1>
          <p>
            {alternates.map(({ href, title }, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <a href={href}>{title}</a>
              </>
            ))}
          </p>
          {children}
        </main>
      </body>
    </html>
  );
}

/** `<` is written as an escape of JSON, so that no text can end the element. */
function LinkedData({ value }: { value: object }) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
