import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createNumberingLookup } from '../../../../../data/core/numbering/create-numbering-lookup.ts';
import { readImportedNumbering } from '../../../../../data/tools/files/read-dist.ts';
import { importIntoProject } from '../../../../../data/tools/import/numbering/import-numbering.ts';
import { useImportFolder } from '../../../../fixtures/import-folder.ts';
import { EIGHT, SIX } from './register-text.ts';

const project = useImportFolder();
const ROWS = [
  EIGHT,
  '916;0000000;0999999;1000000;ПАО "МТС";-;Город Москва, Московская область;7740000076',
  '916;1000000;1000099;100;ПАО "Мобильные ТелеСистемы";-;Тульская область;7740000076',
  '916;1000100;1000199;100;ООО "Т2 МОБАЙЛ";-;Атлантида;7743895280',
  '916;1000200;1000209;10;АО "НЕИЗВЕСТНЫЙ";-;Тульская область;1111111111',
  '916;1000210;1000219;10;ПАО "МТС";-;Российская Федерация;7740000076',
  '',
].join('\n');

const TODAY = '2026-11-30';
let root = '';
let file = '';
let target = '';

beforeEach(() => {
  ({ root } = project);
  file = join(root, 'DEF-9xx.csv');
  target = join(root, 'data/imported/numbering.json');
});

test('a register becomes a table that the look-up answers from', async () => {
  writeFileSync(file, ROWS);
  await importIntoProject(
    root,
    { file, date: '2026-08-19', allowShrink: true, allowOlder: false },
    TODAY,
  );
  const imported = await readImportedNumbering(target);
  if (imported === undefined) throw new Error('nothing was written');
  const lookup = createNumberingLookup(imported);
  expect(lookup('9160123')).toMatchObject({
    registerDate: '2026-08-19',
    allocations: [{ operatorId: 'mts', regionIds: ['RU-MOW', 'RU-MOS'], numbers: 1000 }],
  });
  expect(
    lookup('9161000')?.allocations.map(({ operatorId, numbers }) => [operatorId, numbers]),
  ).toEqual([
    ['mts', 100],
    ['t2', 100],
    [undefined, 10],
    ['mts', 10],
  ]);
});

test('the report says what was read, what changed and what has no place', async () => {
  writeFileSync(file, ROWS);
  const report = await importIntoProject(
    root,
    { file, date: '2026-08-19', allowShrink: true, allowOlder: false },
    TODAY,
  );
  expect(report).toContain(
    'DEF-9xx.csv: 5 ranges in the layout of 8 columns, 1,000,220 numbers, 3 holders under 4 spellings, 4 territories',
  );
  expect(report).toMatch(/^ {2}mts: .*RU-MOW 33,486,500 -> 1,000,000/m);
  expect(report).toMatch(/^ {2}mts: .*RU-TUL [\d,]+ -> 100/m);
  expect(report).toMatch(/^ {2}vainakh: RU-CE 300,000 -> 0$/m);
  expect(report).toContain(
    'For the whole country, counted in no region:\n  mts: 10 numbers in 1 range',
  );
  expect(report).toContain('Not mapped to a region:\n  Атлантида: 100 numbers in 1 range');
  expect(report).toContain('АО "НЕИЗВЕСТНЫЙ" 1111111111: 10 numbers in 1 range');
});

test('a malformed file leaves the earlier table whole and nothing beside it', async () => {
  writeFileSync(file, ROWS);
  await importIntoProject(
    root,
    { file, date: '2026-08-19', allowShrink: true, allowOlder: false },
    TODAY,
  );
  const before = readFileSync(target, 'utf8');
  writeFileSync(file, `${ROWS}916;2000000;x;1;ПАО "МТС";-;Тульская область;774\n`);
  await expect(
    importIntoProject(
      root,
      { file, date: '2026-09-01', allowShrink: true, allowOlder: false },
      TODAY,
    ),
  ).rejects.toThrow(
    'DEF-9xx.csv:7: column "До": "x", expected up to seven digits\n' +
      'DEF-9xx.csv:7: column "ИНН": "774", expected a tax number of 10 or 12 digits',
  );
  expect(readFileSync(target, 'utf8')).toBe(before);
});

