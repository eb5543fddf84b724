import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, tagOf } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const LANDING = '/api/v1';
const FILE = '/downloads/regions.geojson';

describe('methods', () => {
  it.each([LANDING, FILE, '/ru/', '/healthz', '/readyz'])(
    'HEAD %s is GET without its body',
    async (path) => {
      const head = await test.app.request(path, { method: 'HEAD' });
      const full = await test.get(path);
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

describe('pages', () => {
  it('are kept, but for those that are asked for in thousands of characters', async () => {
    const { pages } = test.site;
    const isKept = async (rawQuery: string) => {
      const request = { path: '/ru/about', rawQuery, reader: 'ru' } as const;
      await pages.render(request);
      return pages.known(request) !== undefined;
    };
    expect(await isKept('a=1')).toBe(true);
    expect(await isKept(`a=${'1'.repeat(10_000)}`)).toBe(false);
  });
});

describe('addresses', () => {
  it('are found by the fast router of the framework, which falls back on a slow one in silence', async () => {
    await test.get(LANDING);
    expect(test.app.router.name).toContain('RegExpRouter');
  });

  it('of files answer exactly as they are written', async () => {
    expect((await test.get(`${FILE}/`)).status).toBe(404);
    expect((await test.get('/downloads/nothing.txt')).status).toBe(404);
  });

  it('without a handler name what is possible there, or that nothing is', async () => {
    const ask = async (path: string, method: string) => {
      const { status, headers } = await test.app.request(path, { method });
      return [status, headers.get('allow')];
    };
    expect(await ask(FILE, 'PUT')).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await ask('/ru/check', 'DELETE')).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await ask('/api/v1/eligibility', 'PATCH')).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    expect(await ask('/ru/nothing', 'DELETE')).toEqual([404, null]);
    expect(await ask('/api/v1/nothing', 'OPTIONS')).toEqual([404, null]);
    expect(await ask('/nothing', 'POST')).toEqual([404, null]);
  });
});

describe('Accept', () => {
  it.each(['*', 'text/plain, *; q=.2', ',,', ' '])('%j means what is there', async (accept) => {
    const response = await test.get(LANDING, { accept });
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
    const plain = await test.get(LANDING);
    const response = await test.get(LANDING, { ...headers });
    expect(response.status).toBe(200);
    expect(await plainBytes(response)).toBe(await plain.text());
  });
});

describe('pages', () => {
  it('allow the styles that stand in them, pictures among them', async () => {
    for (const path of ['/ru/', '/ru/embed/RU-TA', '/ru/locator/RU-TA.svg', `${LANDING}?f=html`]) {
      const response = await test.get(path);
      const policy = response.headers.get('content-security-policy');
      const styles = [...(await response.text()).matchAll(/<style>(.*?)<\/style>/gs)];
      expect(styles.length).toBeGreaterThan(0);
      for (const [, style = ''] of styles) {
        expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      }
    }
  });

  it('stand at their own address only', async () => {
    expect((await test.get('/ru//example.org')).status).toBe(404);
    expect((await test.get('//example.org/')).status).toBe(404);
  });

  it('lead to the language of the reader with the query that was asked', async () => {
    const response = await test.get('/?region=RU-TA&q=%0d%0aX:%20%22', { 'accept-language': 'en' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/en/?region=RU-TA&q=%0D%0AX%3A+%22');
    expect((await test.get('/zh?region=RU-TA')).headers.get('location')).toBe('/zh/?region=RU-TA');
  });
});

describe('header fields', () => {
  it('protect every answer, refusals among them', async () => {
    for (const path of [LANDING, FILE, '/ru/', '/api/v1/nothing', '/healthz']) {
      const { headers } = await test.get(path);
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
    expect((await test.get(FILE)).headers.get('cache-control')).toBe('public, no-cache');
    const { hash } = test.service.dataset;
    const data = await test.get(`/data/${hash.slice(0, 16)}/dataset.ru.json`);
    expect(data.headers.get('cache-control')).toMatch(/immutable/);
  });

  it('ask for TLS only where the public origin has it', async () => {
    expect((await test.get(LANDING)).headers.get('strict-transport-security')).toBeNull();
    const secure = await createTestApp({ origin: 'https://example.org' });
    const response = await secure.app.request(LANDING);
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(await response.text()).toMatch(/https:\/\/example\.org\/api\/v1\/conformance/);
  });
});
