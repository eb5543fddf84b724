import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../data/tools/authored/content-hash.ts';
import { precompress } from '../../../../data/tools/publish/precompress.ts';

const long = 'текст '.repeat(500);

it('each file that gains by it gets two encodings of its content', async () => {
  const encoded = await precompress(
    new Map([
      ['a.json', long],
      ['small.json', '{}'],
    ]),
  );
  expect([...encoded.keys()]).toEqual(['a.json.br', 'a.json.gz']);
  expect(brotliDecompressSync(encoded.get('a.json.br') ?? '').toString()).toBe(long);
  expect(gunzipSync(encoded.get('a.json.gz') ?? '').toString()).toBe(long);
});

it('what was encoded before is taken over, by its content and not by its name', async () => {
  const kept = { br: Uint8Array.of(1), gz: Uint8Array.of(2) };
  const known = async (digest: string) => (digest === sha256(long) ? kept : undefined);
  const other = `${long}.`;
  const encoded = await precompress(
    new Map([
      ['b.json', long],
      ['c.json', other],
    ]),
    known,
  );
  expect(encoded.get('b.json.br')).toBe(kept.br);
  expect(encoded.get('b.json.gz')).toBe(kept.gz);
  expect(gunzipSync(encoded.get('c.json.gz') ?? '').toString()).toBe(other);
});

it('equal contents are encoded once', async () => {
  const encoded = await precompress(
    new Map([
      ['a.json', long],
      ['copy/a.json', long],
    ]),
  );
  expect(encoded.get('copy/a.json.br')).toBe(encoded.get('a.json.br'));
});
