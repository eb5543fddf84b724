import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDist } from '../../data/tools/files/read-dist.ts';
import { MAX_CASES } from '../../server/reports/store/submit-case.ts';
import { namedOf } from '../load/kinds/kinds.ts';
import { fillFolder } from '../load/many-cases.ts';
import { watchServer } from './watch-server.ts';

// npm run bench:cases: for how long what is made of all cases holds the event loop, by how many cases are stored. Each is asked
// for twice: first it is made, then it may be at hand. The goal is that of `bench:worst`.
const COUNTS = (process.env.COUNTS ?? `5000,20000,${MAX_CASES}`).split(',').map(Number);
const GOAL_MS = 50;
const PATHS = ['/api/v1/cases/published', '/api/v1/cases?limit=100', '/ru/cases', '/ru/cases.atom'];
const TIMES = ['first', 'again'] as const;

const dist = join(import.meta.dirname, '../../../data/dist');
const named = namedOf(await readDist(dist));
for (const count of COUNTS) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cases-'));
  await fillFolder(folder, count, named);
  const server = await watchServer(folder);
  try {
    for (const path of PATHS) await measure(path);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }

  async function measure(path: string): Promise<void> {
    // What is asked for first opens the database.
    await server.ask({ path: '/api/v1/cases?limit=1' });
    for (const time of TIMES) {
      const began = performance.now();
      const turn = await server.ask({ path, coding: 'gzip' });
      const seconds = (performance.now() - began) / 1_000;
      if (turn === undefined) throw new Error(`${path} is not answered with 200`);
      const isReached = turn.held < GOAL_MS;
      if (!isReached) process.exitCode = 1;
      console.log(
        `${isReached ? 'ok  ' : 'LONG'} ${count} cases, ${path} ${time}: ${turn.held.toFixed(1)} ms of the processor (${turn.clock.toFixed(1)} of the clock), answered in ${seconds.toFixed(2)} s`,
      );
    }
  }
}
