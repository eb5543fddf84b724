import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBuild } from '../../server/site/check-build.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('a build that is not whole', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'broken-'));
    await cp(join(ROOT, 'data/dist'), join(root, 'data/dist'), { recursive: true });
    await cp(join(ROOT, 'client/dist'), join(root, 'client/dist'), { recursive: true });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  /** Breaks a file, looks at the build and mends it again. */
  async function faultsAfter(file: string, breakFile: (path: string) => Promise<unknown>) {
    const path = join(root, file);
    const before = await readFile(path);
    await breakFile(path);
    try {
      return await checkBuild(root).then(
        () => 'whole',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    } finally {
      await writeFile(path, before);
    }
  }

  const flip = async (path: string) => {
    const bytes = await readFile(path);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path, bytes);
  };
  const empty = (path: string) => truncate(path, 0);
  const half = async (path: string) => truncate(path, (await readFile(path)).length >> 1);
  const remove = (path: string) => rm(path);

  it('is found where it is', async () => {
    await expect(checkBuild(root)).resolves.toBeUndefined();
  });

  it.each<[string, (path: string) => Promise<unknown>, RegExp]>([
    [
      'data/dist/dataset.json',
      flip,
      /dataset\.json is not what its build wrote: run `npm run data:build`/,
    ],
    ['data/dist/dataset.json', half, /dataset\.json is not what its build wrote/],
    [
      'data/dist/dataset.json.br',
      flip,
      /dataset\.json\.br does not hold what .*dataset\.json holds/,
    ],
    ['data/dist/dataset.json.gz', half, /dataset\.json\.gz does not hold/],
    ['data/dist/places.json', empty, /places\.json is not what its build wrote/],
    ['data/dist/places.compact.json', remove, /places\.compact\.json is missing/],
    ['data/dist/downloads/index.json', remove, /downloads\/index\.json is missing/],
    ['data/dist/downloads/regions.csv', flip, /regions\.csv is not what its build wrote/],
    ['data/dist/build-info.json', remove, /build-info\.json cannot be read/],
    ['data/dist/build-info.json', half, /build-info\.json is not the list of a build/],
    ['client/dist/service-worker.js', remove, /service-worker\.js is missing: run `npm run build`/],
    ['client/dist/service-worker.js', flip, /service-worker\.js is not what its build wrote/],
    ['client/dist/.vite/manifest.json', remove, /manifest\.json cannot be read/],
    ['client/dist/.vite/sums.json', remove, /sums\.json cannot be read: run `npm run build`/],
  ])('is told by its file and the remedy: %s', async (file, breakFile, told) => {
    expect(await faultsAfter(file, breakFile)).toMatch(told);
  });

  it('is told by each of its files', async () => {
    await rm(join(root, 'client/dist/assets'), { recursive: true });
    const told = await checkBuild(root).catch((error: Error) => error.message);
    expect(String(told).split('\n').length).toBeGreaterThan(20);
  });
});
