import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { REFERENCE_SYSTEMS } from '../../data/core/geo/reference-system.ts';
import { isInstalled } from '../clients/installed.ts';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';
import { idsOf, readPage } from './features-page.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0';
const page = (path: string) => readPage(test.app, path);
const request = (path: string) => test.app.request(`/api/v1/collections/${path}`);
const Point = z.looseObject({
  geometry: z.looseObject({ coordinates: z.tuple([z.number(), z.number()]) }),
});

describe('coordinates by reference (OGC API Features part 2)', () => {
  it('are listed for each collection, the usual system first, with that of the storage', async () => {
    const { crs, storageCrs } = await jsonOf(await request('places'));
    expect(crs).toEqual(REFERENCE_SYSTEMS.map(({ uri }) => uri));
    expect(crs).toContain(storageCrs);
    expect(REFERENCE_SYSTEMS[0].uri).toMatch(/CRS84$/);
  });

  it('name their system in Content-Crs, also where none was asked for', async () => {
    for (const path of ['places/items?limit=1', 'places/items/524901']) {
      expect((await request(path)).headers.get('content-crs')).toBe(
        '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>',
      );
      const query = `${path.includes('?') ? '&' : '?'}crs=${EPSG}/3857`;
      expect((await request(path + query)).headers.get('content-crs')).toBe(`<${EPSG}/3857>`);
    }
  });

  it('come with the latitude first in EPSG:4326', async () => {
    const { geometry } = Point.parse(
      await jsonOf(await request(`places/items/524901?crs=${EPSG}/4326`)),
    );
    expect(geometry.coordinates[0]).toBeCloseTo(55.752, 2);
    expect(geometry.coordinates[1]).toBeCloseTo(37.616, 2);
  });

  it('select the same features by the same box in each system', async () => {
    const plain = idsOf(await page('places/items?limit=10000&bbox=37,55,38,56'));
    expect(plain.length).toBeGreaterThan(10);
    const boxes: Readonly<Record<string, string>> = {
      4326: '55,37,56,38',
      3857: '4118821.16,7361866.11,4230140.65,7558415.66',
    };
    for (const [code, box] of Object.entries(boxes)) {
      const found = await page(`places/items?limit=10000&bbox=${box}&bbox-crs=${EPSG}/${code}`);
      expect(idsOf(found), code).toEqual(plain);
    }
  });

  it('find the whole of Chukotka in one box of the system for the whole country', async () => {
    // Around the far east of the country, across the antimeridian, which is no edge there.
    const box = '2300000,-900000,2900000,700000';
    const found = idsOf(await page(`regions/items?bbox=${box}&bbox-crs=${EPSG}/3576`));
    expect(found).toContain('RU-CHU');
    expect(found).not.toContain('RU-MOW');
  });

  it('are read in filters too', async () => {
    const filter = encodeURIComponent('S_INTERSECTS(geometry, POINT(55.752 37.6176))');
    const found = await page(`regions/items?filter=${filter}&filter-crs=${EPSG}/4326`);
    expect(idsOf(found)).toEqual(['RU-MOW']);
  });

  it.skipIf(!isInstalled('gdaltransform'))('are those that GDAL computes', async () => {
    const { features } = await page('places/items?limit=40&offset=100');
    const degrees = features.map(({ geometry }) =>
      z.tuple([z.number(), z.number()]).parse(geometry.coordinates),
    );
    for (const { uri, decimals } of REFERENCE_SYSTEMS.slice(2)) {
      const code = `EPSG:${uri.split('/').at(-1)}`;
      const output = execFileSync('gdaltransform', ['-s_srs', 'OGC:CRS84', '-t_srs', code], {
        input: degrees.map((position) => position.join(' ')).join('\n'),
        encoding: 'utf8',
      });
      const expected = output
        .trim()
        .split('\n')
        .map((line) => line.split(' ').map(Number));
      const given = await page(`places/items?limit=40&offset=100&crs=${uri}`);
      for (const [index, { geometry }] of given.features.entries()) {
        const [x = 0, y = 0] = z.array(z.number()).parse(geometry.coordinates);
        expect(x).toBeCloseTo(expected[index]?.[0] ?? Number.NaN, decimals - 1);
        expect(y).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, decimals - 1);
      }
    }
  });
});

describe('what is wrong with a reference system', () => {
  it.each([
    [`crs=${EPSG}/9999`, 'crs', 'EPSG/0/3576'],
    ['bbox=4118821,7361866,4230140,7558415', 'bbox', `name ${EPSG}/3857`],
    ['bbox=55,137,56,138', 'bbox', `name ${EPSG}/4326`],
    ['bbox=37,55,38,200', 'bbox', 'in degrees)"'],
    ['bbox=1e400,1,2,3', 'bbox', '1e400,1,2,3'],
    [`bbox=37,55,138,56&bbox-crs=${EPSG}/4326`, 'bbox', 'OGC/1.3/CRS84'],
    ['sortby=size', 'sortby', 'population'],
    ['properties=name_ru,size', 'properties', 'no property \\"size\\"'],
    ['resulttype=count', 'resulttype', 'hits'],
  ])('is said with what is possible: %s', async (query, parameter, words) => {
    const response = await request(`places/items?${query}`);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain(`"parameter":"${parameter}"`);
    expect(text).toContain(words);
  });
});

describe('how features are written', () => {
  it('leaves out what is not wanted', async () => {
    const { features } = await page('places/items?limit=2&properties=name_ru,population');
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(['name_ru', 'population']);
    const bare = await jsonOf(await request('places/items?limit=1&skipGeometry=true'));
    expect(bare).toMatchObject({ features: [{ geometry: null }] });
    const csv = await (await request('places/items?f=csv&limit=1&properties=name_ru')).text();
    expect(csv).toMatch(/^name_ru,lon,lat\r\n/);
    const none = await request('places/items?f=csv&limit=1&properties=name_ru&skipGeometry=true');
    expect(await none.text()).toMatch(/^name_ru\r\n/);
  });

  it('is what the schema of the answer leaves open, one property alone with it', async () => {
    const name = 'region_id';
    for (const { id } of test.collections) {
      const path = `/collections/${id}/items`;
      const { document } = test.routes.find((route) => route.document.path === path) ?? {};
      const schema = document?.answer.content['application/geo+json'];
      const answer = await jsonOf(await request(`${id}/items?limit=2&properties=${name}`));
      expect(schema?.safeParse(answer), id).toMatchObject({ success: true });
      expect(JSON.stringify(answer)).toContain(`"properties":{"${name}":`);
    }
  });

  it('counts without features', async () => {
    const hits = await page('places/items?resulttype=hits&region_id=RU-TA');
    expect(hits.features).toEqual([]);
    expect(hits.numberReturned).toBe(0);
    expect(hits.numberMatched).toBeGreaterThan(10);
    expect(hits.links.some(({ rel }) => rel === 'next')).toBe(false);
  });

  it('orders by columns, either way, what is unknown last', async () => {
    const { features } = await page('places/items?limit=10000&sortby=-population,name_ru');
    const numbers = features.map(({ properties }) => properties.population);
    expect(features[0]?.id).toBe('524901');
    expect(numbers.at(-1)).toBeNull();
    const known = numbers.filter((number) => typeof number === 'number');
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    const rising = await page('places/items?limit=10000&sortby=+population');
    expect(rising.features.at(-1)?.properties.population).toBeNull();
  });
});
