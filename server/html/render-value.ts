import { escapeHtml } from './escape-html.ts';

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
