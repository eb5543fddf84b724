import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { namesIn, replaceFolder } from '../../data/tools/files/replace.ts';

it('what builds that were killed left beside a folder is swept, what others write stays', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'leftovers-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of [
    `dist.new-${ended}`,
    `dist.old-${ended}`,
    `dist.new-${process.ppid}`,
    'dist',
  ]) {
    await mkdir(join(parent, name));
    await writeFile(join(parent, name, 'file'), name);
  }
  await replaceFolder(join(parent, 'dist'), (put) => put('file', 'new'));
  expect((await namesIn(parent)).toSorted()).toEqual(['dist', `dist.new-${process.ppid}`]);
  expect(await readFile(join(parent, 'dist/file'), 'utf8')).toBe('new');
});
