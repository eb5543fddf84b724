import type { ImportedNumbering } from '../../schema/imported-numbering.ts';

/** Numbers of one name, largest first. */
export interface NamedCount {
  name: string;
  ranges: number;
  numbers: number;
}

/** What an imported register holds, counted as the shipped table counts. */
export interface NumberCounts {
  numbers: number;
  /** Per operator and territory id; a merged territory counts fully for each member. */
  byOperator: Map<string, Map<string, number>>;
  /** Numbers of operators for the whole country: no region has them for itself. */
  wholeCountry: NamedCount[];
  /** Territories that no region was found for. */
  unmappedTerritories: NamedCount[];
  /** Holders that are no operator of the dataset. */
  otherHolders: NamedCount[];
}

/** Counts an imported register; every range ends in exactly one of the lists or, with both known, in `byOperator`. */
export function countNumbers({ holders, territories, ranges }: ImportedNumbering): NumberCounts {
  const byOperator = new Map<string, Map<string, number>>();
  const wholeCountry = new Map<string, NamedCount>();
  const unmapped = new Map<string, NamedCount>();
  const others = new Map<string, NamedCount>();
  let numbers = 0;
  for (const [, from, to, holderAt, territoryAt] of ranges) {
    const size = to - from + 1;
    numbers += size;
    const holder = holders[holderAt];
    const territory = territories[territoryAt];
    if (holder === undefined || territory === undefined) continue;
    if (territory.regionIds === undefined) add(unmapped, territory.name, size);
    if (holder.operatorId === undefined) {
      add(
        others,
        holder.taxId === undefined ? holder.name : `${holder.name} ${holder.taxId}`,
        size,
      );
    } else if (territory.regionIds === 'RU') {
      add(wholeCountry, holder.operatorId, size);
    } else {
      const counts = byOperator.get(holder.operatorId) ?? new Map<string, number>();
      byOperator.set(holder.operatorId, counts);
      for (const id of territory.regionIds ?? []) counts.set(id, (counts.get(id) ?? 0) + size);
    }
  }
  return {
    numbers,
    byOperator,
    wholeCountry: inOrder(wholeCountry),
    unmappedTerritories: inOrder(unmapped),
    otherHolders: inOrder(others),
  };
}

function add(counts: Map<string, NamedCount>, name: string, size: number): void {
  const entry = counts.get(name) ?? { name, ranges: 0, numbers: 0 };
  entry.ranges += 1;
  entry.numbers += size;
  counts.set(name, entry);
}

const inOrder = (counts: Map<string, NamedCount>): NamedCount[] =>
  [...counts.values()].sort((a, b) => b.numbers - a.numbers || (a.name < b.name ? -1 : 1));
