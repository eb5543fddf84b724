import { servesFamiliesOn } from '../eligibility/serves-families.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { DatasetOperator } from '../schema/dataset-claim.ts';

/** Operators a family can choose on the day up to which the data was checked, in the order of the dataset. */
export function consumerOperators({ operators, checkedOn }: Dataset): DatasetOperator[] {
  return operators.filter((operator) => servesFamiliesOn(operator, checkedOn));
}
