import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Region } from '../../../data/core/schema/region.ts';

const folder = new URL('../../../data/facts/regions/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();
const regions = files.map((file) =>
  Region.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

test('all 83 federal subjects of ISO 3166-2:RU are described, each in the file of its name', () => {
  expect(regions).toHaveLength(83);
  expect(files).toEqual(regions.map((region) => `${region.id}.json`));
});

test('types of region are counted as in the constitution, less the territories outside ISO 3166-2:RU', () => {
  const counts: Record<string, number> = {};
  for (const region of regions) counts[region.type] = (counts[region.type] ?? 0) + 1;
  expect(counts).toEqual({
    republic: 21,
    krai: 9,
    oblast: 46,
    'federal-city': 2,
    'autonomous-oblast': 1,
    'autonomous-okrug': 4,
  });
});

test.each([
  'oktmo',
  'constitutionCode',
  'geonamesAdmin1',
  'geonamesId',
  'osmRelation',
  'wikidata',
] as const)('no two regions share the %s', (key) => {
  expect(new Set(regions.map((region) => region[key])).size).toBe(83);
});

test('every name is written in the script of its language', () => {
  for (const { id, name } of regions) {
    expect(name.ru, id).toMatch(/^[А-Яа-яЁё —-]+$/);
    expect(name.en, id).toMatch(/^[A-Za-z -]+$/);
    expect(name.zh, id).toMatch(/^[\p{Script=Han}-]+$/u);
  }
});

test('aliases add to the names instead of repeating them', () => {
  for (const { id, name, officialName, aliases } of regions) {
    expect(new Set([name.ru, name.en, name.zh, officialName, ...aliases]).size, id).toBe(
      new Set([name.ru, name.en, name.zh, officialName]).size + aliases.length,
    );
  }
});

test('the main time zone is one that the runtime knows and is listed among the zones', () => {
  for (const { id, timeZone, timeZones } of regions) {
    expect(timeZones, id).toContain(timeZone);
    for (const zone of timeZones) {
      expect(
        () => new Intl.DateTimeFormat('en', { timeZone: zone }),
        `${id} ${zone}`,
      ).not.toThrow();
    }
  }
});
