import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { commonHeaders } from '../../../server/middleware/answer.ts';
import { CodedBody, type InTurn } from '../../../server/middleware/content-coding.ts';
import { prepareAnswer } from '../../../server/middleware/send-answer.ts';
import { createAnswerCache } from '../../../server/route.ts';
import { createTestApp, type TestApp, tagOf } from '../test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const LANDING = '/api/v1';
const FILE = '/downloads/regions.geojson';

describe('validators', () => {
  it('answer 304 without a body to the tag that was given', async () => {
    const first = await test.get(LANDING);
    const again = await test.get(LANDING, { 'if-none-match': tagOf(first) });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(tagOf(again)).toBe(tagOf(first));
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
  });

  it('read lists, weak tags and the star', async () => {
    const tag = tagOf(await test.get(LANDING));
    for (const field of [`"x", ${tag}`, `W/${tag}`, '*']) {
      expect((await test.get(LANDING, { 'if-none-match': field })).status).toBe(304);
    }
    expect((await test.get(LANDING, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('are strong and differ from coding to coding', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (coding) =>
        tagOf(await test.get(LANDING, { 'accept-encoding': coding })),
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/);
  });

  it('refuse with 412 what If-Match does not name', async () => {
    expect((await test.get(LANDING, { 'if-match': '"x"' })).status).toBe(412);
    expect((await test.get(LANDING, { 'if-match': tagOf(await test.get(LANDING)) })).status).toBe(
      200,
    );
  });
});

describe('conditions of a POST', () => {
  const post = (headers: Record<string, string>) =>
    test.app.request('/api/v1/locate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"points":[[37,55]]}',
    });

  it.each([{ 'if-none-match': '*' }, { 'if-match': '"x"' }, { range: 'bytes=0-1' }])(
    'such as %j mean nothing for what it computes',
    async (headers) => {
      const response = await post(headers);
      expect(response.status).toBe(200);
      expect(await response.json()).toHaveProperty('locations');
    },
  );
});

describe('content codings', () => {
  it('give way to plain bytes where those are liked better', async () => {
    const plain = await test.get(LANDING, { 'accept-encoding': 'identity, br;q=0.5' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const br = await test.get(LANDING, { 'accept-encoding': 'identity;q=0.5, br' });
    expect(br.headers.get('content-encoding')).toBe('br');
  });

  it('carry the same bytes', async () => {
    const plain = Buffer.from(
      await (await test.get(FILE, { 'accept-encoding': 'identity' })).arrayBuffer(),
    );
    const br = await test.get(FILE, { 'accept-encoding': 'gzip;q=0.5, br' });
    const gzip = await test.get(FILE, { 'accept-encoding': 'gzip' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).equals(plain)).toBe(true);
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).equals(plain)).toBe(true);
    expect(br.headers.get('vary')).toMatch(/Accept-Encoding/);
  });

  it('leave alone what is refused by quality or too small', async () => {
    expect(
      (await test.get(LANDING, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers.get(
        'content-encoding',
      ),
    ).toBeNull();
    const small = await test.get('/api/v1/locate?lon=37&lat=55', { 'accept-encoding': 'br' });
    expect(small.headers.get('content-encoding')).toBeNull();
  });
});

describe('a long body', () => {
  const text = Array.from({ length: 60_000 }, (_, index) => `line ${index}\n`).join('');
  const encodedOf = async (body: CodedBody, coding: string, inTurn?: InTurn) =>
    (await body.forAccepted(coding, inTurn)).bytes;
  const plain = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each(['br', 'gzip'] as const)(
    'is encoded as %s in slices when its turn comes',
    async (coding) => {
      let slices = 0;
      const inTurn: InTurn = (task) =>
        task(() => {
          slices += 1;
          return undefined;
        });
      const bytes = await encodedOf(new CodedBody(text, 'text/plain'), coding, inTurn);
      expect(slices).toBeGreaterThan(3);
      if (!(bytes instanceof Uint8Array)) throw new Error('expected bytes');
      expect(plain[coding](bytes).toString()).toBe(text);
      expect(await encodedOf(new CodedBody(text, 'text/plain'), coding)).toEqual(bytes);
    },
  );

  it('is encoded once for all who ask, and again where the first of them is refused', async () => {
    const body = new CodedBody(text, 'text/plain');
    let turns = 0;
    const inTurn: InTurn = (task) => {
      turns += 1;
      return turns === 1 ? Promise.reject(new Error('too busy')) : task(() => undefined);
    };
    const [first, ...others] = await Promise.allSettled(
      Array.from({ length: 5 }, () => encodedOf(body, 'br', inTurn)),
    );
    expect(first?.status).toBe('rejected');
    expect(others.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
    expect(turns).toBe(2);
  });
});

describe('parts of a download', () => {
  it.each([
    ['bytes=0-99', 206, 0, 100],
    ['bytes=100-199', 206, 100, 200],
    ['bytes=-50', 206, -50, undefined],
    // A suffix longer than the file is the whole of it (RFC 9110 section 14.1.2).
    ['bytes=-999999999', 206, 0, undefined],
  ])('%s', async (range, status, from, to) => {
    const whole = Buffer.from(await (await test.get(FILE)).arrayBuffer());
    const part = await test.get(FILE, { range });
    expect(part.status).toBe(status);
    const bytes = Buffer.from(await part.arrayBuffer());
    expect(bytes.equals(whole.subarray(from, to))).toBe(true);
    expect(part.headers.get('content-range')).toMatch(new RegExp(`/${whole.length}$`));
    expect(part.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('outside the file gets 416 with its length', async () => {
    const response = await test.get(FILE, { range: 'bytes=999999999-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    'bytes=5-1',
    'lines=1-2',
    'bytes=a-b',
    'bytes=0-1,5-6',
    'bytes=',
    'bytes=-',
    'bytes=--1',
    'bytes=1-2-3',
    'bytes 0-1',
    'bytes=0x0-0x9',
    'bytes=1e3-',
    'bytes=0.5-1.5',
    'bytes=9999999999999999999999-',
    'bytes=²-³',
    '',
  ])('in the form %s is ignored', async (range) => {
    expect((await test.get(FILE, { range })).status).toBe(200);
  });

  it('is given to GET only, under any case of the unit', async () => {
    expect((await test.get(FILE, { range: 'Bytes=0-9' })).status).toBe(206);
    const head = await test.app.request(FILE, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect(head.status).toBe(200);
  });

  it('comes only while If-Range names the present version', async () => {
    const tag = tagOf(await test.get(FILE));
    expect((await test.get(FILE, { range: 'bytes=0-9', 'if-range': tag })).status).toBe(206);
    expect((await test.get(FILE, { range: 'bytes=0-9', 'if-range': '"old"' })).status).toBe(200);
  });
});

describe('kept answers', () => {
  it('stay below their limit in memory, whatever is asked for', () => {
    const cache = createAnswerCache({ maxEntries: 100, maxBytes: 30_000 });
    const answer = (body: string) =>
      prepareAnswer(
        { status: 200, type: 'text/plain', body, lifetime: 'day' },
        commonHeaders({ https: false }),
      );
    for (let index = 0; index < 1_000; index++) {
      cache.set(`/places?q=${index}`, answer('ы'.repeat(500)));
    }
    // 500 Cyrillic letters are 1,000 bytes; as much again is left for each of two encoded forms.
    expect(cache.size).toBe(10);
    expect(cache.get('/places?q=999')).toBeDefined();
    cache.set('/huge', answer('x'.repeat(10_000)));
    expect(cache.get('/huge')).toBeUndefined();
  });
});
