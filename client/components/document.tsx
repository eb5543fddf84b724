import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Dataset } from '../../data/core/schema/dataset.ts';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate } from '../i18n/grammar/format.ts';
import { languageTag } from '../i18n/languages.ts';
import { type DataFile, dataFileUrl, releaseOf } from './context/data-files.ts';
import type { PageContext, RenderedPage } from './context/page-context.ts';
import { SearchForm, type Section, SiteHeader } from './site-header.tsx';
import { VerdictShapes } from './verdict-icon.tsx';

/** Day of the data and licences, on every page. */
function SiteFooter({ language, dataset }: { language: Language; dataset: Dataset }) {
  const { page } = catalogueOf(language);
  return (
    <footer class="end">
      <p>
        {page.dataOf(formatDate(language, dataset.checkedOn))}
        {' · '}
        <a href={`/${language}/about`}>{page.nav.about}</a>
        {' · '}
        {page.licence}{' '}
        <a href={`/${language}/`} data-last-region={`/${language}/regions/`} hidden>
          {page.lastRegion}
        </a>
      </p>
    </footer>
  );
}

/** Who made outlines that stand in place of the shipped ones. */
export function BoundaryCredit(props: { dataset: Dataset; language: Language }) {
  const { boundarySource } = props.dataset;
  if (boundarySource === undefined) return null;
  const { attribution, licence, url } = boundarySource;
  const text = catalogueOf(props.language).about.boundariesBy(attribution, licence);
  return <p data-boundary-credit>{url === undefined ? text : <a href={url}>{text}</a>}</p>;
}

/** What differs between two pages outside their content. */
interface DocumentProps {
  context: PageContext;
  language: Language;
  /** Address without the language: `/regions/RU-MOW`; `/` is the map. */
  path: string;
  title: string;
  description: string;
  /** Section of the site that the page belongs to. */
  section?: Section;
  /** Entry of `context.assets` that holds the page's script. */
  entry?: string;
  /** Data that the page's script asks for at once. */
  dataFiles?: readonly DataFile[];
  /** Address of an Atom feed of the page, which feed readers look for in the head. */
  feed?: string;
  /** Address of its calendar. */
  calendar?: string;
  /** JSON-LD objects. */
  structured?: readonly object[];
  /** Picture of the page for shared links, a name below `/og`; the map's where absent. */
  picture?: string;
  /** Id of the page's main element when it is not `main`. */
  main?: string;
  /** The page keeps the search engines out (404, embed). */
  noIndex?: boolean;
  bodyClass?: string;
  /** The page has a search of its own, so that its header has none. */
  hasOwnSearch?: boolean;
  /** The page has no tables, forms or code and goes without their styles. */
  textOnly?: boolean;
  /** Leaves out header and footer (embed). */
  bare?: boolean;
  children: ComponentChildren;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23255b9c' d='M3 1h7l4 4v10H3z'/%3E%3Cpath fill='none' stroke='%23fff' stroke-width='1.6' d='M5.6 9.4l2 2 3.6-4'/%3E%3C/svg%3E";

/** JSON that can stand inside a script element: no `<` can end it. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Data of a page for its script, which reads them by their id. */
export function ScriptData({ id, data }: { id: string; data: unknown }) {
  return (
    <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: jsonText(data) }} />
  );
}

/** What search engines and sites that show a link are told of a page. */
function Description({ context, language, path, title, description, picture }: DocumentProps) {
  const { page } = catalogueOf(language);
  const origin = context.origin ?? '';
  return (
    <>
      <link rel="canonical" href={`${origin}/${language}${path}`} />
      {LANGUAGES.map((other) => (
        <link
          key={other}
          rel="alternate"
          hreflang={languageTag(other)}
          href={`${origin}/${other}${path}`}
        />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${origin}/ru${path}`} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={page.siteName} />
      {/* Sites that show pictures take whole addresses only. */}
      {context.origin && (
        <>
          <meta property="og:image" content={`${context.origin}/og/${picture ?? 'map'}.png`} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}

function Head(props: DocumentProps) {
  const { context, language, title, description, entry } = props;
  const { page } = catalogueOf(language);
  const assets = entry === undefined ? undefined : context.assets[entry];
  const fullTitle = `${title} · ${page.siteName}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="generator" content="Family eSIM Map" />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {props.noIndex ? <meta name="robots" content="noindex" /> : <Description {...props} />}
      <link rel="icon" href={ICON} />
      <style dangerouslySetInnerHTML={{ __html: context.styles }} />
      {!props.textOnly && <style dangerouslySetInnerHTML={{ __html: context.tableStyles }} />}
      {assets?.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {assets?.script && <script type="module" src={assets.script} />}
      {[...new Set([...(assets?.preload ?? []), ...(assets?.words?.[language] ?? [])])].map(
        (href) => (
          <link key={href} rel="modulepreload" href={href} />
        ),
      )}
      {props.dataFiles?.map((file) => (
        <link
          key={file}
          rel="preload"
          as="fetch"
          crossorigin="anonymous"
          href={dataFileUrl(context.dataset.hash, file)}
        />
      ))}
      {props.feed && <link rel="alternate" type="application/atom+xml" href={props.feed} />}
      {props.calendar && <link rel="alternate" type="text/calendar" href={props.calendar} />}
      {props.structured?.map((item, index) => (
        <script
          key={String(index)}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: jsonText(item) }}
        />
      ))}
    </head>
  );
}

/** A whole HTML document around a page's content. */
export function Document(props: DocumentProps) {
  const { context, language, path } = props;
  return (
    <html lang={languageTag(language)}>
      <Head {...props} />
      <body class={props.bodyClass}>
        <VerdictShapes />
        {!props.bare && (
          <SiteHeader
            language={language}
            path={path}
            section={props.section}
            main={props.main ?? 'main'}
          >
            {!props.hasOwnSearch && (
              <SearchForm
                language={language}
                query=""
                headerRelease={releaseOf(context.dataset.hash)}
              />
            )}
          </SiteHeader>
        )}
        {props.children}
        {!props.bare && <SiteFooter language={language} dataset={context.dataset} />}
      </body>
    </html>
  );
}

/** Style sheets in `client/styles` that are written into every page, in this order, and into all but those of text only. */
export const STYLE_FILES = {
  page: ['base.css', 'header.css', 'parts.css', 'paper.css'],
  tables: ['tables.css'],
} as const;

/** A style sheet without comments, indentation and line ends: it stands in every page, which has 14 KB in all. */
export function compactStyles(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/(?<=[{;][\w-]+): /g, ':')
    .trim();
}

/** Source expression that lets an inline style through a strict policy (CSP 3, 2.3.1): `'sha256-...'`. */
export async function styleHash(css: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** An HTML document as a page answers it. */
export async function renderDocument(
  content: VNode,
  status: 200 | 404 | 503,
  language: Language,
  context: PageContext,
): Promise<RenderedPage> {
  return {
    status,
    language,
    contentType: 'text/html; charset=utf-8',
    html: `<!doctype html>${renderToString(content)}`,
    // Every page may have both, so that they all have the same policy.
    inlineHashes: await Promise.all([context.styles, context.tableStyles].map(styleHash)),
    embeddable: false,
  };
}
