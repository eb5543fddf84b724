import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../data/tools/authored/content-hash.ts';
import { type KeptWork, NOTHING_KEPT } from '../../../../data/tools/files/kept-work.ts';
import { precompress } from '../../../../data/tools/publish/precompress.ts';

const long = 'текст '.repeat(500);

it('each file that gains by it gets two encodings of its content', async () => {
  const encoded = await precompress(
    new Map([
      ['a.json', long],
      ['small.json', '{}'],
    ]),
    NOTHING_KEPT,
  );
  expect([...encoded.keys()]).toEqual(['a.json.br', 'a.json.gz']);
  expect(brotliDecompressSync(encoded.get('a.json.br') ?? '').toString()).toBe(long);
  expect(gunzipSync(encoded.get('a.json.gz') ?? '').toString()).toBe(long);
});

it('what was encoded before is taken over, by its content and not by its name', async () => {
  const codings: string[] = [];
  const kept: KeptWork = {
    ...NOTHING_KEPT,
    reuse: async ([coding = '', digest], make) => {
      if (digest !== sha256(long)) return make();
      codings.push(String(coding));
      return Uint8Array.of(1);
    },
  };
  const other = `${long}.`;
  const files = new Map([
    ['b.json', long],
    ['c.json', other],
  ]);
  const encoded = await precompress(files, kept);
  expect(codings).toEqual(['br', 'gz']);
  expect(encoded.get('b.json.br')).toEqual(Uint8Array.of(1));
  expect(gunzipSync(encoded.get('c.json.gz') ?? '').toString()).toBe(other);
});
