import { hash } from 'node:crypto';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import type { GiveWay } from './fair-queue.ts';
import { Pieces } from './pieces.ts';
import type { StoredBytes } from './stored-bytes.ts';

// hono/compress encodes each answer anew; these bytes are encoded once and sent many times.

/** Codings that a body is offered in, best first. */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number] | 'identity';

/** Bytes under one coding, with the strong validator of exactly these bytes. */
export interface CodedBytes {
  readonly coding: Coding;
  readonly bytes: Uint8Array | string | Pieces | StoredBytes;
  readonly length: number;
  readonly etag: string;
}

/** Above this, bytes are kept instead of text. */
const LONGEST_TEXT = 1_024;

/** Below this a coding saves less than its header costs. */
const SMALLEST_CODED = 1_024;

/** Encoded in one stretch; some milliseconds of another thread. */
const SLICE_BYTES = 128 * 1024;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Runs what takes a while when its turn comes. */
export type InTurn = <T>(task: (giveWay: GiveWay) => T | Promise<T>) => T | Promise<T>;

const AT_ONCE: InTurn = (task) => task(() => undefined);

/** A body that remembers its encoded forms: each is made once, on first demand or ahead of time. */
export class CodedBody {
  readonly identity: CodedBytes;
  readonly compressible: boolean;
  /** Bytes that no other body shares. */
  readonly ownLength: number;
  readonly #tag: string;
  // Made when first needed: most answers are small, live for one request and are never encoded.
  #coded: Map<Coding, CodedBytes> | undefined;
  #pending: Map<Coding, Promise<CodedBytes>> | undefined;

  constructor(content: CodedBytes['bytes'], type: string) {
    const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    // Short text travels in one piece with the header fields; long text would be encoded again for each request.
    const bytes =
      typeof content === 'string' && length > LONGEST_TEXT ? Buffer.from(content) : content;
    const digest =
      typeof bytes === 'string' || bytes instanceof Uint8Array
        ? hash('sha256', bytes, 'base64url')
        : bytes.digest;
    this.#tag = digest.slice(0, 22);
    this.identity = { coding: 'identity', bytes, length, etag: `"${this.#tag}"` };
    this.ownLength = bytes instanceof Pieces ? bytes.ownLength : length;
    this.compressible = length >= SMALLEST_CODED && isCompressible(type);
  }

  /** Adds bytes that were encoded ahead of time. */
  add(coding: Coding, bytes: Uint8Array | StoredBytes): CodedBytes {
    const coded = { coding, bytes, length: bytes.length, etag: `"${this.#tag}-${coding}"` };
    this.#coded ??= new Map();
    this.#coded.set(coding, coded);
    return coded;
  }

  /**
   * The bytes for what a client accepts: at once when they are there, else after encoding them.
   *
   * @param inTurn encodes them when the turn of the client comes, that must not hold it while it calls this
   */
  forAccepted(
    acceptEncoding: string | undefined,
    inTurn: InTurn = AT_ONCE,
  ): CodedBytes | Promise<CodedBytes> {
    if (!this.compressible || acceptEncoding === undefined) return this.identity;
    const coding = chooseCoding(acceptEncoding);
    if (coding === 'identity') return this.identity;
    const coded = this.#coded?.get(coding);
    if (coded !== undefined) return coded;
    const pending = this.#pending?.get(coding);
    if (pending === undefined) return this.#encode(coding, inTurn);
    // Whoever began it may be refused while it waits: then this one does it by itself.
    return pending.catch(() => this.forAccepted(acceptEncoding, inTurn));
  }

  #encode(coding: 'br' | 'gzip', inTurn: InTurn): Promise<CodedBytes> {
    const { bytes: plain } = this.identity;
    const work = inTurn(async (giveWay) => encode(coding, await partsOf(plain), giveWay));
    const pending = Promise.resolve(work)
      .then((encoded) => this.add(coding, encoded))
      .finally(() => this.#pending?.delete(coding));
    this.#pending ??= new Map();
    this.#pending.set(coding, pending);
    return pending;
  }
}

