import { ProblemError } from '../problem.ts';
import type { Answer } from './answer.ts';
import { readRange } from './byte-range.ts';
import { CodedBody, type CodedBytes } from './coded-body.ts';
import { namesTag } from './conditional.ts';
import type { StandingHeaders } from './standing-headers.ts';

/** An answer with all its header fields, ready to be sent any number of times. */
export interface PreparedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: CodedBody;
  readonly ranges: boolean;
}

/** The header fields of a request that decide how an answer travels. */
export interface Conditions {
  readonly method: string;
  readonly get: (name: string) => string | null | undefined;
}

/** Header fields that belong to one request rather than to the answer: the rate limit. */
export type RequestHeaders = Readonly<Record<string, string>> | undefined;

/** Gives an answer its header fields and its strong validator. */
export function prepareAnswer(answer: Answer, standing: StandingHeaders): PreparedAnswer {
  const body = new CodedBody(answer.body, answer.type);
  const base = standing.of(answer.type, answer.keeping);
  const own = answer.ranges ? { ...answer.headers, 'accept-ranges': 'bytes' } : answer.headers;
  const headers = own === undefined ? base : { ...base, ...own };
  return { status: answer.status, headers, body, ranges: answer.ranges ?? false };
}

/** What goes to the client: everything is decided. */
export interface Sending {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | string | null;
}

/** Decides how a prepared answer travels to one request: coding, 304, 412, parts. */
export function settle(
  answer: PreparedAnswer,
  request: Conditions,
  extra?: RequestHeaders,
): Sending | Promise<Sending> {
  const coded = answer.body.forAccepted(request.get('accept-encoding') ?? undefined);
  if (coded instanceof Promise) return coded.then((bytes) => decide(answer, bytes, request, extra));
  return decide(answer, coded, request, extra);
}

/**
 * The same as a `Response`. Plain header objects keep the Node adapter on its short way; a `Headers` object would cost
 * more than the rest.
 */
export function respond(
  answer: PreparedAnswer,
  request: Conditions,
  extra?: RequestHeaders,
): Response | Promise<Response> {
  const sending = settle(answer, request, extra);
  return sending instanceof Promise ? sending.then(toResponse) : toResponse(sending);
}

function toResponse({ status, headers, body }: Sending): Response {
  return new Response(body === null ? null : bodyOf(body), { status, headers });
}

function decide(
  answer: PreparedAnswer,
  coded: CodedBytes,
  request: Conditions,
  extra: RequestHeaders,
): Sending {
  const headers: Record<string, string> = { ...answer.headers, ...extra, etag: coded.etag };
  // RFC 9110 13.2.1: what a POST answers is not the resource that its conditions speak of.
  if (answer.status === 200 && request.method !== 'POST') {
    const ifMatch = request.get('if-match');
    if (ifMatch && !namesTag(ifMatch, coded.etag, false)) {
      throw new ProblemError(412, `If-Match does not name the present version ${coded.etag}`);
    }
    const ifNoneMatch = request.get('if-none-match');
    if (ifNoneMatch && namesTag(ifNoneMatch, coded.etag, true)) {
      return { status: 304, headers, body: null };
    }
  }
  if (coded.coding !== 'identity') headers['content-encoding'] = coded.coding;
  // RFC 9110 14.2: a range means something to GET only.
  if (answer.ranges && request.method === 'GET') {
    const part = partOf(coded, request, headers);
    if (part !== undefined) return part;
  }
  headers['content-length'] = String(coded.length);
  return { status: answer.status, headers, body: coded.bytes };
}

function partOf(
  coded: CodedBytes,
  request: Conditions,
  headers: Record<string, string>,
): Sending | undefined {
  const range = request.get('range');
  if (!range || !(coded.bytes instanceof Uint8Array)) return undefined;
  const ifRange = request.get('if-range');
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
  headers['content-range'] = `bytes ${part.first}-${part.last}/${coded.length}`;
  headers['content-length'] = String(part.last - part.first + 1);
  return { status: 206, headers, body: coded.bytes.subarray(part.first, part.last + 1) };
}

/** Text goes as it is; bytes are given over without a copy. */
function bodyOf(bytes: Uint8Array | string): ConstructorParameters<typeof Response>[0] {
  return typeof bytes === 'string'
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
