import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileContents } from './file-contents.ts';

/**
 * Replaces a folder by the given files in one step: they are written beside it first, so a failure on the way
 * leaves the previous folder whole. Throws what the file system throws.
 */
export async function replaceFolder(folder: string, files: FileContents): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  const previous = `${folder}.old-${process.pid}`;
  try {
    for (const [name, content] of files) {
      const path = join(fresh, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    const hadPrevious = await renameIfThere(folder, previous);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (hadPrevious) await rename(previous, folder);
      throw error;
    }
    await rm(previous, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
