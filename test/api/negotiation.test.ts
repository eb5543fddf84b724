import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
}, 60_000);

describe('Accept', () => {
  it.each([
    ['application/vnd.oai.openapi+json;version=3.1', '3.1'],
    ['application/vnd.oai.openapi+json;version=3.0', '3.0'],
    ['application/vnd.oai.openapi+json; version="3.1"', '3.1'],
    ['application/vnd.oai.openapi+json', '3.0'],
    ['application/json', '3.0'],
  ])('%s means OpenAPI %s', async (accept, version) => {
    const response = await test.get('/api/v1/api', { accept });
    expect(response.headers.get('content-type')).toContain(`version=${version}`);
  });

  it('for a version that is not there is refused', async () => {
    const accept = 'application/vnd.oai.openapi+json;version=4.0';
    expect((await test.get('/api/v1/api', { accept })).status).toBe(406);
  });

  it('may name the character set that everything is in', async () => {
    const accept = 'text/csv; charset=UTF-8';
    const response = await test.get('/api/v1/collections/regions/items?limit=1', { accept });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
  });
});

describe('Vary', () => {
  it.each([
    ['/api/v1', 'Accept, Accept-Encoding'],
    ['/api/v1/collections/regions/items?limit=1', 'Accept, Accept-Encoding'],
    ['/api/v1/nothing', 'Accept, Accept-Encoding'],
    ['/downloads/regions.geojson', 'Accept-Encoding'],
    ['/ru/', 'Accept-Encoding'],
    ['/', 'Accept-Language, Accept-Encoding'],
  ])('of %s names what its bytes depend on: %s', async (path, vary) => {
    expect((await test.get(path)).headers.get('vary')).toBe(vary);
  });
});
