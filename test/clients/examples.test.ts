import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DATA_COMMANDS,
  DATA_TOOLS,
  type DataTool,
  SITE,
} from '../../client/components/commands.tsx';
import { SUPPORTS } from '../../data/core/schema/verdict.ts';
import { type RunningService, startService } from '../start-service.ts';
import { hasPythonModule, isInstalled, run } from './installed.ts';

let service: RunningService;
let folder: string;
let regions: Record<string, string>[];
beforeAll(async () => {
  service = await startService();
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
  const response = await fetch(`${service.origin}/downloads/regions.csv`);
  const text = await response.text();
  writeFileSync(join(folder, 'regions.csv'), text);
  regions = parse(text, { bom: true, columns: true });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** An example as a reader copies it. */
const exampleOf = (tool: DataTool): string =>
  DATA_COMMANDS[tool].join('\n').replaceAll(SITE, service.origin);

const SUPPORT = new RegExp(SUPPORTS.join('|'));

/** Writes an example into a file, for programs that run one. */
function fileOf(tool: DataTool, ending: string): string {
  const path = join(folder, `${tool}${ending}`);
  writeFileSync(path, exampleOf(tool));
  return path;
}

/** Runs lines in a shell, in the folder of this test. */
const inShell = (text: string): string => run('sh', ['-e', '-c', `cd '${folder}'\n${text}`]);

describe('an example of the data page', () => {
  it('fetches with curl what the check sums say', () => {
    expect(inShell(exampleOf('curl'))).toContain('regions.csv: OK');
  });

  it('reads the answer for a region as text', () => {
    expect(inShell(exampleOf('answer'))).toContain('RU-MOW');
  });

  it('asks with JavaScript and prints each value with its support', () => {
    const lines = run('node', [fileOf('javascript', '.mjs')])
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(SUPPORT);
  });

  it('counts with DuckDB the regions of each value and support', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const query = exampleOf('duckdb').replace("'regions.csv'", `'${join(folder, 'regions.csv')}'`);
    const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
    connection.closeSync();
    instance.closeSync();
    expect(rows.reduce((sum, row) => sum + Number(row.regions), 0)).toBe(regions.length);
    for (const { verdict, support, regions: count } of rows) {
      const same = regions.filter((row) => row.verdict === verdict && row.support === support);
      expect([verdict, support, Number(count)]).toEqual([verdict, support, same.length]);
    }
  });

  it('names in its formula the columns of value and support', () => {
    const columns = Object.keys(regions[0] ?? {});
    const letters = [...exampleOf('spreadsheet').matchAll(/\b([A-Z]):\1/g)].map(
      ([, letter = '']) => columns[letter.charCodeAt(0) - 'A'.charCodeAt(0)],
    );
    expect(letters).toEqual(['verdict', 'region_id', 'support', 'region_id']);
  });

  it('gives clients of MCP an address that answers', async () => {
    const [, url = ''] = /"url": "([^"]+)"/.exec(exampleOf('mcp')) ?? [];
    const { status } = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(status).toBe(200);
  });

  it('shows the support wherever it shows a value', () => {
    const withValue = DATA_TOOLS.filter((tool) => /\bverdict\b/.test(exampleOf(tool)));
    expect(withValue.length).toBeGreaterThan(6);
    for (const tool of withValue) expect(exampleOf(tool)).toMatch(/\bsupport\b/);
  });
});

describe.skipIf(!isInstalled('soffice'))('the formula of the data page in LibreOffice', () => {
  it('shows the value with its support', () => {
    // A CSV file takes a formula in a cell; in a column of its own it is in nobody's way.
    const text = regions.map((row) => Object.values(row));
    const formula = exampleOf('spreadsheet').replaceAll(';', ',');
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const [head, ...rest] = [Object.keys(regions[0] ?? {}), ...text];
    const lines = [[...(head ?? []), formula], ...rest].map((cells) => cells.map(quoted).join(','));
    writeFileSync(join(folder, 'formula.csv'), lines.join('\n'));
    run('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      // Comma, double quotes, UTF-8, from the first line on, formulas read as such (LibreOffice, "CSV filter", token 10 on).
      '--infilter=CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true',
      '--convert-to',
      'html',
      '--outdir',
      folder,
      join(folder, 'formula.csv'),
    ]);
    const tatarstan = regions.find(({ region_id }) => region_id === 'RU-TA');
    expect(readFileSync(join(folder, 'formula.html'), 'utf8')).toContain(
      `${tatarstan?.verdict}, ${tatarstan?.support}`,
    );
  });
});

describe.skipIf(!hasPythonModule('geopandas'))('the example of the data page for geopandas', () => {
  it('prints each region with value and support', () => {
    const text = run('/usr/bin/python3', [fileOf('python', '.py')]);
    expect(text).toMatch(/verdict\s+support/);
    expect(text).toContain('[83 rows x 3 columns]');
  });
});

describe.skipIf(!isInstalled('ogr2ogr'))('the example of the data page for GDAL', () => {
  it('lists the regions and makes a file of them', () => {
    const text = inShell(exampleOf('gdal'));
    expect(text).toContain('Feature Count: 83');
    expect(text).toContain('support: String');
    expect(run('ogrinfo', ['-so', join(folder, 'regions.gpkg'), 'regions'])).toContain('support');
  });
});

describe.skipIf(!isInstalled('Rscript'))('the example of the data page for R', () => {
  it('counts value and support, and lists the regions of a value', () => {
    const text = run('Rscript', [fileOf('rTable', '.R')]);
    expect(text).toMatch(/\s+support\nverdict\s/);
    const partial = regions.filter(({ verdict }) => verdict === 'partial');
    const rows = text.match(/^\d+ .*\bpartial\s/gm) ?? [];
    expect(rows).toHaveLength(partial.length);
    for (const row of partial) expect(text).toContain(row.name_en);
  });
});
