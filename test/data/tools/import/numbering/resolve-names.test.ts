import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Operator } from '../../../../../data/core/schema/operator.ts';
import { Region } from '../../../../../data/core/schema/region.ts';
import {
  createHolderResolver,
  createTerritoryResolver,
  HolderNames,
} from '../../../../../data/tools/import/numbering/resolve-names.ts';

const data = new URL('../../../../../data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'));
const operators = readdirSync(new URL('facts/operators/', data))
  .filter((name) => name.endsWith('.json'))
  .map((file) => Operator.parse(read(`facts/operators/${file}`)));
const names = HolderNames.parse(read('tools/import/numbering/holders.json'));
const resolve = createHolderResolver(names, operators, '2026-08-19');

test('73 tax numbers are known, each once', () => {
  expect(new Set(names.holders.map(({ taxId }) => taxId)).size).toBe(73);
  expect(names.holders).toHaveLength(73);
});

test('every tax number that an operator is listed under is one of the register', () => {
  const known = new Set(names.holders.map(({ taxId }) => taxId));
  for (const { id, taxIds } of operators) {
    for (const taxId of taxIds) expect(known.has(taxId), `${id} ${taxId}`).toBe(true);
  }
});

test.each([
  ['ПАО "МТС"', 'mts'],
  ['ПАО «Мобильные ТелеСистемы»', 'mts'],
  ['Публичное акционерное общество "Мобильные ТелеСистемы"', 'mts'],
  ['ПАО  "ВЫМПЕЛКОМ"', 'beeline'],
  ['Общество с ограниченной ответственностью "Скартел"', 'yota'],
  ['ООО "ТМТ"', 'letai'],
  ['ПАО "ТАТТЕЛЕКОМ"', 'letai'],
  ['ООО "Екатеринбург-2000"', 'motiv'],
  ['ПАО "Вымпел-Коммуникации"', 'beeline'],
  ['ОАО "Вымпел-Коммуникации"', 'beeline'],
  ['ООО "Тинькофф Мобайл"', 'tmobile'],
  ['ЗАО "Вайнах Телеком"', 'vainakh'],
  ['АО "Севастополь Телеком"', 'sevtelecom'],
  ['АО "Теле2-Санкт-Петербург"', 't2'],
  ['ЗАО "АКОС"', 't2'],
  ['ООО "Нэт Бай Нэт Холдинг"', 'megafon'],
  ['АО "СИБИНТЕРТЕЛЕКОМ"', 'mts'],
])('without a tax number %s is %s', (holder, operatorId) => {
  expect(resolve({ holder }).holder).toMatchObject({ name: holder, operatorId });
});

test('the tax number decides, whatever the name says', () => {
  expect(resolve({ holder: 'Как угодно', taxId: '7743895280' }).holder.operatorId).toBe('t2');
});

test('two spellings of one holder share a key', () => {
  const one = resolve({ holder: 'ООО "Т2 Мобайл"', taxId: '7743895280' });
  expect(resolve({ holder: 'ООО "Т2 МОБАЙЛ"' }).key).toBe(one.key);
});

test('a stranger keeps its name and gets no operator', () => {
  expect(resolve({ holder: 'ООО "Никто"' }).holder).toEqual({ name: 'ООО "Никто"' });
});

test('a holder counts as its successor from the day of the succession on, by name and by tax number', () => {
  const before = createHolderResolver(names, operators, '2022-09-15');
  const row = { holder: 'АО "АПЕКС"', taxId: '7444007177' };
  expect(before(row).holder.operatorId).toBeUndefined();
  expect(resolve(row).holder.operatorId).toBe('t2');
  expect(resolve({ holder: row.holder }).key).toBe(resolve(row).key);
});

test('every succession leads to a holder of the register', () => {
  const known = new Set(names.holders.map(({ taxId }) => taxId));
  for (const { successorTaxId } of names.successions) expect(known.has(successorTaxId)).toBe(true);
});

const folder = new URL('../../../../../data/facts/regions/', import.meta.url);
const regions = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Region.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const resolveTerritory = createTerritoryResolver(regions);

test('each region is found by its official name', () => {
  for (const { id, officialName } of regions) expect(resolveTerritory(officialName)).toEqual([id]);
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
  expect(resolveTerritory(name)).toEqual(expected);
});

test.each(['-', '', 'Атлантида', 'Город Москва, Атлантида', 'Тула', 'Алтай'])(
  '%j is not guessed at',
  (name) => {
    expect(resolveTerritory(name)).toBeUndefined();
  },
);
