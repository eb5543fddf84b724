import { parseArgs } from 'node:util';
import { IsoDate } from '../../schema/dates.ts';

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
