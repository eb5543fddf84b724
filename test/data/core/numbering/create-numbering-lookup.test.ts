import { expect, test } from 'vitest';
import { createNumberingLookup } from '../../../../data/core/numbering/create-numbering-lookup.ts';
import { ImportedNumbering } from '../../../../data/core/schema/numbering.ts';

const imported = ImportedNumbering.parse({
  registerDate: '2026-08-19',
  holders: [
    { name: 'ПАО "ОДИН"', taxId: '1234567890', operatorId: 'one' },
    { name: 'ООО "ДВА"', taxId: '0987654321' },
  ],
  territories: [
    { name: 'Город Москва, Московская область', regionIds: ['RU-MOW', 'RU-MOS'] },
    { name: 'Тульская область', regionIds: ['RU-TUL'] },
    { name: 'Нигде' },
  ],
  ranges: [
    [900, 0, 61_999, 0, 0],
    [900, 62_000, 62_299, 0, 1],
    [900, 62_300, 62_349, 1, 1],
    [900, 62_400, 62_599, 0, 1],
    [900, 9_999_000, 9_999_999, 1, 2],
    [916, 1_234_000, 1_234_999, 0, 1],
  ],
});
const lookup = createNumberingLookup(imported);

test('a whole prefix of one holder in a merged territory names both regions', () => {
  expect(lookup('9000061')).toEqual({
    prefix: '9000061',
    registerDate: '2026-08-19',
    allocations: [
      {
        holderName: 'ПАО "ОДИН"',
        operatorId: 'one',
        territoryName: 'Город Москва, Московская область',
        regionIds: ['RU-MOW', 'RU-MOS'],
        numbers: 1000,
      },
    ],
    caveat: 'number-portability',
  });
});

test('small blocks that share a prefix are added per holder, the largest first', () => {
  const allocations = lookup('9000062')?.allocations;
  expect(allocations?.map(({ holderName, numbers }) => [holderName, numbers])).toEqual([
    ['ПАО "ОДИН"', 500],
    ['ООО "ДВА"', 50],
  ]);
});

test('an unmapped territory is named without regions', () => {
  expect(lookup('9009999')?.allocations).toEqual([
    { holderName: 'ООО "ДВА"', territoryName: 'Нигде', numbers: 1000 },
  ]);
});

test.each(['9000063', '9161233', '9161235', '9990000'])('nobody holds %s', (prefix) => {
  expect(lookup(prefix)).toBeUndefined();
});

test('the first and last range of the table are found', () => {
  expect(lookup('9000000')?.allocations[0]?.operatorId).toBe('one');
  expect(lookup('9161234')?.allocations[0]?.regionIds).toEqual(['RU-TUL']);
});

test.each(['', '916123', '91612345', '8161234', '916123a', ' 916123'])(
  '%j is refused',
  (prefix) => {
    expect(() => lookup(prefix)).toThrow(/first seven digits/);
  },
);

test('a range that names a holder nobody listed is refused by the schema', () => {
  const broken = { ...imported, ranges: [[900, 0, 1, 9, 0]] };
  expect(ImportedNumbering.safeParse(broken).success).toBe(false);
});
