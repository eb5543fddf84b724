import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFolder } from '../../../data/files/replace-folder.ts';

async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'replace-folder-'));
}

describe('replacing a folder', () => {
  it('leaves exactly the given files, in the folders they name', async () => {
    const parent = await emptyFolder();
    const folder = join(parent, 'dist');
    await replaceFolder(folder, new Map([['old.json', '1']]));
    await replaceFolder(
      folder,
      new Map<string, string | Uint8Array>([
        ['new.json', '2'],
        ['deep/er.bin', new Uint8Array([7])],
      ]),
    );
    expect((await readdir(folder)).toSorted()).toEqual(['deep', 'new.json']);
    expect([...(await readFile(join(folder, 'deep/er.bin')))]).toEqual([7]);
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('leaves the previous folder whole when a file cannot be written', async () => {
    const parent = await emptyFolder();
    const folder = join(parent, 'dist');
    await replaceFolder(folder, new Map([['kept.json', 'kept']]));
    const clash = new Map([
      ['a', 'file'],
      ['a/b', 'inside a file'],
    ]);
    await expect(replaceFolder(folder, clash)).rejects.toThrow(/a\/b|EEXIST|ENOTDIR/);
    expect(await readFile(join(folder, 'kept.json'), 'utf8')).toBe('kept');
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('does not take a file for a folder', async () => {
    const parent = await emptyFolder();
    await writeFile(join(parent, 'dist'), 'a file');
    await replaceFolder(join(parent, 'dist'), new Map([['x', '1']]));
    expect(await readdir(join(parent, 'dist'))).toEqual(['x']);
  });
});
