import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openKeptWork } from '../../../../data/tools/files/kept-work.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-work-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a build gets for these inputs, and whether it had to be made. */
async function ask(folder: string, inputs: string[], program = 'program') {
  let isMade = false;
  const content = await openKeptWork(folder, program).reuse(inputs, () => {
    isMade = true;
    return Buffer.from(inputs.join('+'));
  });
  return { text: Buffer.from(content).toString(), isMade };
}

it('work is done once for one program and equal inputs', async () => {
  const folder = await emptyFolder();
  expect(await ask(folder, ['csv', 'facts'])).toEqual({ text: 'csv+facts', isMade: true });
  expect(await ask(folder, ['csv', 'facts'])).toEqual({ text: 'csv+facts', isMade: false });
  expect(await ask(folder, ['csv', 'other facts'])).toMatchObject({ isMade: true });
  expect(await ask(folder, ['csv', 'facts'], 'other program')).toMatchObject({ isMade: true });
});

it('two lists of inputs that only look alike when they are joined are two', async () => {
  const folder = await emptyFolder();
  await ask(folder, ['ab', 'c']);
  expect(await ask(folder, ['a', 'bc'])).toMatchObject({ isMade: true });
  expect(await ask(folder, ['ab', 'c', ''])).toMatchObject({ isMade: true });
});

it('equal work is done once even where it is asked for again before it is done', async () => {
  const kept = openKeptWork(await emptyFolder(), 'program');
  let times = 0;
  const make = async () => Uint8Array.of(++times);
  await Promise.all([kept.reuse(['same'], make), kept.reuse(['same'], make)]);
  expect(times).toBe(1);
});

it.each<[string, (path: string) => Promise<unknown>]>([
  ['is cut off', (path) => truncate(path, 40)],
  ['is empty', (path) => truncate(path, 0)],
  ['is shorter than its sum', (path) => truncate(path, 5)],
  [
    'has another bit',
    async (path) => {
      const bytes = await readFile(path);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await writeFile(path, bytes);
    },
  ],
])('a kept file that %s is made again', async (_, damage) => {
  const folder = await emptyFolder();
  await ask(folder, ['csv', 'facts']);
  for (const name of await readdir(folder)) await damage(join(folder, name));
  expect(await ask(folder, ['csv', 'facts'])).toEqual({ text: 'csv+facts', isMade: true });
  expect(await ask(folder, ['csv', 'facts'])).toEqual({ text: 'csv+facts', isMade: false });
});

it('work that fails keeps nothing', async () => {
  const folder = await emptyFolder();
  const failing = openKeptWork(folder, 'program').reuse(['csv', 'facts'], () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await ask(folder, ['csv', 'facts'])).toMatchObject({ isMade: true });
});

it('what a build did not ask for goes at its end, what a killed build began with it', async () => {
  const folder = await emptyFolder();
  await ask(folder, ['old']);
  await writeFile(join(folder, 'abc.new-1'), 'half');
  const kept = openKeptWork(folder, 'program');
  await kept.reuse(['new'], () => Uint8Array.of(1));
  await kept.sweep();
  expect(await readdir(folder)).toHaveLength(1);
  expect(await ask(folder, ['old'])).toMatchObject({ isMade: true });
});
