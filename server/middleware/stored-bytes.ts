import { createHash } from 'node:crypto';
import { close, open, read } from 'node:fs';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';

/** Bytes of a file that are read when somebody wants them. */
export interface StoredBytes {
  readonly length: number;
  /** SHA-256 in base64url. */
  readonly digest: string;
  /** All of them; those who ask at once share one copy. */
  load(): Promise<Uint8Array>;
  /** A copy for one who needs them once: it takes no place of those that many want. */
  read(): Promise<Uint8Array>;
}

/** Takes files over: what is served is what was there then, whatever takes their place in the folder. */
export interface FileStore {
  /** @throws the error of the file system where the file cannot be read. */
  take(path: string): Promise<StoredBytes>;
}

/** Bytes of files that were asked for last: the few that everybody wants. */
const KEPT_BYTES = 16 * 1024 * 1024;

const [openFile, readInto] = [promisify(open), promisify(read)];

/**
 * Closes a file that nothing refers to any more: pages of former data stay open for long. One for all stores, since a registry
 * that is collected together with its store closes nothing.
 */
const unused = new FinalizationRegistry<number>((file) => close(file));

/**
 * Makes a store that holds files open, not in memory: all downloads together take more than the rest of the service, and
 * nobody wants most of them on most days.
 */
export function createFileStore(): FileStore {
  const kept = new LRUCache<number, Uint8Array>({
    maxSize: KEPT_BYTES,
    maxEntrySize: KEPT_BYTES / 2,
    sizeCalculation: ({ byteLength }) => Math.max(1, byteLength),
  });
  const loading = new Map<number, Promise<Uint8Array>>();
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let taking: Promise<unknown> = Promise.resolve();

  async function takeNext(path: string): Promise<StoredBytes> {
    const file = await openFile(path, 'r');
    const stored: StoredBytes = {
      ...(await digestOf(file, chunk)),
      async read() {
        // Held on to until then: a file that nothing refers to is closed.
        const bytes = await readWhole(file, stored.length);
        return bytes;
      },
      async load() {
        const known = kept.get(file) ?? loading.get(file);
        if (known !== undefined) return known;
        const reading = stored.read().finally(() => loading.delete(file));
        loading.set(file, reading);
        const bytes = await reading;
        kept.set(file, bytes);
        return bytes;
      },
    };
    unused.register(stored, file);
    return stored;
  }

  return {
    // One after the other, so that all are read through the same few bytes.
    take(path) {
      const taken = taking.then(() => takeNext(path));
      taking = taken.catch(() => undefined);
      return taken;
    },
  };
}

/** Read at once where nothing of a file is kept. */
const CHUNK_BYTES = 64 * 1024;

/** Length and digest of a file, which is never in memory as a whole. */
async function digestOf(
  file: number,
  chunk: Buffer,
): Promise<Pick<StoredBytes, 'length' | 'digest'>> {
  const digest = createHash('sha256');
  let length = 0;
  for (;;) {
    const { bytesRead } = await readInto(file, chunk, 0, CHUNK_BYTES, length);
    if (bytesRead === 0) return { length, digest: digest.digest('base64url') };
    digest.update(chunk.subarray(0, bytesRead));
    length += bytesRead;
  }
}

/** @throws Error where the file has become shorter. */
async function readWhole(file: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await readInto(file, bytes, at, length - at, at);
    if (bytesRead === 0) throw new Error(`a file of ${length} bytes ends after ${at}`);
    at += bytesRead;
  }
  return bytes;
}
