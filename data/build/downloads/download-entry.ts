import { extname } from 'node:path';
import { sha256 } from '../content-hash.ts';

/** One file that can be downloaded, as `downloads/index.json` lists it. */
export interface DownloadEntry {
  /** Stable name: always the newest release. */
  name: string;
  /** Name that holds the content's hash, so that it can be cached for ever; the server answers it with the same bytes. */
  hashedName: string;
  /** Collection it holds, or what else it is. */
  subject: string;
  format: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Describes a file by its content. `subject` is a collection id or `dataset`. */
export function describeDownload(
  name: string,
  content: Uint8Array,
  about: { subject: string; format: string; mediaType: string },
): DownloadEntry {
  const digest = sha256(content);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return {
    name,
    hashedName: `by-hash/${stem}.${digest.slice(0, 16)}${extension}`,
    ...about,
    bytes: content.byteLength,
    sha256: digest,
  };
}
