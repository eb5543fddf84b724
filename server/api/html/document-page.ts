import { createHash } from 'node:crypto';
import { API_ROOT } from '../../links.ts';
import { type Answer, answerOf } from '../../middleware/answer.ts';
import { pagePolicy } from '../../middleware/common-headers.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

const STYLE = `:root{color-scheme:light dark;--ink:#1d2430;--paper:#fff;--line:#c9d0da;--soft:#5a6676;--link:#0b5cad}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--paper:#14181f;--line:#3a4350;--soft:#a3aebc;--link:#8fc1ff}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:70rem;margin:0 auto;padding:1rem}
a{color:var(--link)}nav{color:var(--soft)}h1{line-height:1.2}
table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.2rem 0}dt{color:var(--soft)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
pre{overflow-x:auto;border:1px solid var(--line);padding:.5rem}small,.none{color:var(--soft)}section{margin:1.5rem 0}
@media(max-width:40rem){dl{grid-template-columns:1fr}}`;

/** One step of the way from the landing page to a document. */
export interface TrailStep {
  readonly href: string;
  readonly title: string;
}

/** A page of the API for people: trail, title, content, other representations. `content` is HTML. */
export function documentPage(page: {
  title: string;
  trail: readonly TrailStep[];
  content: string;
  alternates: readonly { href: string; title: string }[];
}): Answer {
  const trail = [{ href: API_ROOT, title: 'API' }, ...page.trail]
    .map(({ href, title }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`)
    .join(' / ');
  const alternates = page.alternates
    .map(({ href, title }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`)
    .join(' · ');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(page.title)} · Family eSIM Map API</title><style>${STYLE}</style></head>
<body><nav aria-label="Path"><a href="/">Family eSIM Map</a> / ${trail}</nav>
<main><h1>${escapeHtml(page.title)}</h1><p>${alternates}</p>${page.content}</main></body></html>`;
  const hash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
  return answerOf(html, 'text/html; charset=utf-8', {
    'content-language': 'en',
    'content-security-policy': pagePolicy([hash]),
  });
}

const DEEPEST = 8;

/**
 * JSON as HTML that a person can read: objects as description lists, lists of like objects as tables,
 * addresses as links. Coordinates are cut short: nobody reads 20,000 of them.
 */
export function renderValue(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return '<span class="none">–</span>';
  if (typeof value === 'string') return renderText(value);
  if (typeof value !== 'object') return escapeHtml(String(value));
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return renderList(value, depth);
  const rows = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(
      ([name, inner]) =>
        `<dt>${escapeHtml(name)}</dt><dd>${name === 'coordinates' ? renderCoordinates(inner) : renderValue(inner, depth + 1)}</dd>`,
    );
  return `<dl>${rows.join('')}</dl>`;
}

function renderText(text: string): string {
  const escaped = escapeHtml(text);
  return /^https?:\/\/[^\s]+$/.test(text) ? `<a href="${escaped}">${escaped}</a>` : escaped;
}

function renderList(list: readonly unknown[], depth: number): string {
  if (list.length === 0) return '<span class="none">none</span>';
  if (list.every((entry) => typeof entry !== 'object' || entry === null)) {
    return list.map((entry) => renderValue(entry, depth + 1)).join(', ');
  }
  return `<ul>${list.map((entry) => `<li>${renderEntry(entry, depth)}</li>`).join('')}</ul>`;
}

/** A link object reads best as a link. */
function renderEntry(entry: unknown, depth: number): string {
  if (
    typeof entry === 'object' &&
    entry !== null &&
    'href' in entry &&
    typeof entry.href === 'string'
  ) {
    const href = escapeHtml(entry.href);
    const title = 'title' in entry && typeof entry.title === 'string' ? entry.title : entry.href;
    const notes = ['rel', 'type'].flatMap((name) => {
      const note: unknown = Reflect.get(entry, name);
      return typeof note === 'string' ? [escapeHtml(note)] : [];
    });
    return `<a href="${href}">${escapeHtml(title)}</a> <small>${notes.join(' · ')}</small>`;
  }
  return renderValue(entry, depth + 1);
}

function renderCoordinates(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return `<code>${escapeHtml(text.length > 120 ? `${text.slice(0, 120)}…` : text)}</code>`;
}
