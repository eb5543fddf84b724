import type { RegionScope } from '../../schema/ids.ts';
import type {
  ImportedNumbering,
  NumberHolder,
  NumberingTerritory,
  NumberRange,
} from '../../schema/imported-numbering.ts';
import type { RegisterRow } from './register-row.ts';
import type { ResolveHolder } from './resolve-holder.ts';
import type { ResolveTerritory } from './resolve-territory.ts';

/** The table that the look-up reads, and how many ways the register spells its holders. */
export interface BuiltNumbering {
  imported: ImportedNumbering;
  spellings: number;
}

/** Turns the rows of a register, in order of numbers, into the compact table. Unmapped names stay in it, marked. */
export function buildImportedNumbering(
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
