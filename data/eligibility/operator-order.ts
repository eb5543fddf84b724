import { verdictRank } from '../schema/verdict.ts';
import type { OperatorOutcome } from './assess-operator.ts';
import { confidenceRank, opennessRank } from './plan-order.ts';

/**
 * Orders operators as a reader wants them: better verdict, then stronger evidence, then a plan that is open before
 * one that may be closed, then more numbers held in the region (a sign of size, not of quality), then id.
 */
export function orderOperators(
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): OperatorOutcome[] {
  return outcomes
    .map((outcome) => ({
      outcome,
      verdict: verdictRank(outcome.best.verdict),
      confidence: confidenceRank(outcome.best),
      openness: opennessRank(outcome.best),
      held: numbersHeld(outcome.operator.operator.id),
      id: outcome.operator.operator.id,
    }))
    .sort(
      (a, b) =>
        b.verdict - a.verdict ||
        a.confidence - b.confidence ||
        a.openness - b.openness ||
        b.held - a.held ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ outcome }) => outcome);
}
