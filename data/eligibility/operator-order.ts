import { CONFIDENCES } from '../schema/source.ts';
import { verdictRank } from '../schema/verdict.ts';
import { type OperatorOutcome, supportOf } from './assess-operator.ts';

/**
 * Orders operators as a reader wants them: better verdict, then stronger evidence, then more numbers held in the
 * region (a sign of size, not of quality), then id.
 */
export function compareOperators(
  numbersHeld: (operatorId: string) => number,
): (a: OperatorOutcome, b: OperatorOutcome) => number {
  return (a, b) => {
    const idA = a.operator.operator.id;
    const idB = b.operator.operator.id;
    return (
      verdictRank(b.best.verdict) - verdictRank(a.best.verdict) ||
      confidenceRank(a) - confidenceRank(b) ||
      numbersHeld(idB) - numbersHeld(idA) ||
      (idA < idB ? -1 : 1)
    );
  };
}

function confidenceRank(outcome: OperatorOutcome): number {
  const { confidence } = supportOf(outcome.best);
  return confidence === undefined ? CONFIDENCES.length : CONFIDENCES.indexOf(confidence);
}
