import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { letAsk, openDatabase } from '../load/readers-and-writers.ts';
import { postgresFolder, startPostgres } from '../server/reports/engines.ts';
import { median, startServer } from './servers.ts';

// npm run bench:reports: how long 200 readers wait while nobody writes and while 20 people send reports, in turns within one
// run, because the machine's own speed changes from minute to minute. With --seconds 300 both ask for five minutes each.
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, rounds: { type: 'string', default: '3' } },
});
const SECONDS = Number(values.seconds) / Number(values.rounds);
const PORT = 18_789;
/** A reader's 99th percentile with writers over the one without. */
const GOAL = 2;

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

for (const engine of ['pglite', 'postgres'] as const) {
  if (engine === 'postgres' && postgresFolder() === undefined) {
    console.log('postgres: NOT RUN on this machine');
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
  const server = engine === 'postgres' ? await startPostgres() : undefined;
  let child: ChildProcess | undefined;
  try {
    child = await startServer(join(import.meta.dirname, '../load/unlimited-server.js'), [], {
      PORT: String(PORT),
      DATA_DIR: folder,
      DATABASE_URL: server?.url ?? '',
    });
    await compare(engine, `http://127.0.0.1:${PORT}`);
  } finally {
    child?.kill();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(engine: string, origin: string): Promise<void> {
  await openDatabase(origin);
  const p99: { alone: number[]; together: number[] } = { alone: [], together: [] };
  let [reads, written, full] = [0, 0, 0];
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const kind of ['alone', 'together'] as const) {
      const writers = kind === 'together' ? 20 : 0;
      const figures = await letAsk(origin, { readers: 200, writers, seconds: SECONDS });
      if (figures.errors.length > 0) throw new Error(figures.errors.slice(0, 5).join('\n'));
      p99[kind].push(percentile(figures.reads, 0.99));
      reads += figures.reads.length;
      written += figures.written;
      full += figures.full;
    }
  }
  const [alone, together] = [median(p99.alone), median(p99.together)];
  const ratio = together / alone;
  console.log(
    `${engine}: ${reads} reads and ${written} reports without an error (${full} told that enough wait about the same); p99 of a read ${alone.toFixed(1)} ms alone, ${together.toFixed(1)} ms beside 20 writers: ${ratio.toFixed(2)} times (goal ${GOAL})`,
  );
  if (ratio > GOAL) process.exitCode = 1;
}
