import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, TODAY } from '../server/test-app.ts';
import { type FeaturesPage, idsOf, readPage } from './features-page.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const page = (path: string) => readPage(test.app, path);
const filter = (text: string) => `regions/items?filter=${encodeURIComponent(text)}`;

describe('the collection regions', () => {
  it('comes whole on the first page', async () => {
    const { numberMatched, numberReturned, links } = await page('regions/items');
    expect([numberMatched, numberReturned]).toEqual([83, 83]);
    expect(links.some(({ rel }) => rel === 'next')).toBe(false);
  });

  it('puts the id on the feature and the verdicts among flat properties', async () => {
    const { features } = await page('regions/items?region_id=RU-TA');
    expect(features[0]?.id).toBe('RU-TA');
    expect(features[0]?.properties).toMatchObject({ name_en: 'Tatarstan', as_of: TODAY });
    expect(features[0]?.properties.verdict_mts).toMatch(/^(no|unknown|partial|yes)$/);
  });

  it('finds Chukotka on both sides of the antimeridian', async () => {
    expect(idsOf(await page('regions/items?bbox=177,65,-177,70'))).toEqual(['RU-CHU']);
    expect(idsOf(await page('regions/items?bbox=-175,64,-170,67'))).toEqual(['RU-CHU']);
    expect(idsOf(await page('regions/items?bbox=-170,30,-60,50'))).toEqual([]);
  });

  it('finds nothing at the South Pole and the islands near the North Pole', async () => {
    expect(idsOf(await page('regions/items?bbox=-180,-90,180,-80'))).toEqual([]);
    expect(idsOf(await page('regions/items?bbox=-180,80,180,90'))).toContain('RU-ARK');
  });

  it('looks at shapes, not at their boxes', async () => {
    // A square in the Gulf of Finland: the box of Leningrad Oblast holds it, the land does not.
    expect(idsOf(await page('regions/items?bbox=28.3,60.0,28.35,60.05'))).toEqual([]);
    // Within the oblast around it lies the city: a box inside the city touches nothing but the city.
    expect(idsOf(await page('regions/items?bbox=37.61,55.75,37.62,55.76'))).toEqual(['RU-MOW']);
  });

  it('takes a box without width and height for a point, and one with an exponent', async () => {
    expect(idsOf(await page('regions/items?bbox=37.61,55.75,37.61,55.75'))).toEqual(['RU-MOW']);
    expect(idsOf(await page('regions/items?bbox=37.61,55.75,37.61,55.76'))).toEqual(['RU-MOW']);
    expect(idsOf(await page('regions/items?bbox=1e-05,0,1e-4,1'))).toEqual([]);
  });

  it('finds a feature by its id, alone or with other filters', async () => {
    expect(idsOf(await page('regions/items?id=RU-TA'))).toEqual(['RU-TA']);
    expect(idsOf(await page('regions/items?id=RU-TA&type=krai'))).toEqual([]);
    expect(idsOf(await page('places/items?id=524901'))).toEqual(['524901']);
  });

  it('takes a box with heights', async () => {
    expect(idsOf(await page('regions/items?bbox=37.61,55.75,0,37.62,55.76,100'))).toEqual([
      'RU-MOW',
    ]);
  });

  it('selects by a property and tells apart what matched from what came', async () => {
    const all = await page('regions/items');
    const wanted = all.features.filter(({ properties }) => properties.type === 'republic').length;
    const few = await page('regions/items?type=republic&limit=5');
    expect([few.numberMatched, few.numberReturned]).toEqual([wanted, 5]);
  });

  it('has evidence today and none in 1990', async () => {
    expect((await page('regions/items?datetime=2026-11-23T12:00:00Z')).numberMatched).toBe(83);
    expect((await page('regions/items?datetime=2026-01-01/..')).numberMatched).toBe(83);
    expect((await page('regions/items?datetime=../1990-01-01')).numberMatched).toBe(0);
    expect((await page('regions/items?datetime=1990-01-01')).numberMatched).toBe(0);
  });

  it('takes the days that GDAL writes with a T behind them', async () => {
    expect((await page('regions/items?datetime=2026-01-01T/..&limit=1')).numberMatched).toBe(83);
    expect((await page('regions/items?datetime=../1990-01-01T')).numberMatched).toBe(0);
  });

  it('knows nothing of a day before all evidence', async () => {
    const { features } = await page('regions/items?asOf=1900-01-01');
    expect(new Set(features.map(({ properties }) => properties.verdict))).toEqual(
      new Set(['unknown']),
    );
  });

  it('computes the verdicts of the day that is asked for', async () => {
    const { features } = await page('regions/items?asOf=2027-05-01&limit=1');
    expect(features[0]?.properties.as_of).toBe('2027-05-01');
    // Past midnight in Moscow, not yet at Greenwich; the same instant in two forms.
    for (const instant of ['2027-05-01T21:30:00Z', '2027-05-02T00:30:00%2B03:00']) {
      const { features: night } = await page(`regions/items?datetime=${instant}&limit=1`);
      expect(night[0]?.properties.as_of).toBe('2027-05-02');
    }
    const past = await page('regions/items?datetime=2026-01-01/2026-02-01&limit=1');
    expect(past.features[0]?.properties.as_of).toBe('2026-02-01');
  });
});

