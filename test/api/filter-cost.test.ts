import { beforeAll, describe, expect, it } from 'vitest';
import { selectItems } from '../../server/api/collections/select-items.ts';
import { parseCql2 } from '../../server/api/cql2/parser.ts';
import { compileFilter } from '../../server/api/cql2/predicate.ts';
import { createTestApp, type TestApp, TODAY } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const collectionOf = (id: string) => {
  const collection = test.collections.find((each) => each.id === id);
  if (collection === undefined) throw new Error(`there is no collection ${id}`);
  return collection;
};
const stepsOf = (filter: string, id = 'places') => {
  const collection = collectionOf(id);
  const { stepsFor } = compileFilter(parseCql2(filter), collection.columns);
  return collection.on(TODAY).items.reduce((sum, item) => sum + stepsFor(item), 0);
};
const ask = (filter: string, id = 'places') =>
  test.app.request(`/api/v1/collections/${id}/items?limit=1&filter=${encodeURIComponent(filter)}`);

/** Near the longest filter that is read. */
const COSTLY = Array(100).fill("id LIKE'%1%1%2%'").join('OR ');

describe('the cost of a filter', () => {
  it.each([
    `NOT '${'a'.repeat(1_290)}' LIKE '%${'a'.repeat(640)}b'`,
    `CASEI('${'A'.repeat(900)}') LIKE CASEI('%${'A'.repeat(900)}b')`,
    `'a' = 'b' OR 1 < 2 OR DATE('2026-01-01') > DATE('2026-02-01')`,
    `'a' IN ('a','b') AND 3 BETWEEN 1 AND 4`,
    `1${'+1'.repeat(900)} > 2 AND 10 ^ 300 * 10 ^ 300 IS NULL`,
    'S_CROSSES(LINESTRING(35 52,65 52),BBOX(30,50,60,65))',
  ])('is nothing for what does not depend on the feature: %.40s', async (filter) => {
    expect(stepsOf(filter)).toBe(0);
    expect((await ask(filter)).status).toBe(200);
  });

  it('of a list of values does not grow with the list', () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, index) => `'${index}'`).join();
    expect(stepsOf(`id IN (${list(200)})`)).toBe(stepsOf(`id IN (${list(2)})`));
  });

  it('grows with each operation and each folding', () => {
    const calculated = (count: number) => stepsOf(`population${'*population'.repeat(count)} > 1`);
    expect(calculated(100)).toBeGreaterThan(20 * calculated(1));
    const folded = (count: number) =>
      stepsOf(`${'CASEI('.repeat(count)}name_ru${')'.repeat(count)} = 'a'`);
    expect(folded(40)).toBeGreaterThan(20 * folded(1));
  });

  it('is counted bit by bit, since it grows with corners and features itself', async () => {
    const { on, columns } = collectionOf('places');
    const day = on(TODAY);
    const selection = {
      ...{ equals: {}, order: [], offset: 0, limit: 1 },
      filter: compileFilter(parseCql2(COSTLY), columns),
    };
    let breaks = 0;
    const giveWay = () => {
      breaks += 1;
      return undefined;
    };
    await expect(selectItems(day, selection, TODAY, giveWay)).rejects.toThrow('would take');
    expect(breaks).toBeGreaterThanOrEqual(2 * day.items.length);
  });

  it('is too much where names are folded over and over', async () => {
    const folded = `${'CASEI('.repeat(38)}name_ru${')'.repeat(38)}`;
    const response = await ask(Array(7).fill(`${folded} LIKE '%'`).join(' OR '));
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/would take \d+ steps/);
  });

  it('of a pattern is bounded by the texts that it meets, not by its own length', () => {
    const long = stepsOf(`name_ru LIKE '%${'а'.repeat(1_500)}'`);
    expect(long).toBeLessThan(stepsOf("name_ru LIKE '%нск'"));
  });

  it('is counted over the features that the other parameters leave', async () => {
    expect((await ask(COSTLY)).status).toBe(400);
    const near = `/api/v1/collections/places/items?region_id=RU-TA&filter=${encodeURIComponent(COSTLY)}`;
    expect((await test.app.request(near)).status).toBe(200);
  });

  it('is named where it is too much, with what is possible', async () => {
    const response = await ask(COSTLY);
    const { detail } = await response.json();
    expect(detail).toMatch(/^filter: would take \d+ steps over \d+ features, at most \d+/);
  });

  it.each([
    ['places', "verdict = 'partial' AND population > 100000 AND CASEI(name_ru) LIKE CASEI('%ка%')"],
    ['places', "name_ru LIKE 'Новый%' OR name_ru LIKE '%ово' OR name_en LIKE '%sk'"],
    ['regions', 'S_INTERSECTS(geometry,BBOX(19,41,180,82)) AND operators_partial > 2'],
    ['operator-regions', "operator_id IN ('mts','t2') AND claims LIKE '%esim%' AND leads <> ''"],
  ])('leaves room for what people ask of %s: %s', async (id, filter) => {
    expect((await ask(filter, id)).status).toBe(200);
  });
});