test('without an earlier import a malformed file writes nothing', async () => {
  writeFileSync(file, `${SIX}\nбеда\n`);
  await expect(
    importIntoProject(
      root,
      { file, date: '2026-08-19', allowShrink: true, allowOlder: false },
      TODAY,
    ),
  ).rejects.toThrow(/:2: 1 columns/);
  expect(existsSync(target)).toBe(false);
  expect(await readImportedNumbering(target)).toBeUndefined();
});

test('the day of the register is that of the file when asked for', async () => {
  writeFileSync(file, ROWS);
  utimesSync(file, new Date('2024-02-03T12:00:00Z'), new Date('2024-02-03T12:00:00Z'));
  await importIntoProject(
    root,
    { file, date: 'mtime', allowShrink: true, allowOlder: true },
    TODAY,
  );
  expect((await readImportedNumbering(target))?.registerDate).toBe('2024-02-03');
});

test('a table of another version is refused with the command that makes it again', async () => {
  mkdirSync(join(root, 'data/imported'));
  writeFileSync(target, '{"registerDate":"2026-08-19"}');
  await expect(readImportedNumbering(target)).rejects.toThrow(/npm run data:import-numbering/);
});

test('a register of a day to come is refused', async () => {
  writeFileSync(file, ROWS);
  await expect(
    importIntoProject(
      root,
      { file, date: '2099-01-01', allowShrink: true, allowOlder: false },
      TODAY,
    ),
  ).rejects.toThrow(
    'the register of 2099-01-01 is of a day to come, expected one until 2026-11-30',
  );
  expect(existsSync(target)).toBe(false);
});

test('a register that takes away more than a tenth is refused with the counts, and taken when told so', async () => {
  writeFileSync(file, ROWS);
  const args = { file, date: '2026-08-19', allowShrink: false, allowOlder: false };
  await expect(importIntoProject(root, args, TODAY)).rejects.toThrow(
    /holds much less than the table in use, that of 2026-08-19:\n {2}numbers: [\d,]+ -> 2,000,\d+, \d+ % fewer\n {2}regions: \d+ -> \d+, .*\n {2}holders: \d+ -> \d+, .*\nNothing was written/,
  );
  expect(existsSync(target)).toBe(false);
  await importIntoProject(root, { ...args, allowShrink: true, allowOlder: false }, TODAY);
  const before = readFileSync(target, 'utf8');
  // From now on the imported table is the one in use: it may lose a tenth and no more.
  await importIntoProject(root, args, TODAY);
  writeFileSync(file, ROWS.replace('0999999;1000000', '0799999;800000'));
  await expect(importIntoProject(root, args, TODAY)).rejects.toThrow('20 % fewer');
  expect(readFileSync(target, 'utf8')).toBe(before);
});

test('a register older than the table in use is refused with both days, and taken when told so', async () => {
  writeFileSync(file, ROWS);
  const args = { file, date: '2026-08-18', allowShrink: true, allowOlder: false };
  // Nothing was imported yet: the table in use is the one that the data ship.
  await expect(importIntoProject(root, args, TODAY)).rejects.toThrow(
    'the register of 2026-08-18 is older than the table in use, that of 2026-08-19. Nothing was written.',
  );
  expect(existsSync(target)).toBe(false);
  await importIntoProject(root, { ...args, date: '2026-10-01' }, TODAY);
  await expect(importIntoProject(root, { ...args, date: '2026-09-30' }, TODAY)).rejects.toThrow(
    'of 2026-09-30 is older than the table in use, that of 2026-10-01',
  );
  expect((await readImportedNumbering(target))?.registerDate).toBe('2026-10-01');
  // The same day again is no older one.
  await importIntoProject(root, { ...args, date: '2026-10-01' }, TODAY);
  await importIntoProject(root, { ...args, date: '2026-09-30', allowOlder: true }, TODAY);
  expect((await readImportedNumbering(target))?.registerDate).toBe('2026-09-30');
});

test('a file that is none is named', async () => {
  const args = {
    file: join(root, 'data'),
    date: '2026-08-19',
    allowShrink: false,
    allowOlder: false,
  };
  await expect(importIntoProject(root, args, TODAY)).rejects.toThrow('is no file');
  await expect(
    importIntoProject(root, { ...args, file: join(root, 'none.csv') }, TODAY),
  ).rejects.toThrow('none.csv cannot be read');
});
