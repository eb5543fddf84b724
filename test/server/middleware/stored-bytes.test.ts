import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileStore } from '../../../server/middleware/stored-bytes.ts';

let folder = '';
const content = Buffer.from('а'.repeat(400_000));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-'));
  await writeFile(join(folder, 'file'), content);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a stored file', () => {
  it('has the length and the sum of its bytes before it is read', async () => {
    const { length, digest } = await createFileStore().take(join(folder, 'file'));
    expect(length).toBe(content.byteLength);
    expect(digest).toBe(createHash('sha256').update(content).digest('base64url'));
  });

  it('is the one that was there, whatever takes its place', async () => {
    const path = join(folder, 'replaced');
    await writeFile(path, content);
    const stored = await createFileStore().take(path);
    await writeFile(`${path}.new`, 'another');
    await rename(`${path}.new`, path);
    expect(Buffer.from(await stored.load()).equals(content)).toBe(true);
  });

  it('is read once for all who ask at the same time', async () => {
    const stored = await createFileStore().take(join(folder, 'file'));
    const [one, other] = await Promise.all([stored.load(), stored.load()]);
    expect(one).toBe(other);
  });

  it('that cannot be read is an error, and others are read on', async () => {
    const store = createFileStore();
    await expect(store.take(join(folder, 'none'))).rejects.toThrow('ENOENT');
    await expect(store.take(join(folder, 'file'))).resolves.toMatchObject({
      length: content.length,
    });
  });
});
