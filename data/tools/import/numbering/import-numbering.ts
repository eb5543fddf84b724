import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { IsoDate } from '../../../core/schema/dates.ts';
import type { RegionScope } from '../../../core/schema/ids.ts';
import type {
  ImportedNumbering,
  NumberHolder,
  NumberingTable,
  NumberingTerritory,
  NumberRange,
} from '../../../core/schema/numbering.ts';
import type { Operator } from '../../../core/schema/operator.ts';
import type { Region } from '../../../core/schema/region.ts';
import { newestNumbering } from '../../authored/authored-data.ts';
import { parseData, readDataFiles } from '../../authored/data-files.ts';
import { IMPORTED_NUMBERING_PATH, readImportedNumbering } from '../../files/read-dist.ts';
import { replaceFile } from '../../files/replace.ts';
import { compareCounts, countNumbers, formatReport, type NumberCounts } from './count-numbers.ts';
import { readRegister } from './read-register.ts';
import type { RegisterRow } from './register-row.ts';
import {
  createHolderResolver,
  createTerritoryResolver,
  HolderNames,
  type ResolveHolder,
  type ResolveTerritory,
} from './resolve-names.ts';

const USAGE =
  'npm run data:import-numbering -- FILE (--date 2026-08-19 | --date-from-mtime) [--allow-shrink] [--allow-older]';

/** What the command line asks for; the register file itself does not say which day it speaks for. */
interface ImportArguments {
  file: string;
  /** Day of the register, or that of the file's last change. */
  date: string | 'mtime';
  /** Whether the file may take away more than a tenth of the table in use. */
  allowShrink: boolean;
  /** Whether the file may speak for a day before that of the table in use. */
  allowOlder: boolean;
}

/** Reads the command line. Throws an error with the usage when it is not clear. */
export function readNumberingArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      'date-from-mtime': { type: 'boolean' },
      'allow-shrink': { type: 'boolean' },
      'allow-older': { type: 'boolean' },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined) throw new Error(`no file named: ${USAGE}`);
  if (rest.length > 0) throw new Error(`more than one file named: ${USAGE}`);
  if ((values.date === undefined) === (values['date-from-mtime'] === undefined)) {
    throw new Error(`say which day the register speaks for, in one way: ${USAGE}`);
  }
  const allowed = {
    allowShrink: values['allow-shrink'] ?? false,
    allowOlder: values['allow-older'] ?? false,
  };
  if (values.date === undefined) return { file, date: 'mtime', ...allowed };
  const date = IsoDate.safeParse(values.date);
  if (!date.success) throw new Error(`--date ${values.date}: expected a day like 2026-08-19`);
  return { file, date: date.data, ...allowed };
}

/**
 * Imports a register file against the authored data of the project and writes the table to
 * `data/imported/numbering.json`, in one step at the end. Returns the report.
 * @param today the day of the import; a register cannot speak for a later one
 * @throws RegisterError for a malformed file, Error for one that cannot be read, for a day to come, for a day before that of the
 * table in use unless `allowOlder` says so, and for one that takes away more than a tenth of that table unless `allowShrink`
 * says so; then nothing is written.
 */
export async function importIntoProject(
  root: string,
  { file, date, allowShrink, allowOlder }: ImportArguments,
  today: string,
): Promise<string> {
  const { data, issues } = parseData(await readDataFiles(join(root, 'data/facts')));
  const shipped = newestNumbering(data);
  if (issues.length > 0 || shipped === undefined) {
    throw new Error('the data of the project has errors: run `npm run data:lint`');
  }
  const holders = await readFile(join(root, 'data/tools/import/numbering/holders.json'), 'utf8');
  const { isFile, changedOn } = await lookAt(file);
  if (!isFile) throw new Error(`${file} is no file: name the register file itself`);
  const registerDate = date === 'mtime' ? changedOn : date;
  if (registerDate > today) {
    throw new Error(
      `the register of ${registerDate} is of a day to come, expected one until ${today}`,
    );
  }
  const target = join(root, IMPORTED_NUMBERING_PATH);
  const inUse = (await tableInUse(target)) ?? {
    date: shipped.value.registerDate,
    size: sizeOf(countsByOperator(shipped.value.counts)),
  };
  if (registerDate < inUse.date && !allowOlder) {
    throw new Error(
      `the register of ${registerDate} is older than the table in use, that of ${inUse.date}. Nothing was written. ` +
        'If the older one is wanted, run again with --allow-older.',
    );
  }
  const { imported, counts, report } = await importNumbering({
    input: createReadStream(file),
    fileName: basename(file),
    registerDate,
    regions: data.regions.map(({ value }) => value),
    operators: data.operators.map(({ value }) => value),
    holderNames: HolderNames.parse(JSON.parse(holders)),
    shipped: shipped.value,
  });
  const losses = findLosses(inUse.size, sizeOf(counts.byOperator));
  if (losses.length > 0 && !allowShrink) {
    throw new Error(
      `${basename(file)} holds much less than the table in use, that of ${inUse.date}:\n` +
        `${losses.map((loss) => `  ${loss}\n`).join('')}` +
        'Nothing was written. Is the file whole? If it is right, run again with --allow-shrink.',
    );
  }
  await mkdir(dirname(target), { recursive: true });
  await replaceFile(target, `${JSON.stringify(imported)}\n`);
  return `${report}\nWritten to ${IMPORTED_NUMBERING_PATH}`;
}

