import { readFile } from 'node:fs/promises';

/** Text of a file, `undefined` where there is none; any other error is thrown, so that a file without rights is noticed. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
