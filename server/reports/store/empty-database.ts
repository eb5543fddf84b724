import { readFile } from 'node:fs/promises';

/** Name of the packed database that the build makes (`server/build/empty-database.ts`). */
export const EMPTY_DATABASE = 'empty-database.tar.gz';

/** Where it stands, seen from the compiled files beside this one. */
const PLACE = new URL(`../../../database/${EMPTY_DATABASE}`, import.meta.url);

/** The packed empty database; `undefined` where the build made none, and the engine makes a new one itself. */
export async function readEmptyDatabase(): Promise<Blob | undefined> {
  const bytes = await readFile(PLACE).catch(() => undefined);
  return bytes && new Blob([new Uint8Array(bytes)]);
}
