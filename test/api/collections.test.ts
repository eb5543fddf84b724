import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestApp, jsonOf, type TestApp, TODAY } from '../server/test-app.ts';
import { readPage } from './features-page.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const page = (path: string) => readPage(test.app, path);

/** What the description of a collection says of its extent. */
async function extentOf(id: string) {
  const { extent } = z
    .looseObject({
      extent: z.looseObject({
        spatial: z.looseObject({ bbox: z.array(z.array(z.number())) }),
        temporal: z.looseObject({ interval: z.array(z.array(z.string().nullable())) }),
      }),
    })
    .parse(await jsonOf(await test.app.request(`/api/v1/collections/${id}`)));
  const { bbox } = extent.spatial;
  return { boxes: bbox, from: extent.temporal.interval[0]?.[0] };
}

describe('the extent of a collection of points', () => {
  it.each([
    ['places', 10_000],
    ['operator-regions', 10_000],
  ])('is that of %s, not of the regions', async (id, limit) => {
    const { boxes } = await extentOf(id);
    const { features } = await page(`${id}/items?limit=${limit}`);
    const points = features.map(({ geometry }) => z.array(z.number()).parse(geometry.coordinates));
    const lats = points.map(([, lat = 0]) => lat);
    const lons = points.map(([lon = 0]) => lon);
    const boxOf = (west: number, east: number) => [
      west,
      Math.min(...lats),
      east,
      Math.max(...lats),
    ];
    // Points of the far side of Chukotka: clients would read one box across the antimeridian the other way round.
    const beyond = lons.filter((lon) => lon < 0);
    const near = Math.min(...lons.filter((lon) => lon > 0));
    expect(boxes).toEqual(
      beyond.length === 0
        ? [boxOf(near, Math.max(...lons))]
        : [boxOf(-180, 180), boxOf(near, 180), boxOf(-180, Math.max(...beyond))],
    );
  });

  it('begins with the first evidence, before which datetime finds only what has no time at all', async () => {
    for (const id of ['regions', 'places', 'operator-regions']) {
      const matchedOn = async (day: string) =>
        (await page(`${id}/items?datetime=${day}&limit=1`)).numberMatched;
      const first = (await extentOf(id)).from?.slice(0, 10) ?? '';
      const eve = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
      expect(await matchedOn(eve)).toBe(await matchedOn('1900-01-01'));
      expect(await matchedOn(first)).toBeGreaterThan(await matchedOn(eve));
    }
  });
});

describe('the description of a collection', () => {
  it('says what OGC clients look for', async () => {
    const collection = await jsonOf(await test.app.request('/api/v1/collections/regions'));
    expect(collection).toMatchObject({
      id: 'regions',
      itemType: 'feature',
      crs: expect.arrayContaining(['http://www.opengis.net/def/crs/OGC/1.3/CRS84']),
    });
    const { extent, links } = z
      .looseObject({
        extent: z.looseObject({
          spatial: z.looseObject({ bbox: z.array(z.array(z.number())) }),
          temporal: z.looseObject({ interval: z.array(z.array(z.string().nullable())) }),
        }),
        links: z.array(z.looseObject({ rel: z.string(), type: z.string() })),
      })
      .parse(collection);
    const rounded = extent.spatial.bbox.map((box) => box.map(Math.round));
    expect(rounded).toEqual([
      [-180, 41, 180, 82],
      [20, 41, 180, 82],
      [-180, 41, -169, 82],
    ]);
    expect(extent.temporal.interval[0]?.[1]).toBeNull();
    expect(links).toContainEqual(
      expect.objectContaining({ rel: 'items', type: 'application/geo+json' }),
    );
  });

  it.each(['regions', 'places', 'operator-regions'])(
    'says which properties of %s may be null, and no other is',
    async (id) => {
      const { properties } = z
        .object({
          properties: z.record(
            z.string(),
            z.looseObject({ type: z.unknown().optional(), enum: z.unknown().optional() }),
          ),
        })
        .parse(await jsonOf(await test.app.request(`/api/v1/collections/${id}/schema`)));
      const seen = new Set<string>();
      for (const day of ['1900-01-01', TODAY]) {
        const { features } = await page(`${id}/items?limit=10000&asOf=${day}`);
        for (const feature of features) {
          for (const [name, value] of Object.entries(feature.properties)) {
            if (value === null) seen.add(name);
          }
        }
      }
      expect(seen.size).toBeGreaterThan(0);
      const nullable = Object.entries(properties).filter(([, { type }]) => Array.isArray(type));
      expect(nullable.map(([name]) => name).sort()).toEqual([...seen].sort());
      for (const [name, { type, enum: values }] of nullable) {
        expect([name, type]).toEqual([name, [expect.any(String), 'null']]);
        if (values !== undefined) expect(values).toContain(null);
      }
    },
  );

  it('links to the licence of the data, as the landing page does', async () => {
    for (const path of ['', '/collections/places']) {
      const { links } = await jsonOf(await test.app.request(`/api/v1${path}`));
      expect(links).toContainEqual(
        expect.objectContaining({
          rel: 'license',
          href: 'https://creativecommons.org/licenses/by/4.0/',
        }),
      );
    }
  });

  it('lists every queryable as a parameter of items', async () => {
    const queryables = await jsonOf(
      await test.app.request('/api/v1/collections/regions/queryables'),
    );
    const names = Object.keys(z.looseObject({}).parse(queryables.properties));
    const query = test.routes.find(({ document }) => document.operationId === 'getRegionsItems')
      ?.document.query;
    const parameters = Object.keys(query?.shape ?? {});
    for (const name of names) {
      if (name !== 'geometry') expect(parameters).toContain(name);
    }
  });
});
