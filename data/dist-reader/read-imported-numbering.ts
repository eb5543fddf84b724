import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ImportedNumbering } from '../schema/imported-numbering.ts';

/** Where `npm run data:import-numbering` puts the register, from the root of the project. */
export const IMPORTED_NUMBERING_PATH = 'data/imported/numbering.json';

/**
 * Reads the imported numbering register; `undefined` when none was imported, which is the usual case. Throws an
 * error that names the file and the command when the file does not fit its schema.
 */
export async function readImportedNumbering(path: string): Promise<ImportedNumbering | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = ImportedNumbering.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${path} is not of this version: run \`npm run data:import-numbering -- FILE\` again\n${z.prettifyError(parsed.error)}`,
  );
}
