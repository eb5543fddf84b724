import type { Dataset } from '../schema/dataset.ts';
import type { DatasetOperator } from '../schema/dataset-claim.ts';

/** Operators a family can choose, in the order of the dataset: neither for machines only nor retired. */
export function consumerOperators({ operators }: Dataset): DatasetOperator[] {
  return operators.filter(
    ({ market, retiredOn }) => market === 'consumer' && retiredOn === undefined,
  );
}
