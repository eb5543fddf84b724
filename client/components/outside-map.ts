import type { Dataset } from '../../data/core/schema/dataset.ts';

/**
 * Whether all numbers of an operator belong to territories that the map does not show. Such an operator has no
 * verdict anywhere, so lists leave it out; an operator of which the register knows no numbers at all stays.
 */
export function isOutsideMap(dataset: Dataset, operatorId: string): boolean {
  const counts = dataset.numbering.counts[operatorId];
  return counts !== undefined && !dataset.regions.some(({ id }) => counts[id] !== undefined);
}
