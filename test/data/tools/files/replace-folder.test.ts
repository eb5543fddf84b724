import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PutFile, replaceFolder } from '../../../../data/tools/files/replace.ts';

async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'replace-folder-'));
}

function filling(files: readonly (readonly [name: string, content: string | Uint8Array])[]) {
  return async (put: PutFile) => {
    for (const [name, content] of files) await put(name, content);
  };
}

describe('replacing a folder', () => {
  it('leaves exactly the given files, in the folders they name', async () => {
    const parent = await emptyFolder();
    const folder = join(parent, 'dist');
    await replaceFolder(folder, filling([['old.json', '1']]));
    await replaceFolder(
      folder,
      filling([
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
    await replaceFolder(folder, filling([['kept.json', 'kept']]));
    const clash = filling([
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
    await replaceFolder(join(parent, 'dist'), filling([['x', '1']]));
    expect(await readdir(join(parent, 'dist'))).toEqual(['x']);
  });
});
