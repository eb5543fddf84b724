import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext, RenderedPage } from '../components/context/page-context.ts';

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
