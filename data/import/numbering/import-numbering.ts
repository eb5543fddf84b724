import type { ImportedNumbering } from '../../schema/imported-numbering.ts';
import type { NumberingTable } from '../../schema/numbering.ts';
import type { Operator } from '../../schema/operator.ts';
import type { Region } from '../../schema/region.ts';
import { buildImportedNumbering } from './build-imported-numbering.ts';
import { compareCounts } from './compare-counts.ts';
import { countNumbers } from './count-numbers.ts';
import { formatReport } from './format-report.ts';
import { readRegister } from './read-register.ts';
import { createHolderResolver, type HolderNames } from './resolve-holder.ts';
import { createTerritoryResolver } from './resolve-territory.ts';

export interface NumberingImport {
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

/** Imports a register file: the compact table and the report on it. Throws a `RegisterError` for a malformed file. */
export async function importNumbering(
  options: NumberingImport,
): Promise<{ imported: ImportedNumbering; report: string }> {
  const { fileName, registerDate, shipped } = options;
  const { rows, columns } = await readRegister(options.input, fileName);
  const { imported, spellings } = buildImportedNumbering(
    rows,
    registerDate,
    createHolderResolver(options.holderNames, options.operators),
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
  return { imported, report: formatReport(facts, counts, compareCounts(shipped, counts)) };
}
