import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { newestNumbering } from '../../build/newest-numbering.ts';
import { parseData } from '../../build/parse-data.ts';
import { readDataFiles } from '../../build/read-data-files.ts';
import { IMPORTED_NUMBERING_PATH } from '../../dist-reader/read-imported-numbering.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { importNumbering } from './import-numbering.ts';
import type { ImportArguments } from './read-arguments.ts';
import { HolderNames } from './resolve-holder.ts';

/**
 * Imports a register file against the authored data of the project and writes the table to
 * `data/imported/numbering.json`, in one step at the end. Returns the report. Throws a `RegisterError` for a malformed
 * file and an error with the path for one that cannot be read; then nothing is written.
 */
export async function importIntoProject(
  root: string,
  { file, date }: ImportArguments,
): Promise<string> {
  const { data, issues } = parseData(await readDataFiles(join(root, 'data')));
  const shipped = newestNumbering(data);
  if (issues.length > 0 || shipped === undefined) {
    throw new Error('the data of the project has errors: run `npm run data:lint`');
  }
  const holders = await readFile(join(root, 'data/import/numbering/holders.json'), 'utf8');
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