/** Long bodies are encoded in slices, others answered in between. The bytes follow from the body alone. */
async function encode(
  coding: 'br' | 'gzip',
  parts: readonly Uint8Array[],
  giveWay: GiveWay,
): Promise<Uint8Array> {
  const slices = slicesOf(parts);
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (length <= SLICE_BYTES) {
    const [bytes = new Uint8Array()] = slices;
    return coding === 'br' ? compressBrotli(bytes, BROTLI) : compressGzip(bytes, GZIP);
  }
  const encoder = createEncoder(coding);
  try {
    for (const slice of slices) {
      await encoder.write(slice);
      const others = giveWay();
      if (others !== undefined) await others;
    }
    return await encoder.end();
  } finally {
    encoder.destroy();
  }
}

/** Encodes what comes bit by bit, in another thread. */
export interface Encoder {
  /** Resolves when it may be told of more. */
  write(slice: Uint8Array): Promise<void>;
  /** All that was encoded. */
  end(): Promise<Uint8Array>;
  /** To be called at the end, and where it is not reached. */
  destroy(): void;
}

/** An encoder that was told of nothing yet. */
export function createEncoder(coding: 'br' | 'gzip'): Encoder {
  const encoder = coding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
  const encoded: Buffer[] = [];
  encoder.on('data', (chunk: Buffer) => encoded.push(chunk));
  const ended = once(encoder, 'end');
  // What fails in the middle is told by the slice.
  ended.catch(() => undefined);
  return {
    write: (slice) =>
      new Promise<void>((resolve, reject) => {
        encoder.write(slice, (error) => (error ? reject(error) : resolve()));
      }),
    async end() {
      encoder.end();
      await ended;
      return Buffer.concat(encoded);
    },
    destroy: () => void encoder.destroy(),
  };
}

/** What is in pieces stays so: a copy of all of them would be as large as they are. */
async function partsOf(body: CodedBytes['bytes']): Promise<readonly Uint8Array[]> {
  if (body instanceof Pieces) return body.parts;
  if (typeof body === 'string') return [Buffer.from(body)];
  return [body instanceof Uint8Array ? body : await body.load()];
}

/** The same bytes in slices: small parts are joined, since each slice is a way to another thread and back. */
function* slicesOf(parts: readonly Uint8Array[]): Iterable<Uint8Array> {
  let run: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    for (let start = 0; start < part.byteLength; start += SLICE_BYTES) {
      const slice = part.subarray(start, start + SLICE_BYTES);
      if (length + slice.byteLength > SLICE_BYTES) {
        yield joinedOf(run, length);
        [run, length] = [[], 0];
      }
      run.push(slice);
      length += slice.byteLength;
    }
  }
  yield joinedOf(run, length);
}

function joinedOf(run: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = run;
  return first === undefined || run.length > 1 ? Buffer.concat(run, length) : first;
}

const GZIP = { level: 6 };
/** Quality 5: within 10 % of the smallest at a twentieth of the time; downloads come with 11 from the build. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Best coding that an `Accept-Encoding` allows (RFC 9110 12.5.3); identity where none is. */
function chooseCoding(acceptEncoding: string): Coding {
  const accepted = parseAccept(acceptEncoding.toLowerCase());
  const qualityOf = (name: string) => accepted.findLast(({ type }) => type === name)?.q;
  let best: Coding = 'identity';
  let bestQuality = 0;
  for (const coding of CODINGS) {
    const quality = qualityOf(coding) ?? qualityOf('*') ?? 0;
    if (quality > bestQuality) {
      best = coding;
      bestQuality = quality;
    }
  }
  return (qualityOf('identity') ?? 0) > bestQuality ? 'identity' : best;
}

function isCompressible(type: string): boolean {
  return /^text\/|json|xml|javascript|wasm|csv|svg|octet-stream|flatgeobuf|vector-tile/.test(type);
}
