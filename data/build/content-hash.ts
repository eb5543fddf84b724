import { createHash } from 'node:crypto';
import type { FileContents } from '../files/file-contents.ts';

/** SHA-256 of one content, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 over names and contents together, the same for any order of insertion. */
export function hashFiles(files: FileContents): string {
  const lines = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${sha256(content)}  ${name}\n`);
  return sha256(lines.join(''));
}
