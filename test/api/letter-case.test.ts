import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_HOUSEHOLD } from '../../server/api/routes/eligibility-routes.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const get = (path: string) => test.app.request(`http://localhost${path}`);

describe('an id in another letter case', () => {
  it.each([
    ['/api/v1/collections/regions/items/ru-ta', '/api/v1/collections/regions/items/RU-TA'],
    ['/api/v1/collections/Regions/items?limit=3', '/api/v1/collections/regions/items?limit=3'],
    ['/api/v1/collections/PLACES', '/api/v1/collections/places'],
    [
      '/api/v1/collections/regions/items/Ru-Mow?f=html',
      '/api/v1/collections/regions/items/RU-MOW?f=html',
    ],
    [
      '/api/v1/collections/operator-regions/items/MTS-ru-ta',
      '/api/v1/collections/operator-regions/items/mts-RU-TA',
    ],
    ['/api/v1/operators/MTS', '/api/v1/operators/mts'],
    [
      '/api/v1/eligibility?region=ru-ta&operator=MTS',
      '/api/v1/eligibility?region=RU-TA&operator=mts',
    ],
    ['/api/v1/eligibility?members=2&region=Ru-Sve', '/api/v1/eligibility?members=2&region=RU-SVE'],
    ['/api/v1/differences?region=ru-chu', '/api/v1/differences?region=RU-CHU'],
    ['/api/V1/operators?f=json', '/api/v1/operators?f=json'],
    ['/API/v1/Sources', '/api/v1/sources'],
    ['/api/v1//operators', '/api/v1/operators'],
    ['//api/v1/operators', '/api/v1/operators'],
    ['/api/v1/Operators/mts', '/api/v1/operators/mts'],
    ['/api/v1//', '/api/v1'],
    [
      '/api/v1/collections/places/tiles/WebMercatorQuad/4/004/%39?f=mvt',
      '/api/v1/collections/places/tiles/WebMercatorQuad/4/4/9?f=mvt',
    ],
    ['/api/v1/operators/?f=json', '/api/v1/operators?f=json'],
    ['/api/v1/collections/regions/items/RU-TA/', '/api/v1/collections/regions/items/RU-TA'],
    ['/api/v1/locate/?lon=49&lat=55', '/api/v1/locate?lon=49&lat=55'],
  ])('%s leads to the one address for good', async (asked, own) => {
    const response = await get(asked);
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(own);
    expect((await get(own)).status).toBe(200);
    expect(test.faults).toEqual([]);
  });

  it('is led on for a body that is sent, too', async () => {
    const response = await test.app.request('http://localhost/api/v1/eligibility?operator=MTS', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/api/v1/eligibility?operator=mts');
  });

  it('has the landing page with a slash at the end, too, as its description calls it', async () => {
    const [one, other] = [await get('/api/v1'), await get('/api/v1/')];
    expect([one.status, other.status]).toEqual([200, 200]);
    const refused = await test.app.request('http://localhost/api/v1/', { method: 'PUT' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('is led on from a slash too many for a body that is sent, too', async () => {
    const response = await test.app.request('http://localhost/api/v1/eligibility/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/api/v1/eligibility');
  });

  it('is read as meant within a body, which has no address to be led to', async () => {
    const ask = (contractRegionId: string, presentRegionId: string) => {
      const lines = EXAMPLE_HOUSEHOLD.lines.map((line) => ({ ...line, contractRegionId }));
      return test.app.request('http://localhost/api/v1/eligibility?asOf=2026-11-23', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...EXAMPLE_HOUSEHOLD, lines, presentRegionId }),
      });
    };
    const [typed, own] = [await ask('ru-ta', 'Ru-Mow'), await ask('RU-TA', 'RU-MOW')];
    expect(own.status).toBe(200);
    expect(typed.status).toBe(200);
    expect(await typed.json()).toEqual(await own.json());
    const wrong = await ask('tatarstan', 'ru-mow');
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('/lines/0/contractRegionId');
    expect(test.faults).toEqual([]);
  });

  it.each([
    '/api/v1/collections/regions/items/ru-xx',
    '/api/v1/operators/nobody',
    '/api/v1/eligibility?region=ru-ta&unknown=1',
    '/api/v1/eligibility?region=tatarstan',
    '/api/v1/collections/regions/items/%D0%A2',
  ])('%s, which is wrong in another way, is refused as before', async (asked) => {
    const { status, headers } = await get(asked);
    expect([400, 404]).toContain(status);
    expect(headers.get('location')).toBeNull();
  });
});
