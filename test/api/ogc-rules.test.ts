import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const Links = z.looseObject({
  links: z.array(z.looseObject({ href: z.string(), rel: z.string(), type: z.string().optional() })),
});
const Parameter = z.looseObject({ name: z.string(), in: z.string() });
const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(Parameter),
  responses: z.looseObject({
    200: z.looseObject({ content: z.record(z.string(), z.unknown()) }).default({ content: {} }),
  }),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.enum(['get', 'post']), Operation.optional())),
});

async function operations() {
  const { paths } = Document.parse(await jsonOf(await test.app.request('/api/v1/api')));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation === undefined ? [] : [{ path, method, operation }],
    ),
  );
}

/** Addresses of documents with links, by their path in the API document. */
const LINKED: Readonly<Record<string, string>> = {
  '/': '/api/v1',
  '/collections': '/api/v1/collections',
  '/collections/{collectionId}': '/api/v1/collections/places',
  '/collections/regions/items': '/api/v1/collections/regions/items?limit=2&offset=2',
  '/collections/places/items/{featureId}': '/api/v1/collections/places/items/524901',
};

describe('the rules of OGC API Features', () => {
  it('name the same media types in links and in the API document', async () => {
    const described = new Map(
      (await operations())
        .filter(({ method }) => method === 'get')
        .map(({ path, operation }) => [path, Object.keys(operation.responses[200].content)]),
    );
    for (const [path, address] of Object.entries(LINKED)) {
      const { links } = Links.parse(await jsonOf(await test.app.request(address)));
      const own = links.filter(({ rel }) => ['self', 'alternate', 'next', 'prev'].includes(rel));
      expect(own.length, address).toBeGreaterThan(1);
      for (const { type } of own) expect(described.get(path), address).toContain(type);
      // 7.4: a document links to itself and to each other representation.
      const types = own.filter(({ rel }) => rel === 'self' || rel === 'alternate');
      expect(types.map(({ type }) => type).sort()).toEqual(described.get(path)?.toSorted());
    }
  });

  it('write every query parameter in the form style, in one piece', async () => {
    for (const { path, operation } of await operations()) {
      for (const parameter of operation.parameters.filter((each) => each.in === 'query')) {
        expect(parameter, path).toMatchObject({ style: 'form', explode: false });
      }
    }
  });

  it('say which filter language is meant where none is named', async () => {
    for (const { path, operation } of await operations()) {
      if (!path.endsWith('/items')) continue;
      const language = operation.parameters.find(({ name }) => name === 'filter-lang');
      expect(language?.schema).toMatchObject({ default: 'cql2-text' });
    }
  });

  it('answer every operation as a page', async () => {
    for (const { path, operation } of await operations()) {
      // Reports have pages of their own, in the languages of the site.
      if (operation.tags.includes('Reports')) continue;
      // A tile is a picture's worth of bytes and nothing to read.
      if (path.includes('{tileMatrix}')) continue;
      expect(Object.keys(operation.responses[200].content), path).toContain('text/html');
    }
    for (const path of [
      '/operators',
      '/operators/mts',
      '/sources',
      '/dataset',
      '/numbering',
      '/places?q=Казань',
      '/locate?lon=37.6&lat=55.7',
      '/eligibility?region=RU-TA',
      '/collections/regions/items/RU-TA',
      '/collections/places/items?limit=3',
    ]) {
      const response = await test.app.request(`/api/v1${path}`, {
        headers: { accept: 'text/html' },
      });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toMatch(/^<!doctype html><html lang="en">.*<h1>/s);
    }
  });

  it('show features on a map, each leading to its own page', async () => {
    const page = await test.app.request('/api/v1/collections/regions/items?f=html&limit=2');
    const html = await page.text();
    expect(html.match(/<path /g)).toHaveLength(2);
    expect(html).toMatch(
      /<a href="\/api\/v1\/collections\/regions\/items\/RU-[A-Z]+\?f=html"><path/,
    );
  });

  it('leave out a time stamp that would not be true', async () => {
    const page = await jsonOf(await test.app.request('/api/v1/collections/places/items?limit=1'));
    expect(page).not.toHaveProperty('timeStamp');
  });

  it('take numbers in every decimal form that languages write', async () => {
    for (const lon of ['5e-324', '-1e-100', `0.${'0'.repeat(60)}1`, '+37.5', '-.0000000']) {
      const point = `/api/v1/locate?lon=${encodeURIComponent(lon)}&lat=55`;
      expect((await test.app.request(point)).status, lon).toBe(200);
      const box = `/api/v1/collections/places/items?limit=1&bbox=${encodeURIComponent(`${lon},50,60,60`)}`;
      expect((await test.app.request(box)).status, lon).toBe(200);
    }
    expect((await test.app.request('/api/v1/locate?lon=1e999&lat=55')).status).toBe(400);
  });

  it('describe the API in YAML as in JSON', async () => {
    const response = await test.app.request('/api/v1/api?f=yaml');
    expect(response.headers.get('content-type')).toBe('application/vnd.oai.openapi;version=3.0');
    const { parse } = await import('yaml');
    const json = await jsonOf(await test.app.request('/api/v1/api?f=json'));
    expect(parse(await response.text())).toEqual(json);
  });
});
