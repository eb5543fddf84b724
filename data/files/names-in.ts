import { readdir } from 'node:fs/promises';

/** Names of what a folder holds; none where there is no such folder. Throws what else the file system throws. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
