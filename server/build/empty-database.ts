import { PGlite } from '@electric-sql/pglite';
import { replaceFolder } from '../../data/tools/files/replace.ts';
import { EMPTY_DATABASE } from '../reports/store/empty-database.ts';

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
