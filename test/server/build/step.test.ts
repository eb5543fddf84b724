import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BuildStep, runStep } from '../../../server/build/step.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'step-'));
  await mkdir(join(root, 'sources'));
  await writeFile(join(root, 'sources/a.txt'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Copies `sources/a.txt` into `made`. */
const step: BuildStep = {
  name: 'copy',
  inputs: ['sources', 'no-such-file'],
  output: 'made',
  run: async () => {
    await mkdir(join(root, 'made'), { recursive: true });
    await writeFile(join(root, 'made/a.txt'), await readFile(join(root, 'sources/a.txt')));
  },
};

it('runs once for the same inputs', async () => {
  const first = await runStep(root, step, undefined);
  expect(first.hasRun).toBe(true);
  expect(await runStep(root, step, first.record)).toEqual({ ...first, hasRun: false });
});

it('runs again when an input changes, is added or goes', async () => {
  let { record } = await runStep(root, step, undefined);
  const change = async (action: Promise<void>) => {
    await action;
    const next = await runStep(root, step, record);
    record = next.record;
    return next.hasRun;
  };
  expect(await change(writeFile(join(root, 'sources/a.txt'), 'two'))).toBe(true);
  expect(await readFile(join(root, 'made/a.txt'), 'utf8')).toBe('two');
  expect(await change(writeFile(join(root, 'sources/b.txt'), 'more'))).toBe(true);
  expect(await change(rm(join(root, 'sources/b.txt')))).toBe(true);
  expect(await change(Promise.resolve())).toBe(false);
});

it('runs again when what it wrote is gone or cut short', async () => {
  const { record } = await runStep(root, step, undefined);
  await writeFile(join(root, 'made/a.txt'), '');
  expect((await runStep(root, step, record)).hasRun).toBe(true);
  await rm(join(root, 'made'), { recursive: true });
  expect((await runStep(root, step, record)).hasRun).toBe(true);
});

it('a step that fails is not taken for done', async () => {
  const failing = { ...step, run: () => Promise.reject(new Error('no space')) };
  await expect(runStep(root, failing, undefined)).rejects.toThrow('no space');
});