async function lookAt(file: string): Promise<{ isFile: boolean; changedOn: string }> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: name the register file`, { cause });
  });
  return { isFile: found.isFile(), changedOn: found.mtime.toISOString().slice(0, 10) };
}

/** The table of an earlier import; one that cannot be read any more is nothing to compare with. */
async function tableInUse(path: string): Promise<{ date: string; size: TableSize } | undefined> {
  const imported = await readImportedNumbering(path).catch(() => undefined);
  if (imported === undefined) return undefined;
  return { date: imported.registerDate, size: sizeOf(countNumbers(imported).byOperator) };
}

function countsByOperator(counts: NumberingTable['counts']): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(counts).map(([operatorId, each]) => [
      operatorId,
      new Map(Object.entries(each).map(([territoryId, count]) => [territoryId, count ?? 0])),
    ]),
  );
}

/** How much a table holds, of operators of the dataset in territories that are known. */
interface TableSize {
  /** A merged territory counts fully for each of its regions. */
  numbers: number;
  regions: number;
  holders: number;
}

/** A file that takes away more than this share is more often half a file than news. */
const MOST_LOST = 0.1;

/** Sizes a table by what both an imported register and the shipped counts have. */
function sizeOf(byOperator: NumberCounts['byOperator']): TableSize {
  const counts = [...byOperator.values()];
  return {
    numbers: counts.flatMap((each) => [...each.values()]).reduce((sum, count) => sum + count, 0),
    regions: new Set(counts.flatMap((each) => [...each.keys()])).size,
    holders: counts.length,
  };
}

/**
 * What an import would take away of the table in use, one sentence each for numbers, regions and holders that lose more than
 * a tenth; empty when none does.
 */
function findLosses(before: TableSize, after: TableSize): string[] {
  const number = new Intl.NumberFormat('en');
  return (['numbers', 'regions', 'holders'] as const)
    .filter((kind) => after[kind] < before[kind] * (1 - MOST_LOST))
    .map((kind) => {
      const lost = Math.round((1 - after[kind] / before[kind]) * 100);
      return `${kind}: ${number.format(before[kind])} -> ${number.format(after[kind])}, ${lost} % fewer`;
    });
}

/** The table that the look-up reads, and how many ways the register spells its holders. */
interface BuiltNumbering {
  imported: ImportedNumbering;
  spellings: number;
}

/** Turns the rows of a register, in order of numbers, into the compact table. Unmapped names stay in it, marked. */
function buildImportedNumbering(
  rows: readonly RegisterRow[],
  registerDate: string,
  resolveHolder: ResolveHolder,
  resolveTerritory: ResolveTerritory,
): BuiltNumbering {
  const holders: NumberHolder[] = [];
  const territories: NumberingTerritory[] = [];
  const holderIndex = new Map<string, number>();
  const territoryIndex = new Map<string, number>();
  const spellings = new Set<string>();

  const ranges = rows.map((row): NumberRange => {
    spellings.add(row.holder);
    const { key, holder } = resolveHolder(row);
    const holderAt = indexOf(holderIndex, key, () => holders.push(holder));
    const territoryAt = indexOf(territoryIndex, row.territory, () =>
      territories.push(territory(row.territory, resolveTerritory(row.territory))),
    );
    return [row.code, row.from, row.to, holderAt, territoryAt];
  });
  return { imported: { registerDate, holders, territories, ranges }, spellings: spellings.size };
}

/** Index under a key; a new key adds an entry first, and `add` returns the length after that. */
function indexOf(indexes: Map<string, number>, key: string, add: () => number): number {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index = add() - 1;
  indexes.set(key, index);
  return index;
}

function territory(name: string, regionIds: RegionScope | undefined): NumberingTerritory {
  return regionIds === undefined ? { name } : { name, regionIds };
}

interface NumberingImport {
  /** The bytes of the register file. */
  input: AsyncIterable<Uint8Array | string>;
  /** Name of the file, for messages. */
  fileName: string;
  /** Day the register speaks for. */
  registerDate: string;
  regions: readonly Region[];
  operators: readonly Operator[];
  holderNames: HolderNames;
  /** The table that the dataset ships. */
  shipped: NumberingTable;
}

/** Imports a register file: the compact table, its counts and the report on them. Throws a `RegisterError` for a malformed file. */
export async function importNumbering(
  options: NumberingImport,
): Promise<{ imported: ImportedNumbering; counts: NumberCounts; report: string }> {
  const { fileName, registerDate, shipped } = options;
  const { rows, columns } = await readRegister(options.input, fileName);
  const { imported, spellings } = buildImportedNumbering(
    rows,
    registerDate,
    createHolderResolver(options.holderNames, options.operators, registerDate),
    createTerritoryResolver(options.regions),
  );
  const counts = countNumbers(imported);
  const facts = {
    fileName,
    rows: rows.length,
    columns,
    holders: imported.holders.length,
    spellings,
    territories: imported.territories.length,
    registerDate,
    shippedDate: shipped.registerDate,
  };
  return { imported, counts, report: formatReport(facts, counts, compareCounts(shipped, counts)) };
}
