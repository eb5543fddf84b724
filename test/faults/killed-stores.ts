import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../server/reports/engines.ts';
import type { KilledStore } from './kill-while-writing.ts';

/** Databases of one engine, each new and empty. */
export interface KilledStores {
  newStore(): Promise<KilledStore>;
  stop(): Promise<void>;
}

/** Folders for the embedded database. */
export function embeddedStores(): KilledStores {
  return {
    async newStore() {
      const folder = await mkdtemp(join(tmpdir(), 'killed-'));
      return {
        environment: { DATA_DIR: folder, DATABASE_URL: '' },
        remove: () => rm(folder, { recursive: true, force: true }),
      };
    },
    stop: async () => {},
  };
}

/** Databases of a PostgreSQL server of its own, which lives on while the service is killed. */
export async function postgresStores(): Promise<KilledStores> {
  const server = await startPostgres();
  let count = 0;
  return {
    async newStore() {
      count += 1;
      const name = `killed${count}`;
      const folder = await mkdtemp(join(tmpdir(), 'killed-'));
      server.run('createdb', '-h', server.folder, '-U', 'map', name);
      const environment = {
        DATA_DIR: folder,
        DATABASE_URL: server.url.replace('/postgres?', `/${name}?`),
      };
      return { environment, remove: () => rm(folder, { recursive: true, force: true }) };
    },
    stop: server.stop,
  };
}
