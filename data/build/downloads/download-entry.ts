import { extname } from 'node:path';
import type { DownloadEntry } from '../../schema/download.ts';
import { sha256 } from '../content-hash.ts';

/** Describes a file by its content. */
export function describeDownload(
  name: string,
  content: Uint8Array,
  about: Pick<DownloadEntry, 'subject' | 'format' | 'mediaType'>,
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
