import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Operator } from '../schema/operator.ts';

/** Whether a family can choose an operator on a day: it is neither for machines only nor gone by then. */
export function servesFamiliesOn(
  { market, retiredOn }: Pick<Operator, 'market' | 'retiredOn'>,
  day: IsoDate,
): boolean {
  return market === 'consumer' && isValidOn({ validTo: retiredOn }, day);
}
