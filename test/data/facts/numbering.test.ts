import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NumberingTable } from '../../../data/core/schema/numbering.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
const table = NumberingTable.parse(read('numbering/2026-08-19.json'));
const regionIds = readdirSync(new URL('../../../data/facts/regions/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

const regionsOf = (operatorId: string): string[] =>
  Object.keys(table.counts[operatorId] ?? {})
    .filter((id) => id.startsWith('RU-'))
    .sort();

test.each([
  'mts',
  'megafon',
  'beeline',
  't2',
  'yota',
  'tmobile',
  'sbermobile',
  'rostelecom',
  'alfa-mobile',
])('%s holds numbers in all 83 regions', (operatorId) => {
  expect(regionsOf(operatorId)).toEqual([...regionIds].sort());
});

test('the two bank operators without numbers in 13 regions lack exactly those where T2 has token blocks', () => {
  const withoutGazprombank = regionIds.filter(
    (id) => !regionsOf('gazprombank-mobile').includes(id),
  );
  const withoutVtb = regionIds.filter((id) => !regionsOf('vtb-mobile').includes(id));
  const tokenBlocks = regionIds.filter((id) => (table.counts.t2?.[id] ?? 0) < 60_000);
  expect(withoutGazprombank).toHaveLength(13);
  expect(withoutVtb).toEqual(withoutGazprombank);
  expect(tokenBlocks).toEqual(expect.arrayContaining(withoutGazprombank));
});

test('Letai counts both of its companies in Tatarstan', () => {
  expect(table.counts.letai).toEqual({ 'RU-TA': 1_419_990 + 60_000 });
});

test('merged territories count fully for each member', () => {
  for (const counts of Object.values(table.counts)) {
    expect(counts['RU-MOW']).toBe(counts['RU-MOS']);
    expect(counts['RU-SPE']).toBe(counts['RU-LEN']);
  }
});
