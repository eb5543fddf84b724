import { createHash } from 'node:crypto';

/** Content of files by name, folders of the name included. */
export type FileContents = ReadonlyMap<string, string | Uint8Array>;

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

/**
 * JSON text that depends on the content alone: keys sorted, keys without a value left out, one line.
 * Arrays keep their order, because order in an array is content.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
