import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceDays } from '../../data/core/features/collections.ts';
import { loadApp } from '../../server/load-app.ts';
import { ProblemError } from '../../server/middleware/problem.ts';
import { createComputing } from '../../server/middleware/send-answer.ts';
import { createTestApp, type TestApp, TODAY } from './test-app.ts';

describe('features worked out before anybody asks', () => {
  it('are there when the first request comes: nothing is left to work out', async () => {
    const { collections, prepareCollections } = await createTestApp();
    const stepsOf = async () => {
      let steps = 0;
      const count = () => {
        steps += 1;
        return undefined;
      };
      for (const collection of collections) await collection.prepare(TODAY, count);
      return steps;
    };
    await prepareCollections();
    expect(await stepsOf()).toBe(0);
  });

  it('stay when all that is kept of other days is let go, and tiles stay the same bytes after hundreds', async () => {
    const { app, collections, prepareCollections, letGo } = await createTestApp();
    await prepareCollections();
    const [today, other] = [TODAY, '2025-03-01'];
    const on = (day: string) => collections.map((collection) => collection.on(day));
    const before = { today: on(today), other: on(other) };
    letGo();
    expect(on(today).every((day, index) => day === before.today[index])).toBe(true);
    expect(on(other).some((day, index) => day === before.other[index])).toBe(false);
    const path = '/api/v1/collections/regions/tiles/WebMercatorQuad';
    const bytesOf = async () =>
      Buffer.from(await (await app.request(`${path}/2/1/2`)).arrayBuffer());
    const first = await bytesOf();
    for (let tile = 0; tile < 310; tile++)
      await app.request(`${path}/8/${tile % 256}/${tile % 250}`);
    letGo();
    expect(first.length).toBeGreaterThan(0);
    expect((await bytesOf()).equals(first)).toBe(true);
  });

  it('keep no service from starting where others leave no time for them', async () => {
    const busy = new ProblemError(503, 'no time');
    const { unsent } = createComputing();
    const loaded = await loadApp(join(import.meta.dirname, '../..'), {
      today: () => TODAY,
      onFault: console.error,
      computing: { unsent, queue: { run: () => Promise.reject(busy) } },
    });
    await expect(loaded.prepareCollections()).resolves.toBeUndefined();
  });
});

describe('features of another day on which no evidence changes', () => {
  it('are the same bytes under the same validator, whichever day was asked for first', async () => {
    const [first, second] = [await createTestApp(), await createTestApp()];
    const changes = new Set(evidenceDays(first.service.dataset));
    const days = Array.from({ length: 800 }, (_, index) =>
      new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const [one = '', another = ''] =
      days.flatMap((day, index) => {
        const next = days[index + 1];
        return next === undefined || changes.has(next) ? [] : [[day, next]];
      })[0] ?? [];
    const ask = async (app: TestApp, id: string, day: string) => {
      const path = `/api/v1/collections/${id}/items?limit=10000&asOf=${day}`;
      const response = await app.app.request(path, { headers: { host: 'a' } });
      return { etag: response.headers.get('etag'), text: await response.text() };
    };
    for (const id of ['regions', 'places', 'operator-regions']) {
      await ask(first, id, one);
      const after = await ask(first, id, another);
      expect(after.text).toContain(`"as_of":"${another}"`);
      expect(after.text).not.toContain(`"as_of":"${one}"`);
      expect(await ask(second, id, another)).toEqual(after);
      expect(await ask(second, id, one)).toEqual(await ask(first, id, one));
    }
  });
});
