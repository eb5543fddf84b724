import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FileContents, sha256 } from '../authored/content-hash.ts';
import type { KeptWork } from '../files/kept-work.ts';
import { FORMATS } from './formats.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this a coding saves less than its header fields cost. */
const SMALLEST_BYTES = 1_024;
/** How well a file is coded: the quality of Brotli, 0 to 11, and the level of gzip, 0 to 9. */
interface Levels {
  readonly brotli: number;
  readonly gzip: number;
}
const BEST: Levels = { brotli: constants.BROTLI_MAX_QUALITY, gzip: constants.Z_BEST_COMPRESSION };
/** Above a megabyte the best levels take twice to ten times as long for one to six hundredths of the bytes (regions.geojson). */
const LARGE_BYTES = 1_000_000;
const LARGE: Levels = { brotli: 8, gzip: 6 };
/** The facts: each changed one writes them anew, in every language. Half the time for a hundredth of the bytes. */
const FACTS = /(^|\/)dataset[.\w]*\.json$/;
const OFTEN_WRITTEN: Levels = { ...BEST, brotli: 10 };
const COMPRESSED = FORMATS.filter(({ isCompressed }) => isCompressed).map(
  ({ extension }) => `.${extension}`,
);
/** Read by the server at its start and never sent. */
const NEVER_SENT = /^releases\//;

function levelsFor(name: string, bytes: number): Levels {
  if (bytes > LARGE_BYTES) return LARGE;
  return FACTS.test(name) ? OFTEN_WRITTEN : BEST;
}

/** Codings by the ending that they add to the name of a file. */
const CODINGS: Readonly<
  Record<string, (content: Uint8Array, levels: Levels) => Promise<Uint8Array>>
> = {
  br: (content, { brotli }) =>
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotli,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content, { gzip: level }) => compressGzip(content, { level }),
};

/**
 * Encoded siblings of the files that gain by it, `name.br` and `name.gz`, so that a server or a static host
 * sends them as they are. Deterministic for one version of zlib. Equal contents are encoded once.
 */
export async function precompress(
  files: FileContents,
  kept: KeptWork,
): Promise<Map<string, Uint8Array>> {
  const worth = [...files].filter(
    ([name, content]) =>
      content.length >= SMALLEST_BYTES &&
      !COMPRESSED.some((ending) => name.endsWith(ending)) &&
      !NEVER_SENT.test(name),
  );
  const encoded = worth.flatMap(([name, content]) => {
    const digest = sha256(content);
    const levels = levelsFor(name, Buffer.byteLength(content));
    return Object.entries(CODINGS).map(
      async ([ending, encode]): Promise<[string, Uint8Array]> => [
        `${name}.${ending}`,
        await kept.reuse([ending, digest, JSON.stringify(levels)], () =>
          encode(Buffer.from(content), levels),
        ),
      ],
    );
  });
  return new Map(await Promise.all(encoded));
}
