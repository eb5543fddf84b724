import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Source } from '../../data/core/schema/claim.ts';
import { DatasetOperator } from '../../data/core/schema/dataset.ts';
import { RegionScope } from '../../data/core/schema/ids.ts';
import { LocalizedText } from '../../data/core/schema/localized-text.ts';
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

  it('give the ways to reach an operator, each with its source', async () => {
    for (const { id } of test.service.dataset.operators) {
      const { contacts, sources } = z
        .object({
          contacts: z.array(
            z.strictObject({
              kind: z.string(),
              value: z.string(),
              regions: RegionScope,
              sourceId: z.string(),
              observedOn: z.string().nullable(),
            }),
          ),
          sources: z.record(z.string(), Source),
        })
        .parse(await jsonOf(await ask(`/operators/${id}`)));
      for (const { sourceId } of contacts) expect(sources[sourceId]?.id).toBe(sourceId);
    }
  });

  it('give what was counted in a region with its unit, year, source and definition', async () => {
    const [measure] = test.service.dataset.measures;
    const regionId = measure?.values[0]?.regionId;
    const { facts, measures } = z
      .object({
        facts: z.array(
          z.looseObject({
            regionId: z.string(),
            measure: z.string(),
            value: z.number(),
            unit: z.string(),
            year: z.int(),
            sourceId: z.string(),
          }),
        ),
        measures: z.array(z.looseObject({ id: z.string(), definition: LocalizedText })),
      })
      .parse(await jsonOf(await ask(`/region-facts?region=${regionId}`)));
    expect(new Set(facts.map((fact) => fact.regionId))).toEqual(new Set([regionId]));
    expect(measures.map(({ id }) => id)).toContain(measure?.id);
    const table = await (await ask(`/region-facts?region=${regionId}&f=csv`)).text();
    expect(table.trim().split('\r\n')).toHaveLength(facts.length + 1);
  });

  it('tell in what a region differs, by topic, with the documents that say so', async () => {
    const { differences, sources } = z
      .object({
        differences: z.array(
          z.looseObject({
            topic: z.string(),
            regionId: z.string(),
            sourceIds: z.array(z.string()).min(1),
          }),
        ),
        sources: z.record(z.string(), Source),
      })
      .parse(await jsonOf(await ask('/differences?topic=limits')));
    expect(new Set(differences.map(({ topic }) => topic))).toEqual(new Set(['limits']));
    for (const id of differences.flatMap(({ sourceIds }) => sourceIds)) {
      expect(sources[id]?.id).toBe(id);
    }
  });

  it.each(['region-facts', 'differences'])(
    'refuse %s of a region that is not on the map',
    async (name) => {
      expect((await ask(`/${name}?region=RU-XX`)).status).toBe(404);
      expect((await ask(`/${name}?region=Tatarstan`)).status).toBe(400);
    },
  );

  it('give an operator with each source that its claims and contacts cite, and no other', async () => {
    const answer = OneOperator.parse(await jsonOf(await ask('/operators/mts')));
    const { claims, contacts } = answer.operator;
    const cited = new Set([
      ...claims.flatMap(({ sourceIds }) => sourceIds),
      ...contacts.map(({ sourceId }) => sourceId),
    ]);
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
