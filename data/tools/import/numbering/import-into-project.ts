import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { IsoDate } from '../../../core/schema/dates.ts';
import { newestNumbering } from '../../authored/authored-data.ts';
import { parseData } from '../../authored/parse-data.ts';
import { readDataFiles } from '../../authored/read-data-files.ts';
import { IMPORTED_NUMBERING_PATH } from '../../files/read-dist.ts';
import { replaceFile } from '../../files/replace.ts';
import { importNumbering } from './import-numbering.ts';
import { HolderNames } from './resolve-holder.ts';

const USAGE = 'npm run data:import-numbering -- FILE (--date 2026-08-19 | --date-from-mtime)';

/** What the command line asks for; the register file itself does not say which day it speaks for. */
export interface ImportArguments {
  file: string;
  /** Day of the register, or that of the file's last change. */
  date: string | 'mtime';
}

/** Reads the command line. Throws an error with the usage when it is not clear. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { date: { type: 'string' }, 'date-from-mtime': { type: 'boolean' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined) throw new Error(`no file named: ${USAGE}`);
  if (rest.length > 0) throw new Error(`more than one file named: ${USAGE}`);
  if ((values.date === undefined) === (values['date-from-mtime'] === undefined)) {
    throw new Error(`say which day the register speaks for, in one way: ${USAGE}`);
  }
  if (values.date === undefined) return { file, date: 'mtime' };
  const date = IsoDate.safeParse(values.date);
  if (!date.success) throw new Error(`--date ${values.date}: expected a day like 2026-08-19`);
  return { file, date: date.data };
}

/**
 * Imports a register file against the authored data of the project and writes the table to
 * `data/imported/numbering.json`, in one step at the end. Returns the report. Throws a `RegisterError` for a malformed
 * file and an error with the path for one that cannot be read; then nothing is written.
 */
export async function importIntoProject(
  root: string,
  { file, date }: ImportArguments,
): Promise<string> {
  const { data, issues } = parseData(await readDataFiles(join(root, 'data/facts')));
  const shipped = newestNumbering(data);
  if (issues.length > 0 || shipped === undefined) {
    throw new Error('the data of the project has errors: run `npm run data:lint`');
  }
  const holders = await readFile(join(root, 'data/tools/import/numbering/holders.json'), 'utf8');
  const { imported, report } = await importNumbering({
    input: createReadStream(file),
    fileName: basename(file),
    registerDate: date === 'mtime' ? (await stat(file)).mtime.toISOString().slice(0, 10) : date,
    regions: data.regions.map(({ value }) => value),
    operators: data.operators.map(({ value }) => value),
    holderNames: HolderNames.parse(JSON.parse(holders)),
    shipped: shipped.value,
  });
  const target = join(root, IMPORTED_NUMBERING_PATH);
  await mkdir(dirname(target), { recursive: true });
  await replaceFile(target, `${JSON.stringify(imported)}\n`);
  return `${report}\nWritten to ${IMPORTED_NUMBERING_PATH}`;
}
