import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startService } from '../start-service.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

/** What compose.yaml gives a replica, and the Dockerfile all of them. */
const GIVEN = {
  NODE_OPTIONS: /NODE_OPTIONS: (.+)/.exec(read('compose.yaml'))?.[1] ?? '',
  ...Object.fromEntries(
    [...read('Dockerfile').matchAll(/(MALLOC_\w+)=(\d+)/g)].map(([, name, value]) => [name, value]),
  ),
};

/** Tells, when it is asked by a signal, what Node counts as in use. */
const TELL = `process.on('SIGUSR2',()=>console.log('in/use',JSON.stringify(process.memoryUsage())))`;

/**
 * Megabytes that the service holds once it waits for its first request: objects and buffers, which hardly differ from machine to
 * machine. Node 20 comes to 78, Node 24 to 81.
 */
const HELD_MB = 88;
/**
 * The same with all that Node and the C library keep for themselves, without Node's own program, which lies in the memory once
 * for all processes: 91 on Node 20; on Node 24, whose compilers run in more threads, 98 to 113.
 */
const PRIVATE_MB = 125;

it('waits for its first request with little in memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'idle-'));
  const service = await startService({
    ...GIVEN,
    NODE_OPTIONS: `${GIVEN.NODE_OPTIONS} --import=data:text/javascript,${encodeURIComponent(TELL)}`,
    NODE_ENV: 'production',
    DATA_DIR: folder,
  });
  onTestFinished(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const pid = service.pid ?? Number.NaN;
  // Node gives back by and by what it needed to start.
  await sleep(10_000);
  process.kill(pid, 'SIGUSR2');
  const told = () => /^in\/use (.+)$/m.exec(service.output())?.[1];
  await expect.poll(told).toBeDefined();
  const { heapUsed, external } = Object(JSON.parse(told() ?? 'null'));
  expect((heapUsed + external) / 1e6).toBeLessThan(HELD_MB);
  expect(privateMegabytes(pid)).toBeLessThan(PRIVATE_MB);
});

/** Memory of a process that is no file's; 0 where the system does not tell. */
function privateMegabytes(pid: number): number {
  try {
    const [, kilobytes] =
      /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kilobytes) * 1_024) / 1e6;
  } catch {
    return 0;
  }
}
