import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const request = (path: string) => test.app.request(`/api/v1/collections/${path}`);

describe('vector tiles (OGC API Tiles)', () => {
  it('are described with a template for their addresses', async () => {
    const { tilesets } = await jsonOf(await request('regions/tiles'));
    expect(tilesets).toMatchObject([
      {
        dataType: 'vector',
        links: [
          { rel: 'self' },
          { rel: 'item', templated: true, type: 'application/vnd.mapbox-vector-tile' },
          {},
        ],
      },
    ]);
  });

  it('hold the features of their place with their ids and verdicts', async () => {
    const response = await request('regions/tiles/WebMercatorQuad/4/4/9');
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(response.headers.get('etag')).toMatch(/^"/);
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(text).toContain('regions');
    expect(text).toContain('RU-MOW');
    expect(text).toMatch(/partial|unknown|yes|no/);
  });

  it('have no bytes where nothing is, and are refused outside of the pyramid', async () => {
    const empty = await request('regions/tiles/WebMercatorQuad/4/15/0');
    expect([empty.status, (await empty.arrayBuffer()).byteLength]).toEqual([200, 0]);
    for (const [address, name] of [
      ['9/0/0', 'tileMatrix'],
      ['2/4/0', 'tileRow'],
      ['2/0/-1', 'tileCol'],
    ]) {
      const response = await request(`regions/tiles/WebMercatorQuad/${address}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(new RegExp(`${name}.*from 0 to`));
    }
  });
});

describe('features as linked data', () => {
  it('are places with their columns as properties', async () => {
    const response = await request('places/items/524901?f=jsonld');
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    const place = await jsonOf(response);
    expect(place).toMatchObject({ identifier: '524901', geo: { '@type': 'GeoCoordinates' } });
    const page = await (await request('places/items/524901?f=html')).text();
    expect(page).toContain('<script type="application/ld+json">');
    const list = await jsonOf(await request('regions/items?f=jsonld&limit=3'));
    expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: 83 });
  });
});
