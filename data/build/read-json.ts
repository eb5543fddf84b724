import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseJson } from './parse-json.ts';

/** Path of a file in an installed package. */
export function packageFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}

/**
 * Reads a JSON file that may be missing only if `optional`; it is undefined then.
 * @throws Error naming the file when it is missing or not JSON.
 */
export async function readJson(file: string, { optional = false } = {}): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (optional && error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (text === undefined) return undefined;
  const json = parseJson(text);
  if (!json.ok) throw new Error(`${file}: ${json.problem}; install the packages again`);
  return json.value;
}
