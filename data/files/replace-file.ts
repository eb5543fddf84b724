import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file in one step: beside it first, then renamed, so that nobody reads half of it. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${path}.new-${process.pid}`;
  try {
    await writeFile(fresh, content);
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}
