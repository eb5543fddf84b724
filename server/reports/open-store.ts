import { existsSync } from 'node:fs';
import type { OpenStore } from './lazy-store.ts';
import { readBackup, restoreBackup } from './store/backup.ts';
import { createCaseStore } from './store/case-store.ts';
import type { Database } from './store/database.ts';
import { createDeskStore } from './store/desk-store.ts';
import { migrate } from './store/migrate.ts';
import { createPasskeyStore } from './store/passkey-store.ts';
import { openPglite, type PgliteOptions, pgliteFolder } from './store/pglite.ts';
import { openPostgres } from './store/postgres.ts';

/** Where reports are stored. */
export interface StoreLocation {
  /** A PostgreSQL server; the embedded database in `dataDir` where absent. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Folder of the numbered SQL files. */
  readonly migrations: string;
}

/** Opens and migrates the database; `options` are those of the embedded one. */
export async function openStore(
  { databaseUrl, dataDir, migrations }: StoreLocation,
  options: PgliteOptions = {},
): Promise<OpenStore> {
  const database =
    databaseUrl === undefined ? await openPglite(dataDir, options) : openPostgres(databaseUrl);
  try {
    await migrate(database, migrations);
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
  return storeOf(database);
}

/** Everything that is done in a migrated database. */
export function storeOf(database: Database): OpenStore {
  return {
    cases: createCaseStore(database),
    desk: createDeskStore(database),
    passkeys: createPasskeyStore(database),
    backup: () => readBackup(database),
    restore: (backup) => restoreBackup(database, backup),
    close: () => database.close(),
  };
}

/** Whether anything was ever stored: who only reads makes no database. */
export function hasStore({ databaseUrl, dataDir }: StoreLocation): boolean {
  return databaseUrl !== undefined || existsSync(pgliteFolder(dataDir));
}
