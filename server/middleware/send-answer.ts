import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  type Answer,
  type ChosenBy,
  type CommonHeaders,
  codedBodyOf,
  type FieldList,
  fieldsToRecord,
  recordToFields,
} from './answer.ts';
import type { CodedBody, CodedBytes, InTurn } from './content-coding.ts';
import { createFairQueue, type FairQueue, type GiveWay } from './fair-queue.ts';
import { type Making, Pieces } from './pieces.ts';
import { ProblemError } from './problem.ts';
import { type AppContext, fieldOf } from './request-context.ts';
import { clientOf, createUnsentBytes, type UnsentBytes } from './request-limit.ts';

/** An answer with all its header fields, ready to be sent any number of times. */
export interface PreparedAnswer {
  readonly status: number;
  readonly fields: FieldList;
  readonly body: CodedBody;
  readonly ranges: boolean;
}

/** Gives an answer its header fields and its strong validator. */
export function prepareAnswer(
  answer: Answer,
  headers: CommonHeaders,
  chosenBy?: ChosenBy,
): PreparedAnswer {
  const body = codedBodyOf(answer);
  const own = answer.ranges ? { ...answer.headers, 'accept-ranges': 'bytes' } : answer.headers;
  const fields = headers.listOf(answer.type, answer.lifetime, chosenBy, own);
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

/** Where answers are computed, and the account of those that wait to be read. */
export interface Computing {
  readonly queue: FairQueue;
  readonly unsent: UnsentBytes;
}

/**
 * A queue and an account, both empty.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createComputing(now?: () => number): Computing {
  return { queue: createFairQueue(now), unsent: createUnsentBytes() };
}

/** Computes an answer in the queue, in the name and on the account of the client who asked, and sends it. */
export function compute(
  c: AppContext,
  computing: Computing,
  task: (making: Making) => PreparedAnswer | Promise<PreparedAnswer>,
): Response | Promise<Response> {
  const limit = c.get('limit');
  limit?.takeForComputing();
  const client = clientOf(c);
  computing.unsent.check(client);
  const holdMore = computing.unsent.open(client, c.env?.outgoing);
  let held = 0;
  const hold = (bytes: number) => {
    holdMore(bytes);
    held += bytes;
  };
  const run = (giveWay: GiveWay) => {
    // Others of the same client may have used up what was left while this one waited.
    limit?.check();
    return task({ giveWay, hold });
  };
  return afterwards(inTurnOf(c, computing)(run), (answer) => {
    hold(Math.max(0, answer.body.ownLength - held));
    return sendAnswer(c, answer, computing);
  });
}

/** Runs a task when the turn of the client comes, on its account. */
export function inTurnOf(c: AppContext, { queue }: Pick<Computing, 'queue'>): InTurn {
  return (task) => queue.run(clientOf(c), task, (busy) => c.get('limit')?.charge(busy));
}

/**
 * Sends an answer as its request wants it: in a coding it accepts, as a part, or as the news that nothing changed.
 *
 * @param computing where it is encoded, if it has to be: another thread does it and takes the processor from others
 * @throws ProblemError 412 and 416 where the conditions of the request cannot be met, 429 and 503 where it may not be encoded.
 */
export function sendAnswer(
  c: AppContext,
  answer: PreparedAnswer,
  computing?: Computing,
): Response | Promise<Response> {
  const inTurn = computing && inTurnOf(c, computing);
  const coded = answer.body.forAccepted(fieldOf(c, 'accept-encoding'), inTurn);
  return afterwards(coded, (bytes) => sendCoded(c, answer, bytes));
}

function sendCoded(
  c: AppContext,
  answer: PreparedAnswer,
  coded: CodedBytes,
): Response | Promise<Response> {
  const request: Conditions = { method: c.req.method, field: (name) => fieldOf(c, name) };
  const selected = evaluateConditions(request, answer, coded);
  const fields = [...answer.fields, 'etag', coded.etag, ...(c.get('limit')?.fields ?? [])];
  if (selected === 'not-modified') return send(c, 304, fields, null);
  if (coded.coding !== 'identity') fields.push('content-encoding', coded.coding);
  let status = answer.status;
  if (selected === 'whole') fields.push('content-length', String(coded.length));
  else {
    const { first, last } = selected;
    status = 206;
    fields.push('content-range', `bytes ${first}-${last}/${coded.length}`);
    fields.push('content-length', String(last + 1 - first));
  }
  return afterwards(inMemory(c, coded.bytes), (bytes) => {
    const isPart = selected !== 'whole' && bytes instanceof Uint8Array;
    return send(
      c,
      status,
      fields,
      isPart ? bytes.subarray(selected.first, selected.last + 1) : bytes,
    );
  });
}

/** What a request is answered with; who asks for header fields only waits for no file. */
function inMemory(
  c: AppContext,
  bytes: CodedBytes['bytes'],
): InMemory | null | Promise<InMemory | null> {
  if (typeof bytes === 'string' || bytes instanceof Uint8Array || bytes instanceof Pieces)
    return bytes;
  return c.req.method === 'HEAD' ? null : bytes.load();
}

type InMemory = Uint8Array | string | Pieces;

/**
 * Hands bytes to Node as they are: a `Response` and its `Headers` would cost as much as Node's whole share of a request.
 * The framework answers HEAD by itself from the `Response` to a GET, and without a socket there is nobody else to hand to.
 */
function send(c: AppContext, status: number, fields: FieldList, body: InMemory | null): Response {
  const outgoing = c.env?.outgoing;
  // Nothing of a body is sent, which may be large, and its length stands among the fields.
  if (c.req.method === 'HEAD') {
    return new Response(null, { status, headers: fieldsToRecord(fields) });
  }
  if (outgoing === undefined) {
    const whole = body instanceof Pieces ? body.whole() : body;
    const bytes = whole instanceof Uint8Array ? viewOf(whole) : whole;
    return new Response(bytes, { status, headers: fieldsToRecord(fields) });
  }
  // Who has left meanwhile is not answered, and the log says so.
  if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
  outgoing.writeHead(status, [...fields]);
  if (body instanceof Pieces) {
    // Gathered, so that the system is called once for all of them.
    outgoing.cork();
    for (const part of body.parts) outgoing.write(part);
    outgoing.end();
  } else outgoing.end(body ?? undefined);
  return RESPONSE_ALREADY_SENT;
}

/** The same bytes under the type that a `Response` takes, without a copy; memory that is shared, which it does not take, is copied. */
function viewOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(bytes);
}

/** Goes on with a value, at once where it is there: most answers need no promise, which would make them wait for others. */
export function afterwards<T, U>(
  value: T | Promise<T>,
  next: (value: T) => U | Promise<U>,
): U | Promise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

// hono/etag hashes each answer anew, and knows neither If-Match nor parts; our answers bring their validators along.

/** Header fields of a request that decide whether its answer travels whole, in part or not at all. */
interface Conditions {
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
function evaluateConditions(
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
