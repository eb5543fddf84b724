import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { replaceFolder } from '../../../data/tools/files/replace.ts';

/** Name of the packed database that the build makes. */
const EMPTY_DATABASE = 'empty-database.tar.gz';

/** Where it stands, seen from the compiled files beside this one. */
const PLACE = new URL(`../../../database/${EMPTY_DATABASE}`, import.meta.url);

/** The packed empty database; `undefined` where the build made none, and the engine makes a new one itself. */
export async function readEmptyDatabase(): Promise<Blob | undefined> {
  const bytes = await readFile(PLACE).catch(() => undefined);
  return bytes && new Blob([new Uint8Array(bytes)]);
}

/**
 * Makes the embedded database as it is before anything is in it, as a file that is unpacked where the first report comes in:
 * `initdb` takes four times as much work, and whoever sent the report waits for it.
 */
export async function makeEmptyDatabase(folder: string): Promise<void> {
  const database = await PGlite.create();
  try {
    const packed = await database.dumpDataDir('gzip');
    const bytes = new Uint8Array(await packed.arrayBuffer());
    await replaceFolder(folder, (put) => put(EMPTY_DATABASE, bytes));
  } finally {
    await database.close();
  }
}
