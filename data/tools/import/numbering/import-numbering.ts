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
import { compareCounts, countNumbers, formatReport, type NumberCounts } from './count-numbers.ts';
import { readRegister } from './read-register.ts';
import type { RegisterRow } from './register-row.ts';
import {
  createHolderResolver,
  createTerritoryResolver,
  type HolderNames,
  type ResolveHolder,
  type ResolveTerritory,
} from './resolve-names.ts';

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
