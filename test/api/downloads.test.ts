import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestApp, type TestApp } from '../server/test-app.ts';

const Index = z.array(
  z.object({
    name: z.string(),
    hashedName: z.string(),
    subject: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
  }),
);

describe('downloads of the running service', () => {
  let app: TestApp['app'];
  let index: z.infer<typeof Index>;

  beforeAll(async () => {
    ({ app } = await createTestApp());
    const response = await app.request('/downloads/index.json');
    index = Index.parse(await response.json());
  });

  it('answers each file under its stable name, to be asked for again', async () => {
    expect(index.length).toBeGreaterThan(20);
    for (const { name, mediaType, bytes } of index) {
      const response = await app.request(`/downloads/${name}`);
      expect([name, response.status, response.headers.get('cache-control')]).toEqual([
        name,
        200,
        'public, no-cache',
      ]);
      expect(response.headers.get('content-length')).toBe(String(bytes));
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(mediaType);
    }
  });

  it('answers the same bytes under the name with their hash, to be kept for ever', async () => {
    for (const { name, hashedName } of index) {
      const stable = await app.request(`/downloads/${name}`);
      const hashed = await app.request(`/downloads/${hashedName}`);
      expect([hashedName, hashed.status]).toEqual([hashedName, 200]);
      expect(hashed.headers.get('cache-control')).toMatch(/immutable/);
      expect(hashed.headers.get('etag')).toBe(stable.headers.get('etag'));
    }
  });

  it('is led to from a collection by both names', async () => {
    const response = await app.request('http://localhost/api/v1/collections/regions');
    const { links } = z
      .object({ links: z.array(z.object({ href: z.string(), rel: z.string() })) })
      .parse(await response.json());
    const files = links.filter(({ rel }) => rel === 'enclosure').map(({ href }) => href);
    const wanted = index.filter(({ subject }) => subject === 'regions');
    expect(wanted.length).toBeGreaterThan(5);
    for (const { name, hashedName } of wanted) {
      expect(files).toContain(`http://localhost/downloads/${name}`);
      expect(files).toContain(`http://localhost/downloads/${hashedName}`);
    }
  });

  it('knows no download by a hash of other content', async () => {
    const [entry] = index;
    const other = entry?.hashedName.replace(/[0-9a-f]{16}/, '0'.repeat(16));
    expect((await app.request(`/downloads/${other}`)).status).toBe(404);
  });

  it('tells crawlers what they may read, and where the sitemap is once the origin is known', async () => {
    const robots = await app.request('/robots.txt');
    expect(await robots.text()).toMatch(/^User-agent: \*/);
    const { app: published } = await createTestApp({ origin: 'https://map.example.org' });
    expect(await (await published.request('/robots.txt')).text()).toContain(
      'Sitemap: https://map.example.org/sitemap.xml',
    );
    const sitemap = await published.request('/sitemap.xml');
    expect(sitemap.headers.get('content-type')).toContain('application/xml');
    expect(await sitemap.text()).toContain('<loc>https://map.example.org/zh/regions/RU-MOW</loc>');
  });
});
