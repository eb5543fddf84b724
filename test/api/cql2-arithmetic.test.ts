import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../server/test-app.ts';
import { idsOf, readPage } from './features-page.ts';

let test: TestApp;
let places: readonly { id: string; population: unknown }[];
beforeAll(async () => {
  test = await createTestApp();
  const { features } = await readPage(test.app, 'places/items?limit=10000');
  places = features.map(({ id, properties }) => ({ id, population: properties.population }));
});

const filtered = (filter: string, language = 'cql2-text') =>
  `places/items?limit=10000&filter-lang=${language}&filter=${encodeURIComponent(filter)}`;
const ask = async (filter: string) => idsOf(await readPage(test.app, filtered(filter)));
const json = async (filter: unknown) =>
  idsOf(await readPage(test.app, filtered(JSON.stringify(filter), 'cql2-json')));
const refusal = async (filter: string, language?: string) => {
  const response = await test.app.request(`/api/v1/collections/${filtered(filter, language)}`);
  expect(response.status).toBe(400);
  return response.text();
};
/** Places with a known population of which something holds. */
const having = (holds: (population: number) => boolean) =>
  places
    .filter(({ population }) => typeof population === 'number' && holds(population))
    .map(({ id }) => id);

const population = { property: 'population' };

describe('arithmetic in a filter (OGC 21-065r2, 7.15)', () => {
  it.each([
    ['1 + 2 * 3 = 7'],
    ['(1 + 2) * 3 = 9'],
    ['10 - 2 - 3 = 5'],
    ['40 / 4 / 2 = 5'],
    ['2 * 3 ^ 2 = 18'],
    ['-2 ^ 2 = 4'],
    ['2 ^ -1 = .5'],
    ['7 div 2 = 3 AND 7 / 2 = 3.5'],
    ['-7 div 2 = -3 AND -7 % 2 = -1'],
    ['7 DIV 2 * 2 + 7 % 2 = 7'],
    ['1-2 = -1 AND 1 - -2 = 3 AND 1+ +2 = 3'],
    ['((1 + 1)) = (2) AND (((1 = 1)))'],
    ['NOT (1 + 1) = 3'],
    ['5 BETWEEN 2 * 2 AND 2 * 3 AND 5 IN (1, 2 + 3)'],
    ['"population" - population + 1 = 1 OR population IS NULL'],
  ])('%s is true', async (filter) => {
    expect(await ask(filter)).toHaveLength(places.length);
  });

  it('compares what is calculated of a property', async () => {
    expect(await ask('population / 1000 > 500')).toEqual(having((all) => all > 500_000));
    expect(await ask('population % 2 = 1')).toEqual(having((all) => all % 2 === 1));
    expect(await ask('population div 1000 = 12')).toEqual(
      having((all) => all >= 12_000 && all < 13_000),
    );
    expect(await ask('-population < -1000000')).toEqual(having((all) => all > 1_000_000));
    expect(await ask('population NOT BETWEEN 10 ^ 4 AND 10 ^ 6')).toEqual(
      having((all) => all < 10_000 || all > 1_000_000),
    );
    expect(await ask('population = population')).toEqual(having(() => true));
    expect(await ask('population * 2 - population > 10 ^ 6')).toEqual(
      having((all) => all > 1_000_000),
    );
  });

  it('leaves open what rests on an unknown number or on none', async () => {
    const unknown = places.filter((place) => place.population === null).map(({ id }) => id);
    expect(unknown.length).toBeGreaterThan(0);
    expect(await ask('population + 1 IS NULL')).toEqual(unknown);
    expect(await ask('population + 1 > 0 OR NOT population + 1 > 0')).toEqual(having(() => true));
    for (const none of ['1 / 0', '1 % 0', '0 div 0', '(-4) ^ .5', '10 ^ 308 * 10']) {
      expect(await ask(`${none} IS NULL`)).toHaveLength(places.length);
      expect(await ask(`${none} = 1 OR NOT ${none} = 1`)).toEqual([]);
    }
    // One of them may be the value that is looked for: only what is found is certain.
    expect(await ask('population IN (1 / 0, 2)')).toEqual(having((all) => all === 2));
    expect(await ask('NOT population IN (1 / 0, 2)')).toEqual([]);
  });

  it.each([
    [
      'population * 2 > 1000 + 10 ^ 6',
      {
        op: '>',
        args: [
          { op: '*', args: [population, 2] },
          { op: '+', args: [1000, { op: '^', args: [10, 6] }] },
        ],
      },
    ],
    [
      'population div 1000 = 12 OR population % 1000 = 1',
      {
        op: 'or',
        args: [
          { op: '=', args: [{ op: 'div', args: [population, 1000] }, 12] },
          { op: '=', args: [{ op: '%', args: [population, 1000] }, 1] },
        ],
      },
    ],
    [
      'population / 4 - 1 <= 2000',
      { op: '<=', args: [{ op: '-', args: [{ op: '/', args: [population, 4] }, 1] }, 2000] },
    ],
  ])('selects the same in text and in JSON: %s', async (text, expression) => {
    const found = await json(expression);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await ask(text));
  });

  it.each([
    ["name_ru + 'a' = 'b'", '+ expects numbers, not a text'],
    ["population > as_of - DATE('2026-01-01')", '- expects numbers, not a date'],
    ['population = 2 ^ 3 ^ 2', 'expected the end, not \\"^\\"'],
    ['population + = 3', 'expected a property or a value, not \\"=\\"'],
    ['population + 3', 'expected a comparison'],
    ['(population + 3)', 'expected a comparison'],
    ['(population = 3) + 1 = 4', 'expected a property or a value'],
    [`${'('.repeat(60)}1${')'.repeat(60)} = 1`, 'at most 40 levels'],
  ])('says what is wrong: %.60s', async (filter, words) => {
    expect(await refusal(filter)).toContain(words);
  });

  it('expects two numbers in JSON as well', async () => {
    const text = (args: unknown[]) => JSON.stringify({ op: '=', args: [1, { op: '+', args }] });
    expect(await refusal(text([1]), 'cql2-json')).toContain('+ expects 2 arguments, not 1');
    expect(await refusal(text([1, 2, 3]), 'cql2-json')).toContain('+ expects 2 arguments, not 3');
    expect(await refusal(text([1, 'a']), 'cql2-json')).toContain('+ expects numbers, not a text');
  });
});
