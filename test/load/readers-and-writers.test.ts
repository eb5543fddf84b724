import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postgresFolder, startPostgres } from '../server/reports/engines.ts';
import { type RunningService, startService } from '../start-service.ts';
import { letAsk, openDatabase } from './readers-and-writers.ts';

const ROOT = join(import.meta.dirname, '../..');
/** `npm run bench:reports -- --seconds 300` lets them ask for five minutes. */
const CROWD = { readers: 200, writers: 20, seconds: 20 };

async function start(environment: Record<string, string>): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), 'crowd-'));
  const script = 'build/test/load/unlimited-server.js';
  const service = await startService({ DATA_DIR: folder, ...environment }, ROOT, undefined, script);
  onTestFinished(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return service;
}

async function expectNoError({ origin }: RunningService): Promise<void> {
  await openDatabase(origin);
  const totalOf = async (): Promise<number> =>
    Object(await (await fetch(`${origin}/api/v1/cases?limit=1`)).json()).total;
  const before = await totalOf();
  const { errors, written, reads } = await letAsk(origin, CROWD);
  expect(errors).toEqual([]);
  expect(reads.length).toBeGreaterThan(CROWD.readers);
  expect(await totalOf()).toBe(before + written);
}

describe('twenty writers and two hundred readers', () => {
  it('meet no error with the embedded database, and each report is one case', async () => {
    await expectNoError(await start({ DATABASE_URL: '' }));
  });

  it.runIf(postgresFolder() !== undefined)('meet none with PostgreSQL', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    await expectNoError(await start({ DATABASE_URL: server.url }));
  });
});

describe.runIf(postgresFolder() !== undefined)('a database that hangs', () => {
  it('keeps the senders of reports waiting, and no reader', async () => {
    const server = await startPostgres();
    const { origin } = await start({ DATABASE_URL: server.url });
    await openDatabase(origin);
    const [postmaster = ''] = (
      await readFile(join(server.folder, 'data/postmaster.pid'), 'utf8')
    ).split('\n');
    const children = spawnSync('pgrep', ['-P', postmaster], { encoding: 'utf8' }).stdout;
    const processes = [postmaster, ...children.trim().split('\n')].map(Number);
    const signal = (name: NodeJS.Signals) => {
      for (const pid of processes) process.kill(pid, name);
    };
    signal('SIGSTOP');
    onTestFinished(() => {
      signal('SIGCONT');
      return server.stop();
    });
    let isWaiting = true;
    const writing = letAsk(origin, { readers: 0, writers: 20, seconds: 1 }).then((figures) => {
      isWaiting = false;
      return figures;
    });
    let read = 0;
    while (isWaiting) {
      for (const path of ['/ru/', '/ru/regions/RU-TA', '/api/v1/eligibility?region=RU-TA']) {
        const response = await fetch(origin + path);
        await response.arrayBuffer();
        expect(response.status).toBe(200);
      }
      read += 3;
    }
    const { written, errors } = await writing;
    expect([written, errors.length > 0]).toEqual([0, true]);
    // All of them while nobody's report was answered.
    expect(read).toBeGreaterThan(3);
  });
});