describe('paging', () => {
  it('leads through all places once, keeping the filters', async () => {
    const seen = new Set<string>();
    let next: string | undefined = 'regions/items?federal_district=Volga&limit=6';
    let pages = 0;
    while (next !== undefined) {
      const current: FeaturesPage = await page(next);
      for (const id of idsOf(current)) seen.add(id);
      expect(
        current.features.every(({ properties }) => properties.federal_district === 'Volga'),
      ).toBe(true);
      next = current.links.find(({ rel }) => rel === 'next')?.href.split('/collections/')[1];
      pages++;
    }
    const whole = await page('regions/items?federal_district=Volga');
    expect(whole.numberMatched).toBeGreaterThan(6);
    expect(seen.size).toBe(whole.numberMatched);
    expect(pages).toBe(Math.ceil(whole.numberMatched / 6));
  });

  it('keeps the Link field short enough for clients, next page first', async () => {
    const long = `region_id <> 'x'${" AND region_id <> 'Ж'".repeat(60)}`;
    const path = `/api/v1/collections/${filter(long)}&limit=1`;
    const link = (await test.app.request(path)).headers.get('link') ?? '';
    expect(link.length).toBeLessThan(4_100);
    expect(link).toMatch(/^<[^>]*offset=1[^>]*>; rel="next"/);
    expect((await page(`${filter(long)}&limit=1`)).links.map(({ rel }) => rel)).toContain('self');
  });

  it('leads back, and gives an empty page past the end', async () => {
    const { links } = await page('regions/items?limit=10&offset=15');
    expect(links.find(({ rel }) => rel === 'prev')?.href).toMatch(/offset=5/);
    expect(idsOf(await page('regions/items?offset=500'))).toEqual([]);
  });
});

describe('the other representations', () => {
  it('give CSV with a row per feature', async () => {
    const response = await test.app.request('/api/v1/collections/regions/items?f=csv');
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect((await response.text()).trim().split('\r\n')).toHaveLength(84);
  });

  it('give a page to browsers and JSON to everyone else', async () => {
    const html = await test.app.request('/api/v1/collections', {
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    });
    expect(html.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html.headers.get('content-security-policy')).not.toMatch(/unsafe-inline/);
    const any = await test.app.request('/api/v1/collections', { headers: { accept: '*/*' } });
    expect(any.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    '',
    '/conformance',
    '/collections',
    '/collections/regions',
    '/collections/regions/items?limit=2',
    '/collections/regions/items/RU-TA',
    '/collections/regions/queryables',
    '/collections/regions/schema',
    '/api',
  ])('%s is a page that a person can read', async (path) => {
    const separator = path.includes('?') ? '&' : '?';
    const response = await test.app.request(`/api/v1${path}${separator}f=html`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toMatch(/<h1>/);
    expect(html).not.toMatch(/undefined|\[object Object\]/);
    expect(html).not.toMatch(
      /<script(?! type="application\/ld\+json")|https?:\/\/[^"' ]+\.(js|css)\b/,
    );
  });
});
