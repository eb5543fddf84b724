import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { OpenStore } from '../../../server/reports/open-store.ts';
import type { Database } from '../../../server/reports/store/database.ts';
import { openPglite } from '../../../server/reports/store/pglite.ts';
import { openPostgres } from '../../../server/reports/store/postgres.ts';

/** The compiled thread of the embedded database; tests run the other files from their source. */
export const SCRIPT = new URL(
  '../../../build/server/reports/store/pglite-worker.js',
  import.meta.url,
);

/** A database engine that tests can start. */
interface Engine {
  readonly name: 'pglite' | 'postgres';
  start(): Promise<Started>;
}

export interface Started {
  /** Folder of the embedded database, and of nothing for a server. */
  readonly dataDir: string;
  open(): Promise<Database>;
  /** All that is stored, as text. */
  dump(): string;
  stop(): Promise<void>;
}

/** Engines of this machine; PostgreSQL where Debian's packages are, or where `TEST_DATABASE_URL` names a server. */
export function enginesHere(): Engine[] {
  const engines: Engine[] = [{ name: 'pglite', start: startPglite }];
  if (postgresFolder() !== undefined) engines.push({ name: 'postgres', start: startPostgres });
  return engines;
}

/** A new folder for files of a test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'reports-'));
}

async function startPglite(): Promise<Started> {
  const folder = temporaryFolder();
  return {
    dataDir: folder,
    open: () => openPglite(folder, { script: SCRIPT }),
    dump: () => execFileSync('grep', ['-ra', '', folder], { encoding: 'latin1', maxBuffer: 1e9 }),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Programs of the newest PostgreSQL that Debian's packages put here. */
export function postgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** A cluster of its own in a temporary folder, on a local socket only. PostgreSQL refuses to run as root. */
export async function startPostgres(): Promise<
  Started & { readonly url: string; readonly run: Run; readonly folder: string }
> {
  const programs = postgresFolder();
  if (programs === undefined) throw new Error('PostgreSQL is not installed here');
  const folder = mkdtempSync(join('/tmp', 'reports-pg-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const run: Run = (program, ...args) => {
    const path = join(programs, program);
    const [command, all] = isRoot
      ? (['runuser', ['-u', 'postgres', '--', path, ...args]] as const)
      : ([path, args] as const);
    return execFileSync(command, all, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
      maxBuffer: 1e9,
    });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'map', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N');
  const log = join(folder, 'log');
  run('pg_ctl', '-D', data, '-l', log, '-w', '-o', `-k ${folder} -c listen_addresses=''`, 'start');
  const url = `postgres://map@/postgres?host=${encodeURIComponent(folder)}`;
  return {
    dataDir: folder,
    url,
    run,
    folder,
    open: async () => openPostgres(url),
    dump: () => run('pg_dump', '-h', folder, '-U', 'map', 'postgres'),
    async stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Run = (program: string, ...args: string[]) => string;

/** All that is read some at a time. */
export async function allOf<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** A backup as the text that is written. */
export async function backupOf(store: Pick<OpenStore, 'backup'>): Promise<string> {
  const pieces: string[] = [];
  await store.backup(async (piece) => void pieces.push(piece));
  return pieces.join('');
}
