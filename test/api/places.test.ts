import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const find = async (query: string) =>
  jsonOf(await test.app.request(`/api/v1/places?q=${encodeURIComponent(query)}&limit=3`));

describe('/api/v1/places', () => {
  it('answers a region as a region', async () => {
    expect(await find('Татарстан')).toMatchObject({
      regions: [{ id: 'RU-TA', match: 'exact' }],
      ignored: [],
    });
  });

  it('finds the place in an address, and says what it left out', async () => {
    expect(await find('г. Казань, ул. Баумана, д. 5')).toMatchObject({
      places: [{ name: { ru: 'Казань' }, regionId: 'RU-TA', match: 'exact' }],
      ignored: ['ул Баумана', 'д 5'],
    });
  });

  it('tells a known place outside the map from a guess inside it', async () => {
    const found = await find('Судак');
    expect(found).toMatchObject({ outside: [{ code: 'UA-43', match: 'exact' }] });
    expect(found).not.toMatchObject({ places: [{ match: 'exact' }] });
  });

  it('keeps what is only near apart from an answer', async () => {
    expect(await find('Кзаань')).toMatchObject({ places: [{ match: 'near' }] });
  });

  it.each(['x'.repeat(301), ''])(
    'refuses a text of the wrong length with a sentence',
    async (query) => {
      const response = await test.app.request(`/api/v1/places?q=${query}`);
      expect(response.status).toBe(400);
    },
  );
});
