import { verdictRank } from '../schema/verdict.ts';
import type { OperatorOutcome } from './assess-operator.ts';
import { confidenceRank, opennessRank } from './plan-order.ts';

/**
 * Orders operators as a reader wants them: better verdict, then stronger evidence, then a plan that is open before
 * one that may be closed, then more numbers held in the region (a sign of size, not of quality), then id.
 */
export function compareOperators(
  numbersHeld: (operatorId: string) => number,
): (a: OperatorOutcome, b: OperatorOutcome) => number {
  return (a, b) => {
    const idA = a.operator.operator.id;
    const idB = b.operator.operator.id;
    return (
      verdictRank(b.best.verdict) - verdictRank(a.best.verdict) ||
      confidenceRank(a.best) - confidenceRank(b.best) ||
      opennessRank(a.best) - opennessRank(b.best) ||
      numbersHeld(idB) - numbersHeld(idA) ||
      (idA < idB ? -1 : 1)
    );
  };
}
