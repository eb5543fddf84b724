import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FileContents } from '../authored/content-hash.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this a coding saves less than its header fields cost. */
const SMALLEST_BYTES = 1_024;
/** Above a megabyte the better qualities cost a build whole seconds a file (6 and 13 times as long on regions.geojson). */
const LARGE_BYTES = 1_000_000;
const LARGE_QUALITY = 9;
const COMPRESSED_FORMATS = /\.parquet$/;
/** Read by the server at its start and never sent. */
const NEVER_SENT = /^releases\//;

async function encode(name: string, content: string | Uint8Array): Promise<[string, Uint8Array][]> {
  const bytes = Buffer.from(content);
  const quality = bytes.length > LARGE_BYTES ? LARGE_QUALITY : constants.BROTLI_MAX_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([
    compressBrotli(bytes, { params }),
    compressGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return [
    [`${name}.br`, br],
    [`${name}.gz`, gz],
  ];
}

/**
 * Encoded siblings of the files that gain by it, `name.br` and `name.gz`, so that a server or a static host
 * sends them as they are. Deterministic for one version of zlib.
 */
export async function precompress(files: FileContents): Promise<Map<string, Uint8Array>> {
  const worth = [...files].filter(
    ([name, content]) =>
      content.length >= SMALLEST_BYTES && !COMPRESSED_FORMATS.test(name) && !NEVER_SENT.test(name),
  );
  const encoded = await Promise.all(worth.map(([name, content]) => encode(name, content)));
  return new Map(encoded.flat());
}
