import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FileContents, sha256 } from '../authored/content-hash.ts';
import { FORMATS } from './formats.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this a coding saves less than its header fields cost. */
const SMALLEST_BYTES = 1_024;
/** Above a megabyte the better qualities cost a build whole seconds a file (6 and 13 times as long on regions.geojson). */
const LARGE_BYTES = 1_000_000;
const LARGE_QUALITY = 9;
const COMPRESSED = FORMATS.filter(({ isCompressed }) => isCompressed).map(
  ({ extension }) => `.${extension}`,
);
/** Read by the server at its start and never sent. */
const NEVER_SENT = /^releases\//;

/** What the bytes of an encoding depend on beside its content: other libraries or qualities give others. */
export const ENCODED_BY = [
  `zlib ${process.versions.zlib}`,
  `brotli ${process.versions.brotli}`,
  `qualities ${constants.BROTLI_MAX_QUALITY} ${LARGE_QUALITY} ${LARGE_BYTES}`,
].join(', ');

/** A content as it is sent in each coding. */
export interface Encodings {
  br: Uint8Array;
  gz: Uint8Array;
}

/** Encodings made before, by the SHA-256 of the content; `undefined` where there are none. */
export type KnownEncodings = (digest: string) => Promise<Encodings | undefined>;

async function encode(content: string | Uint8Array): Promise<Encodings> {
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
  return { br, gz };
}

/**
 * Encoded siblings of the files that gain by it, `name.br` and `name.gz`, so that a server or a static host
 * sends them as they are. Deterministic for one version of zlib. Equal contents are encoded once, and those that
 * `known` has are not encoded again.
 */
export async function precompress(
  files: FileContents,
  known: KnownEncodings = async () => undefined,
): Promise<Map<string, Uint8Array>> {
  const worth = [...files].filter(
    ([name, content]) =>
      content.length >= SMALLEST_BYTES &&
      !COMPRESSED.some((ending) => name.endsWith(ending)) &&
      !NEVER_SENT.test(name),
  );
  const byDigest = new Map<string, Promise<Encodings>>();
  const encoded = worth.map(async ([name, content]): Promise<[string, Uint8Array][]> => {
    const digest = sha256(content);
    const encoding =
      byDigest.get(digest) ?? known(digest).then((found) => found ?? encode(content));
    byDigest.set(digest, encoding);
    const { br, gz } = await encoding;
    return [
      [`${name}.br`, br],
      [`${name}.gz`, gz],
    ];
  });
  return new Map((await Promise.all(encoded)).flat());
}
