import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceExport } from '../../../server/export/export-site.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'export-'));
  folder = join(parent, 'site');
});
afterEach(() => rm(parent, { recursive: true }));

const write = (name: string) =>
  replaceExport(folder, async (put) => {
    await put(name, 'new');
  });

describe('a folder to export into', () => {
  it('is made where there is none, and replaced by the next export', async () => {
    await write('one/page.html');
    expect(await readFile(join(folder, 'one/page.html'), 'utf8')).toBe('new');
    await write('two.html');
    expect(await readdir(folder)).not.toContain('one');
    expect(await readdir(parent)).toEqual(['site']);
  });

  it('is left alone when it holds anything else, even a site of the same hosts', async () => {
    await mkdir(folder);
    for (const name of ['_headers', '_redirects', 'index.html']) {
      await writeFile(join(folder, name), 'by hand');
    }
    await expect(write('two.html')).rejects.toThrow(`${folder} holds something else`);
    expect((await readdir(folder)).sort()).toEqual(['_headers', '_redirects', 'index.html']);
  });

  it('keeps the former export when the next one fails', async () => {
    await write('one.html');
    const failing = replaceExport(folder, async (put) => {
      await put('two.html', 'new');
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await readdir(folder)).toContain('one.html');
    expect(await readdir(parent)).toEqual(['site']);
  });
});
