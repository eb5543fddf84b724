import type { NumberCounts } from './count-numbers.ts';

/** How much a table holds, of operators of the dataset in territories that are known. */
export interface TableSize {
  /** A merged territory counts fully for each of its regions. */
  numbers: number;
  regions: number;
  holders: number;
}

/** A file that takes away more than this share is more often half a file than news. */
const MOST_LOST = 0.1;

/** Sizes a table by what both an imported register and the shipped counts have. */
export function sizeOf(byOperator: NumberCounts['byOperator']): TableSize {
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
export function findLosses(before: TableSize, after: TableSize): string[] {
  const number = new Intl.NumberFormat('en');
  return (['numbers', 'regions', 'holders'] as const)
    .filter((kind) => after[kind] < before[kind] * (1 - MOST_LOST))
    .map((kind) => {
      const lost = Math.round((1 - after[kind] / before[kind]) * 100);
      return `${kind}: ${number.format(before[kind])} -> ${number.format(after[kind])}, ${lost} % fewer`;
    });
}
