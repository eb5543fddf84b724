import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { en } from '../../client/i18n/en/index.ts';
import { ru } from '../../client/i18n/ru/index.ts';
import { zh } from '../../client/i18n/zh/index.ts';
import { createOfflinePlan } from '../../client/offline/offline-plan.ts';
import { datasetFile } from '../../data/core/schema/dataset-file.ts';
import { createTestApp } from '../server/test-app.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLIENT = join(ROOT, 'client/dist');

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

function brotliKilobytes(content: Uint8Array | string): number {
  const bytes = Buffer.from(content);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length / 1024;
}

async function manifestOf() {
  return Manifest.parse(JSON.parse(await readFile(join(CLIENT, '.vite/manifest.json'), 'utf8')));
}

/** Built files of an entry with everything it imports at once, without what it imports later. */
async function filesOf(...entries: string[]): Promise<Set<string>> {
  const manifest = await manifestOf();
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the manifest has no ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const each of chunk.imports) visit(each);
  };
  for (const entry of entries) visit(entry);
  return files;
}

async function sizeOf(folder: string, files: Iterable<string>): Promise<number> {
  let size = 0;
  for (const file of files) size += brotliKilobytes(await readFile(join(folder, file)));
  return size;
}

const BOOT = ['map.ts', 'i18n/ru/map.ts', 'styles/map.css'];
const FIRST_GEOMETRY = ['regions.overview.topojson', 'backdrop.topojson'];

async function pageSize(): Promise<number> {
  const { app } = await createTestApp();
  const response = await app.request('/ru/');
  expect(response.status).toBe(200);
  return brotliKilobytes(await response.text());
}

async function librarySize(): Promise<number> {
  const boot = await filesOf(...BOOT);
  const map = [...(await filesOf('islands/map/canvas/region-map.ts'))].filter(
    (file) => !boot.has(file),
  );
  const worker = (await readdir(join(CLIENT, 'assets'))).filter((name) => name.includes('worker'));
  expect(worker).toHaveLength(1);
  return sizeOf(CLIENT, [...map, ...worker.map((name) => `assets/${name}`)]);
}

describe('the first view of the map page, in kilobytes of brotli', () => {
  it('has at most 60 of our own before the map library, the page itself included', async () => {
    const ours = (await pageSize()) + (await sizeOf(CLIENT, await filesOf(...BOOT)));
    expect(ours).toBeLessThanOrEqual(60);
  });

  it('draws its first picture from at most 30 of geometry', async () => {
    expect(await sizeOf(join(ROOT, 'data/dist'), FIRST_GEOMETRY)).toBeLessThanOrEqual(30);
  });

  it('is at most 386 in all', async () => {
    const parts = {
      page: await pageSize(),
      boot: await sizeOf(CLIENT, await filesOf(...BOOT)),
      library: await librarySize(),
      geometry: await sizeOf(join(ROOT, 'data/dist'), FIRST_GEOMETRY),
    };
    const total = Object.values(parts).reduce((sum, each) => sum + each, 0);
    expect(total, JSON.stringify(parts)).toBeLessThanOrEqual(386);
  });

  it('brings no schema library: it is for what comes later', async () => {
    for (const file of await filesOf(...BOOT, 'islands/map/canvas/region-map.ts')) {
      if (!file.endsWith('.js')) continue;
      expect(await readFile(join(CLIENT, file), 'utf8'), file).not.toContain('unrecognized_keys');
    }
  });
});

describe('the check, in kilobytes of brotli', () => {
  const CHECK = ['check.tsx', 'i18n/ru/index.ts', 'styles/check.css'];

  it('is at most 180 with the page itself and the facts', async () => {
    const { app } = await createTestApp();
    const page = brotliKilobytes(await (await app.request('/ru/check')).text());
    const facts = await sizeOf(join(ROOT, 'data/dist'), [datasetFile('ru')]);
    expect(page + facts + (await sizeOf(CLIENT, await filesOf(...CHECK)))).toBeLessThanOrEqual(180);
  });

  it('brings the words of its own language alone', async () => {
    const files = [...(await filesOf(...CHECK))];
    const texts = await Promise.all(files.map((file) => readFile(join(CLIENT, file), 'utf8')));
    const languagesIn = [ru, en, zh].map(({ check }) =>
      texts.some((text) => text.includes(check.toAnswer)),
    );
    expect(languagesIn).toEqual([true, false, false]);
  });
});

describe('what is kept for times without a network', () => {
  it('is at most 420 beyond the map library: the facts of 2026 and 1,223 devices are in it', async () => {
    const { app, service } = await createTestApp();
    const { pages, files } = createOfflinePlan('ru', service.dataset.hash);
    let size = 0;
    for (const address of [...pages, ...files]) {
      const response = await app.request(address);
      expect(response.status, address).toBe(200);
      size += brotliKilobytes(await response.text());
    }
    const library = await filesOf('islands/map/canvas/region-map.ts');
    const assets = (await readdir(join(CLIENT, 'assets'))).map((name) => `assets/${name}`);
    const own = assets.filter((file) => !library.has(file) && !file.includes('worker'));
    expect(size + (await sizeOf(CLIENT, own))).toBeLessThanOrEqual(420);
  });
});
