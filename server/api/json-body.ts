import { visit } from 'jsonc-parser';
import type * as z from 'zod';
import { MAX_LISTED, ProblemError, shorten, type ValidationError } from '../middleware/problem.ts';
import type { AppContext } from '../middleware/request-context.ts';
import { clientOf } from '../middleware/request-limit.ts';
import type { Computing } from '../middleware/send-answer.ts';

/** Longest sentence about one error: the schema library repeats unknown keys at any length. */
const MAX_DETAIL_LENGTH = 300;
/** No body that is read here is deeper than a tenth of it. */
const MAX_NESTING = 64;

/** Pieces that a body may come in: some times what a network makes of the largest, far below one for each byte. */
const MAX_PIECES = 4_000;

/**
 * Reads the bytes of a request body that says it is JSON.
 *
 * @throws ProblemError 413 over `maxBytes` or in too many pieces, 415 for another media type or coding, 400 for one that breaks off.
 */
export async function readBody(c: AppContext, maxBytes: number): Promise<Uint8Array> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new ProblemError(415, 'expected a body of the type application/json in UTF-8', {
      errors: [
        {
          parameter: 'Content-Type',
          value: shorten(type),
          detail: 'this type is not read here',
          allowed: ['application/json'],
        },
      ],
      headers: { 'accept-post': 'application/json' },
    });
  }
  const coding = c.req.header('content-encoding') ?? 'identity';
  if (coding !== 'identity') {
    throw new ProblemError(415, 'expected a body without content coding', {
      errors: [{ parameter: 'Content-Encoding', value: shorten(coding), detail: 'not read here' }],
      headers: { 'accept-encoding': 'identity' },
    });
  }
  return readBytes(c, maxBytes);
}

/**
 * Parses strict JSON: UTF-8, syntax, no key twice.
 *
 * @throws ProblemError 400 naming what is wrong.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'cannot be read';
    throw refuseBody([{ pointer: '', detail: `expected JSON: ${shorten(reason)}` }]);
  }
  const repeated = repeatedKeys(text);
  if (repeated.length > 0) throw refuseBody(repeated);
  return value;
}

/**
 * Checks parsed JSON against a schema; every error is named by its JSON pointer. Ids of regions are taken in any letter case, as
 * queries take them: an address has one form and is redirected to it, a body has none.
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const inCapitals = withRegionIdsInCapitals(body, parsed.error.issues);
  if (inCapitals !== body) return parseBody(schema, inCapitals);
  const errors = parsed.error.issues.slice(0, MAX_LISTED).map((issue): ValidationError => {
    return { pointer: pointerOf(issue.path), detail: issue.message.slice(0, MAX_DETAIL_LENGTH) };
  });
  throw refuseBody(errors);
}

/** The body with the refused ids of regions in capitals; the same body where that changes nothing. */
function withRegionIdsInCapitals(
  body: unknown,
  issues: readonly { path: readonly PropertyKey[] }[],
): unknown {
  const paths = issues.map(({ path }) => path);
  return paths
    .filter((path) => /regionId$/i.test(String(path.at(-1))))
    .reduce((value: unknown, path) => inCapitalsAt(value, path), body);
}

function inCapitalsAt(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return typeof value === 'string' ? value.toUpperCase() : value;
  if (typeof value !== 'object' || value === null) return value;
  const before: unknown = Reflect.get(value, key);
  const after = inCapitalsAt(before, rest);
  if (after === before) return value;
  return Array.isArray(value) ? value.with(Number(key), after) : { ...value, [key]: after };
}

/** Refusal of a body: one sentence over all errors, then each by itself. */
export function refuseBody(errors: readonly ValidationError[]): ProblemError {
  const detail = errors.map(({ pointer, detail }) => `${pointer || 'body'}: ${detail}`).join('; ');
  return new ProblemError(400, detail.slice(0, 2_000), { errors });
}

/** JSON pointer of a path (RFC 6901); the empty string is the whole document. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${shorten(String(key)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * The bytes of a body of any type.
 *
 * @throws ProblemError 413 over `maxBytes` or in too many pieces, 400 for one that breaks off.
 */
