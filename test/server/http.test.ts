import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../server/http/answer-cache.ts';
import { prepareAnswer } from '../../server/http/respond.ts';
import { standingHeaders } from '../../server/http/standing-headers.ts';
import { createTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const LANDING = '/api/v1';
const FILE = '/downloads/regions.geojson';
const get = (path: string, headers: Record<string, string> = {}) =>
  test.app.request(path, { headers });
const tagOf = (response: Response) => response.headers.get('etag') ?? '';

describe('validators', () => {
  it('answer 304 without a body to the tag that was given', async () => {
    const first = await get(LANDING);
    const again = await get(LANDING, { 'if-none-match': tagOf(first) });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(tagOf(again)).toBe(tagOf(first));
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
  });

  it('read lists, weak tags and the star', async () => {
    const tag = tagOf(await get(LANDING));
    for (const field of [`"x", ${tag}`, `W/${tag}`, '*']) {
      expect((await get(LANDING, { 'if-none-match': field })).status).toBe(304);
    }
    expect((await get(LANDING, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('are strong and differ from coding to coding', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (coding) =>
        tagOf(await get(LANDING, { 'accept-encoding': coding })),
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/);
  });

  it('refuse with 412 what If-Match does not name', async () => {
    expect((await get(LANDING, { 'if-match': '"x"' })).status).toBe(412);
    expect((await get(LANDING, { 'if-match': tagOf(await get(LANDING)) })).status).toBe(200);
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
    const plain = await get(LANDING, { 'accept-encoding': 'identity, br;q=0.5' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const br = await get(LANDING, { 'accept-encoding': 'identity;q=0.5, br' });
    expect(br.headers.get('content-encoding')).toBe('br');
  });

  it('carry the same bytes', async () => {
    const plain = Buffer.from(
      await (await get(FILE, { 'accept-encoding': 'identity' })).arrayBuffer(),
    );
    const br = await get(FILE, { 'accept-encoding': 'gzip;q=0.5, br' });
    const gzip = await get(FILE, { 'accept-encoding': 'gzip' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).equals(plain)).toBe(true);
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).equals(plain)).toBe(true);
    expect(br.headers.get('vary')).toMatch(/Accept-Encoding/);
  });

  it('leave alone what is refused by quality or too small', async () => {
    expect(
      (await get(LANDING, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers.get(
        'content-encoding',
      ),
    ).toBeNull();
    const small = await get('/api/v1/locate?lon=37&lat=55', { 'accept-encoding': 'br' });
    expect(small.headers.get('content-encoding')).toBeNull();
  });
});

describe('parts of a download', () => {
  it.each([
    ['bytes=0-99', 206, 0, 100],
    ['bytes=100-199', 206, 100, 200],
    ['bytes=-50', 206, -50, undefined],
  ])('%s', async (range, status, from, to) => {
    const whole = Buffer.from(await (await get(FILE)).arrayBuffer());
    const part = await get(FILE, { range });
    expect(part.status).toBe(status);
    const bytes = Buffer.from(await part.arrayBuffer());
    expect(bytes.equals(whole.subarray(from, to))).toBe(true);
    expect(part.headers.get('content-range')).toMatch(new RegExp(`/${whole.length}$`));
    expect(part.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('outside the file gets 416 with its length', async () => {
    const response = await get(FILE, { range: 'bytes=999999999-' });
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
    expect((await get(FILE, { range })).status).toBe(200);
  });

  it('is given to GET only, under any case of the unit', async () => {
    expect((await get(FILE, { range: 'Bytes=0-9' })).status).toBe(206);
    const head = await test.app.request(FILE, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect(head.status).toBe(200);
  });

  it('comes only while If-Range names the present version', async () => {
    const tag = tagOf(await get(FILE));
    expect((await get(FILE, { range: 'bytes=0-9', 'if-range': tag })).status).toBe(206);
    expect((await get(FILE, { range: 'bytes=0-9', 'if-range': '"old"' })).status).toBe(200);
  });
});

describe('methods', () => {
  it.each([LANDING, FILE, '/ru/', '/healthz', '/readyz'])(
    'HEAD %s is GET without its body',
    async (path) => {
      const head = await test.app.request(path, { method: 'HEAD' });
      const full = await get(path);
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
      expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'));
      expect(tagOf(head)).toBe(tagOf(full));
    },
  );

  it('OPTIONS names what is possible and opens reading to other sites', async () => {
    const response = await test.app.request('/api/v1/eligibility', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toMatch(/POST/);
  });
});

describe('Accept', () => {
  it.each(['*', 'text/plain, *; q=.2', ',,', ' '])('%j means what is there', async (accept) => {
    const response = await get(LANDING, { accept });
    expect(response.headers.get('content-type')).toBe('application/json');
  });
});

describe('a request with nonsense in a header field', () => {
  /** The bytes of an answer without their coding. */
  const plainBytes = async (response: Response): Promise<string> => {
    const bytes = Buffer.from(await response.arrayBuffer());
    const coding = response.headers.get('content-encoding');
    if (coding === null) return bytes.toString();
    return (coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
  };

  it.each([
    ['3,000 types', { accept: `${'text/html;q=0.1,'.repeat(3_000)}*/*` }],
    ['open quotes', { accept: `${'a/b;c="d;'.repeat(3_000)},application/json` }],
    ['broken types', { accept: `;q=1,/,//,*/,/*,*/json,${'*'.repeat(9_000)},*/*` }],
    [
      'broken codings',
      { 'accept-encoding': ';;q=;,,br;q=x, gzip;q=-1, identity;q=2;q=3, *;q=-0, ÿ' },
    ],
    ['3,000 codings', { 'accept-encoding': 'gzip;q=0.001,'.repeat(3_000) }],
    ['3,000 qualities', { 'accept-encoding': `br;${'q=1;'.repeat(3_000)}` }],
    ['broken tags', { 'if-none-match': '"a", W/, W/"", "", ,,, "\\", W/W/"b", ", **, x' }],
    ['a tag of 20,000 letters', { 'if-none-match': `W/"${'x'.repeat(20_000)}"` }],
    ['5,000 tags', { 'if-none-match': '"a",'.repeat(5_000) }],
    ['a range of 4,000 parts', { range: `bytes=${'0-0,'.repeat(4_000)}` }],
    [
      'a range of another version',
      { range: 'bytes=0-1', 'if-range': '"a", Tue, 31 Feb 2026 25:61' },
    ],
    ['a day in words', { 'if-modified-since': 'the day before yesterday' }],
    ['another host', { 'x-forwarded-host': 'example.org"><script>' }],
  ])('such as %s is answered all the same', async (_name, headers) => {
    const plain = await get(LANDING);
    const response = await get(LANDING, { ...headers });
    expect(response.status).toBe(200);
    expect(await plainBytes(response)).toBe(await plain.text());
  });
});

describe('kept answers', () => {
  it('stay below their limit in memory, whatever is asked for', () => {
    const cache = createAnswerCache({ maxEntries: 100, maxBytes: 30_000 });
    const answer = (body: string) =>
      prepareAnswer(
        { status: 200, type: 'text/plain', body, keeping: 'day' },
        standingHeaders({ https: false }),
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

describe('pages', () => {
  it('allow the styles that stand in them, pictures among them', async () => {
    for (const path of ['/ru/', '/ru/embed/RU-TA', '/ru/locator/RU-TA.svg', `${LANDING}?f=html`]) {
      const response = await get(path);
      const policy = response.headers.get('content-security-policy');
      const styles = [...(await response.text()).matchAll(/<style>(.*?)<\/style>/gs)];
      expect(styles.length).toBeGreaterThan(0);
      for (const [, style = ''] of styles) {
        expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      }
    }
  });

  it('stand at their own address only', async () => {
    expect((await get('/ru//example.org')).status).toBe(404);
    expect((await get('//example.org/')).status).toBe(404);
  });

  it('lead to the language of the reader with the query that was asked', async () => {
    const response = await get('/?region=RU-TA&q=%0d%0aX:%20%22', { 'accept-language': 'en' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/en/?region=RU-TA&q=%0D%0AX%3A+%22');
    expect((await get('/zh?region=RU-TA')).headers.get('location')).toBe('/zh/?region=RU-TA');
  });
});

describe('header fields', () => {
  it('protect every answer, refusals among them', async () => {
    for (const path of [LANDING, FILE, '/ru/', '/api/v1/nothing', '/healthz']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('keep hashed files for ever and stable names by their tag', async () => {
    expect((await get(FILE)).headers.get('cache-control')).toBe('public, no-cache');
    const { hash } = test.service.dataset;
    const data = await get(`/data/${hash.slice(0, 16)}/dataset.json`);
    expect(data.headers.get('cache-control')).toMatch(/immutable/);
  });

  it('ask for TLS only where the public origin has it', async () => {
    expect((await get(LANDING)).headers.get('strict-transport-security')).toBeNull();
    const secure = await createTestApp({ origin: 'https://example.org' });
    const response = await secure.app.request(LANDING);
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(await response.text()).toMatch(/https:\/\/example\.org\/api\/v1\/conformance/);
  });
});
