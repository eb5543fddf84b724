import type { CodedBytes } from './content-coding.ts';
import { ProblemError } from './problem.ts';

// hono/etag hashes each answer anew, and knows neither If-Match nor parts; our answers bring their validators along.

/** Header fields of a request that decide whether its answer travels whole, in part or not at all. */
export interface Conditions {
  readonly method: string;
  field(name: 'if-match' | 'if-none-match' | 'if-range' | 'range'): string | undefined;
}

/** What the conditions of a request leave of an answer: all of it, a part, or only the news that nothing changed. */
type Selected = 'whole' | 'not-modified' | BytePart;

/** One part of a body, both ends included, as in `Content-Range`. */
interface BytePart {
  readonly first: number;
  readonly last: number;
}

/**
 * Evaluates the conditions of a request in the order of RFC 9110 13.2.2.
 *
 * @param status status of the answer: conditions speak of what is there
 * @param ranges whether the answer may be given in parts
 * @throws ProblemError 412 where `If-Match` names another version, 416 for a part outside the body.
 */
export function evaluateConditions(
  request: Conditions,
  answer: { readonly status: number; readonly ranges: boolean },
  coded: CodedBytes,
): Selected {
  // RFC 9110 13.2.1: what a POST answers is not the resource that its conditions speak of.
  if (answer.status !== 200 || request.method === 'POST') return 'whole';
  const ifMatch = request.field('if-match');
  if (ifMatch && !namesTag(ifMatch, coded.etag, false)) {
    throw new ProblemError(412, `If-Match does not name the present version ${coded.etag}`);
  }
  const ifNoneMatch = request.field('if-none-match');
  if (ifNoneMatch && namesTag(ifNoneMatch, coded.etag, true)) return 'not-modified';
  // RFC 9110 14.2: a range means something to GET only.
  if (!answer.ranges || request.method !== 'GET') return 'whole';
  return selectPart(request, coded);
}

/** Whether an `If-None-Match` or `If-Match` list names a tag; comparison is weak where `weak` is set (RFC 9110 8.8.3.2). */
function namesTag(field: string, etag: string, weak: boolean): boolean {
  if (field === etag) return true;
  if (field.trim() === '*') return true;
  for (const part of field.split(',')) {
    const tag = part.trim();
    if (tag === etag) return true;
    if (weak && tag.startsWith('W/') && tag.slice(2) === etag) return true;
  }
  return false;
}

function selectPart(request: Conditions, coded: CodedBytes): 'whole' | BytePart {
  const range = request.field('range');
  if (!range || typeof coded.bytes === 'string') return 'whole';
  const ifRange = request.field('if-range');
  if (ifRange && ifRange !== coded.etag) return 'whole';
  const part = readRange(range, coded.length);
  if (part !== 'unsatisfiable') return part ?? 'whole';
  throw new ProblemError(416, `the file has ${coded.length} bytes`, {
    errors: [{ parameter: 'Range', value: range.slice(0, 100), detail: 'lies outside the file' }],
    headers: { 'content-range': `bytes */${coded.length}` },
  });
}

/**
 * Reads a `Range` field (RFC 9110 14.2) against a body of `length` bytes.
 *
 * @returns the part; `unsatisfiable` when it lies outside the body; `undefined` when the field is to be
 * ignored, as it is for other units, broken syntax and several parts at once.
 */
function readRange(field: string, length: number): BytePart | 'unsatisfiable' | undefined {
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(field);
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const suffix = Number(to);
    if (suffix === 0 || length === 0) return 'unsatisfiable';
    return { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return undefined;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}
