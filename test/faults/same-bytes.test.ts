import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../client');

/** Sums of all files of a fresh build, by name. */
async function sumsOfBuild(folder: string): Promise<Record<string, string>> {
  await build({ root: CLIENT, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sums = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const sum = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [relative(folder, path), sum] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}

// That two builds of data/dist are alike is tested beside the build (test/data/tools/publish).
it('two builds of the browser files are the same, byte for byte', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'same-bytes-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const first = await sumsOfBuild(join(parent, 'one'));
  expect(Object.keys(first).length).toBeGreaterThan(20);
  expect(await sumsOfBuild(join(parent, 'two'))).toEqual(first);
});
