import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { writeWorkbook } from '../../../../data/core/formats/xlsx.ts';

const about = { title: 'Tables', creator: 'Contributors', modified: '2026-11-27' };
const regions = {
  name: 'Регионы',
  rows: [
    ['Регион', 'Номеров', 'Есть'],
    ['Татарстан', 12_345, true],
    ['=1+1', null, false],
    ['012', 0.5, null],
  ],
};

it('a reader finds the sheets, the texts as texts and the numbers as numbers', async () => {
  const columns = { name: 'Columns', rows: [['Column', 'Meaning']] };
  const workbook = await readXlsx(await writeWorkbook([regions, columns], about));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Регионы', 'Columns']);
  expect(workbook.sheets[0]?.rows).toEqual(regions.rows);
  expect(workbook.properties?.title).toBe('Tables');
});

it('equal sheets give equal bytes, whenever they are written', async () => {
  const first = await writeWorkbook([regions], about);
  const second = await writeWorkbook([regions], about);
  expect(Buffer.compare(first, second)).toBe(0);
  const other = await writeWorkbook([regions], { ...about, modified: '2026-11-28' });
  expect(Buffer.compare(first, other)).not.toBe(0);
});

it('the heading stays in view and can be filtered', async () => {
  const [sheet] = (await readXlsx(await writeWorkbook([regions], about))).sheets;
  expect(sheet?.freezePane?.rows).toBe(1);
  expect(sheet?.autoFilter?.range).toBe('A1:C4');
});

it('a text that no spreadsheet takes whole is cut, and says so', async () => {
  const long = 'x'.repeat(40_000);
  const workbook = await readXlsx(
    await writeWorkbook([{ name: 'Long', rows: [['a'], [long]] }], about),
  );
  const cell = String(workbook.sheets[0]?.rows[1]?.[0]);
  expect(cell).toHaveLength(32_767);
  expect(cell.endsWith('…')).toBe(true);
});
