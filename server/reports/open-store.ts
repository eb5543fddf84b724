import { existsSync } from 'node:fs';
import { type Backup, restoreBackup, type Write, writeBackup } from './store/backup.ts';
import { type CaseStore, createCaseStore } from './store/case-store.ts';
import { type Database, DatabaseUnavailable, migrate } from './store/database.ts';
import { createDeskStore, type DeskStore } from './store/desk-store.ts';
import { createPasskeyStore, type PasskeyStore } from './store/passkey-store.ts';
import { openPglite, type PgliteOptions, pgliteFolder } from './store/pglite.ts';

/** Where reports are stored. */
interface StoreLocation {
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
    databaseUrl === undefined
      ? await openPglite(dataDir, options)
      : // Its driver takes megabytes, which a service without a server of its own does not need.
        (await import('./store/postgres.ts')).openPostgres(databaseUrl);
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
    backup: (write) => writeBackup(database, write),
    restore: (backup) => restoreBackup(database, backup),
    close: () => database.close(),
  };
}

/** Whether anything was ever stored: who only reads makes no database. */
export function hasStore({ databaseUrl, dataDir }: StoreLocation): boolean {
  return databaseUrl !== undefined || existsSync(pgliteFolder(dataDir));
}

/** An open database with what is done in it. */
export interface OpenStore {
  readonly cases: CaseStore;
  readonly desk: DeskStore;
  readonly passkeys: PasskeyStore;
  /** Writes a copy of everything, as JSON. */
  backup(write: Write): Promise<void>;
  restore(backup: Backup): Promise<void>;
  close(): Promise<void>;
}

/** How the storage of reports is: not yet asked, in use, or lost, and then why. */
export type StoreStatus =
  | { readonly state: 'idle' | 'open' }
  | { readonly state: 'lost'; readonly reason: string };

/** A store that is opened when it is first needed, so that the map starts, and goes on, without it. */
export interface LazyStore {
  /** Whether anything was ever stored: who only reads makes no database. */
  hasAny(): boolean;
  /** Does something with the store. Throws `DatabaseUnavailable` while it cannot be opened. */
  use<T>(work: (store: OpenStore) => Promise<T>): Promise<T>;
  status(): StoreStatus;
  close(): Promise<void>;
}

/** Milliseconds after a failure within which nobody tries again: each try takes a processor, and askers shall not wait. */
const PAUSE_AFTER_FAILURE = 2_000;

/** Milliseconds that a request waits for the database to open; a connection that stands still for longer is cut (`server/listen.ts`). */
const OPENING_PATIENCE = 10_000;

/** `open` opens and migrates; `now` is any clock in milliseconds. */
export function createLazyStore(
  open: () => Promise<OpenStore>,
  hasAny: () => boolean,
  now: () => number,
  patience = OPENING_PATIENCE,
): LazyStore {
  let opening: Promise<OpenStore> | undefined;
  let lost: { error: DatabaseUnavailable; at: number } | undefined;
  let isOpen = false;

  async function lose(error: unknown): Promise<never> {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    const store = opening;
    opening = undefined;
    isOpen = false;
    lost = { error, at: now() };
    await store?.then((opened) => opened.close()).catch(() => {});
    throw error;
  }

  return {
    hasAny,
    async use(work) {
      if (lost !== undefined && now() - lost.at < PAUSE_AFTER_FAILURE) throw lost.error;
      opening ??= open();
      try {
        const store = await withinPatience(opening, patience, () => new StillOpening());
        const result = await work(store);
        [isOpen, lost] = [true, undefined];
        return result;
      } catch (error) {
        // It goes on opening, for whoever comes next.
        if (error instanceof StillOpening) throw error;
        return lose(error);
      }
    },
    status() {
      if (lost !== undefined) return { state: 'lost', reason: lost.error.message };
      return { state: isOpen ? 'open' : 'idle' };
    },
    async close() {
      const store = opening;
      opening = undefined;
      isOpen = false;
      await store?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

/** Opening takes longer than a request can wait: on a busy machine, or for a large database after a crash. */
class StillOpening extends DatabaseUnavailable {
  constructor() {
    super('the database is still being opened');
  }
}

/** Waits for a work that goes on also where it takes longer than `patience` milliseconds; then throws what `late` makes. */
export function withinPatience<T>(
  work: Promise<T>,
  patience: number,
  late: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
