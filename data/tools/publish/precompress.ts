import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FileContents, sha256 } from '../authored/content-hash.ts';
import type { KeptWork } from '../files/kept-work.ts';
import { FORMATS } from './formats.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this a coding saves less than its header fields cost. */
const SMALLEST_BYTES = 1_024;
/**
 * What the better levels cost a build that writes a file anew: above a megabyte twice to ten times the time for one to six
 * hundredths of the bytes (regions.geojson), and from some hundred kilobytes on the best one of Brotli twice the time for one (the facts).
 */
const LEVELS = [
  { above: 1_000_000, brotli: 8, gzip: 6 },
  { above: 300_000, brotli: 10, gzip: 9 },
  { above: 0, brotli: 11, gzip: 9 },
] as const;
const COMPRESSED = FORMATS.filter(({ isCompressed }) => isCompressed).map(
  ({ extension }) => `.${extension}`,
);
/** Read by the server at its start and never sent. */
const NEVER_SENT = /^releases\//;

function levelsFor({ length }: Uint8Array): { brotli: number; gzip: number } {
  return LEVELS.find(({ above }) => length > above) ?? LEVELS[0];
}

/** Codings by the ending that they add to the name of a file. */
const CODINGS: Readonly<Record<string, (content: Uint8Array) => Promise<Uint8Array>>> = {
  br: (content) =>
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: levelsFor(content).brotli,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content) => compressGzip(content, { level: levelsFor(content).gzip }),
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
    return Object.entries(CODINGS).map(
      async ([ending, encode]): Promise<[string, Uint8Array]> => [
        `${name}.${ending}`,
        await kept.reuse([ending, digest], () => encode(Buffer.from(content))),
      ],
    );
  });
  return new Map(await Promise.all(encoded));
}
