import type { NumberingTable } from '../../schema/numbering.ts';
import type { NumberCounts } from './count-numbers.ts';

/** One operator in one territory whose numbers differ; 0 where one of the two has none. */
export interface CountChange {
  operatorId: string;
  territoryId: string;
  before: number;
  after: number;
}

/** What the imported register changes against the shipped table, by operator and territory in order of ids. */
export function compareCounts(
  shipped: NumberingTable,
  { byOperator }: Pick<NumberCounts, 'byOperator'>,
): CountChange[] {
  const operatorIds = new Set([...Object.keys(shipped.counts), ...byOperator.keys()]);
  return [...operatorIds].sort().flatMap((operatorId) => {
    const before = new Map(Object.entries(shipped.counts[operatorId] ?? {}));
    const after = byOperator.get(operatorId) ?? new Map<string, number>();
    const territoryIds = new Set([...before.keys(), ...after.keys()]);
    return [...territoryIds]
      .sort()
      .map((territoryId) => ({
        operatorId,
        territoryId,
        before: before.get(territoryId) ?? 0,
        after: after.get(territoryId) ?? 0,
      }))
      .filter((change) => change.before !== change.after);
  });
}
