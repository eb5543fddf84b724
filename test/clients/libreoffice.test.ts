import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInstalled, run } from './installed.ts';

const DOWNLOADS = join(import.meta.dirname, '../../data/dist/downloads');
/** One CSV file a sheet: comma, double quotes, UTF-8, from the first line on, `-1` for all sheets (LibreOffice, "CSV filter"). */
const EACH_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const readCsv = (path: string): string[][] =>
  parse(readFileSync(path, 'utf8'), { bom: true, relax_column_count: true });

describe.skipIf(!isInstalled('soffice'))('LibreOffice with the workbook of all tables', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const workbook = join(DOWNLOADS, 'dataset.xlsx');
    run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      EACH_SHEET,
      '--outdir',
      folder,
      workbook,
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['regions', 'operator-regions', 'sources', 'differences'])(
    'opens the sheet %s with the rows of its CSV file',
    (table) => {
      const sheet = readCsv(join(folder, `dataset-${table}.csv`));
      const file = readCsv(join(DOWNLOADS, `${table}.csv`));
      expect(sheet[0]).toEqual(file[0]);
      expect(sheet).toHaveLength(file.length);
      expect(sheet.map(([first]) => first)).toEqual(file.map(([first]) => first));
    },
  );

  it('opens a sheet that says what each column means', () => {
    const [head, ...rows] = readCsv(join(folder, 'dataset-columns.csv'));
    expect(head).toEqual(['table', 'column', 'type', 'meaning']);
    const regions = rows.filter(([table]) => table === 'regions').map(([, column]) => column);
    expect(regions).toEqual(readCsv(join(DOWNLOADS, 'regions.csv'))[0]);
    for (const [, , , meaning] of rows) expect(meaning).not.toBe('');
  });
});
