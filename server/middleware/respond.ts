import {
  type Answer,
  type ChosenBy,
  codedBodyOf,
  type FieldList,
  fieldsToRecord,
  recordToFields,
} from './answer.ts';
import type { CodedBody, CodedBytes } from './coded-body.ts';
import type { StandingHeaders } from './common-headers.ts';
import { ProblemError } from './problem.ts';

/** One part of a body, both ends included, as in `Content-Range`. */
export interface BytePart {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` field (RFC 9110 14.2) against a body of `length` bytes.
 *
 * @returns the part; `unsatisfiable` when it lies outside the body; `undefined` when the field is to be
 * ignored, as it is for other units, broken syntax and several parts at once.
 */
export function readRange(field: string, length: number): BytePart | 'unsatisfiable' | undefined {
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

/** Whether an `If-None-Match` or `If-Match` list names a tag; comparison is weak where `weak` is set (RFC 9110 8.8.3.2). */
export function namesTag(field: string, etag: string, weak: boolean): boolean {
  if (field === etag) return true;
  if (field.trim() === '*') return true;
  for (const part of field.split(',')) {
    const tag = part.trim();
    if (tag === etag) return true;
    if (weak && tag.startsWith('W/') && tag.slice(2) === etag) return true;
  }
  return false;
}

/** An answer with all its header fields, ready to be sent any number of times. */
export interface PreparedAnswer {
  readonly status: number;
  readonly fields: FieldList;
  readonly body: CodedBody;
  readonly ranges: boolean;
}

/** What of a request decides how an answer travels; Node's own header object fits. */
export interface Conditions {
  readonly method: string;
  readonly headers: { readonly [Name in (typeof CONDITIONAL)[number]]?: string | undefined };
}

const CONDITIONAL = ['accept-encoding', 'if-match', 'if-none-match', 'if-range', 'range'] as const;

/** The same of a `Request`. */
export function conditionsOf({ method, headers }: Request): Conditions {
  const given = CONDITIONAL.map((name) => [name, headers.get(name) ?? undefined]);
  return { method, headers: Object.fromEntries(given) };
}

/** Header fields that belong to one request rather than to the answer: the rate limit. */
export type RequestFields = FieldList | undefined;

/** Gives an answer its header fields and its strong validator. */
export function prepareAnswer(
  answer: Answer,
  standing: StandingHeaders,
  chosenBy?: ChosenBy,
): PreparedAnswer {
  const body = codedBodyOf(answer);
  const own = answer.ranges ? { ...answer.headers, 'accept-ranges': 'bytes' } : answer.headers;
  const fields = standing.listOf(answer.type, answer.keeping, chosenBy, own);
  return { status: answer.status, fields, body, ranges: answer.ranges ?? false };
}

/** The same answer with some header fields set anew. */
export function withFields(
  answer: PreparedAnswer,
  changed: Readonly<Record<string, string>>,
): PreparedAnswer {
  return {
    ...answer,
    fields: recordToFields({ ...fieldsToRecord(answer.fields), ...changed }),
  };
}

/** What goes to the client: everything is decided. */
export interface Sending {
  readonly status: number;
  readonly fields: string[];
  readonly body: Uint8Array | string | null;
}

/** Decides how a prepared answer travels to one request: coding, 304, 412, parts. */
export function settle(
  answer: PreparedAnswer,
  request: Conditions,
  extra?: RequestFields,
): Sending | Promise<Sending> {
  const coded = answer.body.forAccepted(request.headers['accept-encoding']);
  if (coded instanceof Promise) return coded.then((bytes) => decide(answer, bytes, request, extra));
  return decide(answer, coded, request, extra);
}

/** The same as a `Response`; a plain object of header fields keeps the Node adapter from making a `Headers`. */
export function respond(
  answer: PreparedAnswer,
  request: Conditions,
  extra?: RequestFields,
): Response | Promise<Response> {
  const sending = settle(answer, request, extra);
  return sending instanceof Promise ? sending.then(toResponse) : toResponse(sending);
}

function toResponse({ status, fields, body }: Sending): Response {
  const headers = fieldsToRecord(fields);
  return new Response(body === null ? null : bodyOf(body), { status, headers });
}

function decide(
  answer: PreparedAnswer,
  coded: CodedBytes,
  request: Conditions,
  extra: RequestFields,
): Sending {
  const fields = [...answer.fields, 'etag', coded.etag, ...(extra ?? [])];
  // RFC 9110 13.2.1: what a POST answers is not the resource that its conditions speak of.
  if (answer.status === 200 && request.method !== 'POST') {
    const ifMatch = request.headers['if-match'];
    if (ifMatch && !namesTag(ifMatch, coded.etag, false)) {
      throw new ProblemError(412, `If-Match does not name the present version ${coded.etag}`);
    }
    const ifNoneMatch = request.headers['if-none-match'];
    if (ifNoneMatch && namesTag(ifNoneMatch, coded.etag, true)) {
      return { status: 304, fields, body: null };
    }
  }
  if (coded.coding !== 'identity') fields.push('content-encoding', coded.coding);
  // RFC 9110 14.2: a range means something to GET only.
  if (answer.ranges && request.method === 'GET') {
    const part = partOf(coded, request, fields);
    if (part !== undefined) return part;
  }
  fields.push('content-length', String(coded.length));
  return { status: answer.status, fields, body: coded.bytes };
}

function partOf(coded: CodedBytes, request: Conditions, fields: string[]): Sending | undefined {
  const range = request.headers.range;
  if (!range || !(coded.bytes instanceof Uint8Array)) return undefined;
  const ifRange = request.headers['if-range'];
  if (ifRange && ifRange !== coded.etag) return undefined;
  const part = readRange(range, coded.length);
  if (part === undefined) return undefined;
  if (part === 'unsatisfiable') {
    throw new ProblemError(416, `the file has ${coded.length} bytes`, {
      mistakes: [
        { parameter: 'Range', value: range.slice(0, 100), detail: 'lies outside the file' },
      ],
      headers: { 'content-range': `bytes */${coded.length}` },
    });
  }
  const contentRange = `bytes ${part.first}-${part.last}/${coded.length}`;
  fields.push('content-range', contentRange, 'content-length', String(part.last - part.first + 1));
  return { status: 206, fields, body: coded.bytes.subarray(part.first, part.last + 1) };
}

/** Text goes as it is; bytes are given over without a copy. */
function bodyOf(bytes: Uint8Array | string): ConstructorParameters<typeof Response>[0] {
  return typeof bytes === 'string'
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
