import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Region } from '../../../../../data/core/schema/region.ts';
import { createTerritoryResolver } from '../../../../../data/tools/import/numbering/resolve-territory.ts';

const folder = new URL('../../../../../data/facts/regions/', import.meta.url);
const regions = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Region.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const resolve = createTerritoryResolver(regions);

test('each region is found by its official name', () => {
  for (const { id, officialName } of regions) expect(resolve(officialName)).toEqual([id]);
});

test.each([
  ['Город Москва, Московская область', ['RU-MOW', 'RU-MOS']],
  ['Московская область, Город Москва', ['RU-MOS', 'RU-MOW']],
  ['г. Москва * Московская область', ['RU-MOW', 'RU-MOS']],
  ['Москва и Московская область', ['RU-MOW', 'RU-MOS']],
  ['г. Санкт-Петербург и Ленинградская область', ['RU-SPE', 'RU-LEN']],
  ['Архангельская область и Ненецкий автономный округ', ['RU-ARK', 'RU-NEN']],
  ['Республика Крым и г. Севастополь', ['UA-43', 'UA-40']],
  ['г. Норильск|г.о. город Норильск|Красноярский край', ['RU-KYA']],
  ['г. Норильск | Красноярский край', ['RU-KYA']],
  ['г. Псков|Псковская обл.', ['RU-PSK']],
  ['Тульская обл.', ['RU-TUL']],
  ['Еврейская автономная обл.', ['RU-YEV']],
  ['Чукотский АО', ['RU-CHU']],
  ['Ханты - Мансийский - Югра АО', ['RU-KHM']],
  ['Республика Саха /Якутия/', ['RU-SA']],
  ['Республика Чеченская', ['RU-CE']],
  ['Республика Донецкая Народная', ['UA-14']],
  ['Кемеровская область - Кузбасс', ['RU-KEM']],
  ['Кемеровская обл.', ['RU-KEM']],
  ['Чувашская Республика', ['RU-CU']],
  ['Республика Северная Осетия - Алания', ['RU-SE']],
  ['Херсонская область', ['UA-65']],
  ['Ханты-Мансийский АО - Югра', ['RU-KHM']],
  ['Ханты-Мансийский Автономный округ - Югра АО', ['RU-KHM']],
  ['Республика Удмуртская', ['RU-UD']],
  ['Республика Кабардино-Балкарская', ['RU-KB']],
  ['Республика Карачаево-Черкесская', ['RU-KC']],
  ['Кемеровская область - Кузбасс обл.', ['RU-KEM']],
  ['Удмуртская Респ.', ['RU-UD']],
  ['край Пермский', ['RU-PER']],
  ['СВЕРДЛОВСКАЯ ОБЛ', ['RU-SVE']],
  ['Сургутский район * г. Сургут', ['RU-KHM']],
  ['г. Сургут и Сургутский р-н', ['RU-KHM']],
  ['р-ны Абзелиловский и Белорецкий|Абзелиловский район * Белорецкий район', ['RU-BA']],
  ['Российская Федерация', 'RU'],
])('%s is %j', (name, expected) => {
  expect(resolve(name)).toEqual(expected);
});

test.each(['-', '', 'Атлантида', 'Город Москва, Атлантида', 'Тула', 'Алтай'])(
  '%j is not guessed at',
  (name) => {
    expect(resolve(name)).toBeUndefined();
  },
);
