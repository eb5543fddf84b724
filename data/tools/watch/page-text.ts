import { diffArrays } from 'diff';
import { convert } from 'html-to-text';

/** Media types whose text is read. */
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const PLAIN = /^(?:text\/|application\/(?:json|xml)\b)/i;

/** Parts of a page that change with every visit and say nothing. */
const LEFT_OUT = [
  'head',
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'nav',
  'footer',
  'form',
  'img',
  'video',
];

/**
 * The text of a page, a paragraph a line, blanks made one. `undefined` for media types without text (pictures, PDF), of which
 * only the bytes can be compared.
 */
export function pageText(bytes: Uint8Array, contentType: string): string | undefined {
  const type = contentType === '' ? sniff(bytes) : contentType;
  if (HTML.test(type)) return textOfHtml(decode(bytes, type));
  if (PLAIN.test(type)) return normalise(decode(bytes, type));
  return undefined;
}

function textOfHtml(html: string): string {
  const text = convert(html, {
    wordwrap: false,
    selectors: [
      ...LEFT_OUT.map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
    limits: { maxInputLength: html.length, maxDepth: 200 },
  });
  return normalise(text);
}

function normalise(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Decodes by the byte order mark, the header, or what the page says of itself (HTML 13.2.3.2); UTF-8 without any. */
function decode(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const named =
    markOf(bytes) ??
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return undefined;
}

function sniff(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  return /^\s*(?:<!doctype html|<html)/i.test(head) ? 'text/html' : '';
}

/** Most characters of a difference that is kept; the page itself says the rest. */
const MAX_LENGTH = 6_000;

/** What changed between two texts, a paragraph a line: what went with `- `, what came with `+ `. Empty where nothing did. */
export function textDifference(before: string, after: string): string {
  const changes = diffArrays(before.split('\n'), after.split('\n'), { timeout: 5_000 });
  // Without a result in time the two have so little in common that the whole is the difference.
  if (changes === undefined) return 'the page is another one';
  const lines = changes.flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
  const text = lines.join('\n');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}\n…` : text;
}