export async function readBytes(c: AppContext, maxBytes: number): Promise<Uint8Array> {
  const pieces = new BodyPieces(maxBytes);
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw pieces.tooLarge();
  const incoming = c.env?.incoming;
  if (incoming === undefined) {
    for await (const piece of c.req.raw.body ?? []) pieces.add(piece);
    return pieces.whole();
  }
  // Node's own stream: as one of the web, each piece of a hostile body takes thirty times as long.
  return new Promise((resolve, reject) => {
    const stop = () => {
      incoming.off('data', take).off('end', end).off('error', breakOff).off('close', breakOff);
    };
    const take = (piece: Buffer) => {
      try {
        pieces.add(piece);
      } catch (error) {
        stop();
        // What is left of it is not looked at: who answers ends the connection or passes it over.
        incoming.pause();
        reject(error);
      }
    };
    const end = () => {
      stop();
      resolve(pieces.whole());
    };
    // Whoever hangs up in the middle of a body is no fault of the server's.
    const breakOff = () => {
      stop();
      reject(new ProblemError(400, 'the body ended before it was whole'));
    };
    if (incoming.readableEnded) return end();
    if (incoming.destroyed) return breakOff();
    incoming.on('data', take).once('end', end).once('error', breakOff).once('close', breakOff);
  });
}

/** What has come of a body. */
class BodyPieces {
  readonly #maxBytes: number;
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(piece: Uint8Array): void {
    this.#length += piece.byteLength;
    if (this.#length > this.#maxBytes) throw this.tooLarge();
    this.#pieces.push(piece);
    if (this.#pieces.length > MAX_PIECES) throw tooManyPieces();
  }

  whole(): Uint8Array {
    return Buffer.concat(this.#pieces, this.#length);
  }

  tooLarge(): ProblemError {
    return new ProblemError(413, `the body is larger than ${this.#maxBytes} bytes`);
  }
}

/** Each piece costs as much as a thousand bytes: the rest of such a body is not waited for. */
function tooManyPieces(): ProblemError {
  return new ProblemError(413, `the body comes in more than ${MAX_PIECES} pieces`, {
    headers: { connection: 'close' },
  });
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refuseBody([{ pointer: '', detail: 'expected UTF-8' }]);
  }
}

/**
 * Keys that stand twice in one object, which `JSON.parse` passes over in silence. The pointer of a key is made only
 * once the key is wrong: made for every key, a deep body would take the square of its size.
 *
 * @throws ProblemError 400 for a body that is nested too deeply.
 */
function repeatedKeys(text: string): ValidationError[] {
  const errors: ValidationError[] = [];
  const open: Set<string>[] = [];
  let depth = 0;
  const enter = () => {
    if (++depth > MAX_NESTING) {
      throw refuseBody([{ pointer: '', detail: `nested deeper than ${MAX_NESTING} levels` }]);
    }
  };
  visit(text, {
    onArrayBegin: enter,
    onArrayEnd: () => void depth--,
    onObjectBegin() {
      enter();
      open.push(new Set());
    },
    onObjectEnd() {
      depth--;
      open.pop();
    },
    onObjectProperty(name, _offset, _length, _line, _column, pathOf) {
      const keys = open.at(-1);
      if (keys?.has(name) && errors.length < MAX_LISTED) {
        const pointer = pointerOf([...pathOf(), name]);
        errors.push({ pointer, detail: 'this key is given more than once' });
      }
      keys?.add(name);
    },
  });
  return errors;
}

/**
 * Reads the JSON body of a POST on the account of its client: what is on its way is held as an answer is, as much as it
 * says, or may be.
 *
 * @throws what `readBody` throws, and ProblemError 503 where the client has too much on its account.
 */
export function readPost(
  c: AppContext,
  { unsent }: Computing,
  maxBytes: number,
): Promise<Uint8Array> {
  const client = clientOf(c);
  unsent.check(client);
  const length = Number(c.req.header('content-length') ?? maxBytes);
  unsent.open(client, c.env?.outgoing)(Math.min(length, maxBytes));
  return readBody(c, maxBytes);
}
