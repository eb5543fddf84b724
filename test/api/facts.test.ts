import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DatasetOperator } from '../../data/core/schema/dataset.ts';
import { Source } from '../../data/core/schema/source.ts';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const ask = (path: string) => test.app.request(`/api/v1${path}`);

const OneOperator = z.object({ operator: DatasetOperator, sources: z.record(z.string(), Source) });

describe('the facts', () => {
  it('name every operator, and each one listed has its address', async () => {
    const { operators } = z
      .object({ operators: z.array(z.object({ id: z.string() })) })
      .parse(await jsonOf(await ask('/operators')));
    expect(operators.map(({ id }) => id)).toEqual(
      test.service.dataset.operators.map(({ id }) => id),
    );
    for (const { id } of operators) expect((await ask(`/operators/${id}`)).status, id).toBe(200);
  });

  it('give an operator with each source that its claims cite, and no other', async () => {
    const answer = OneOperator.parse(await jsonOf(await ask('/operators/mts')));
    const cited = new Set(answer.operator.claims.flatMap(({ sourceIds }) => sourceIds));
    expect(Object.keys(answer.sources).sort()).toEqual([...cited].sort());
  });

  it('give a source under its id', async () => {
    const [first] = test.service.dataset.sources;
    const response = await ask(`/sources/${first?.id}`);
    expect(await jsonOf(response)).toEqual(first);
  });

  it('refuse an operator that is not there, and name those that are', async () => {
    const response = await ask('/operators/mtz');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/mtz.*\bmts\b/s);
  });

  it('count claims of law and restrictions among the claims, as the build does', async () => {
    const { counts, hash } = await jsonOf(await ask('/dataset'));
    const built = readFileSync(
      join(import.meta.dirname, '../../data/dist/build-info.json'),
      'utf8',
    );
    expect(hash).toBe(test.service.dataset.hash);
    expect(counts).toEqual(z.object({ counts: z.unknown() }).parse(JSON.parse(built)).counts);
  });

  it('find a place by its name in each language', async () => {
    for (const name of ['Казань', 'Kazan', '喀山']) {
      const { places } = z
        .object({ places: z.array(z.object({ id: z.int(), regionId: z.string() })) })
        .parse(await jsonOf(await ask(`/places?q=${encodeURIComponent(name)}`)));
      expect(places[0], name).toEqual({ id: 551_487, regionId: 'RU-TA' });
    }
  });
});
