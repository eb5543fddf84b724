import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Operator } from '../schema/operator.ts';
import { verdictRank } from '../schema/verdict.ts';
import type { OperatorOutcome } from './evaluator.ts';
import { confidenceRank, opennessRank } from './plans.ts';

/** Whether a family can choose an operator on a day: it is neither for machines only nor gone by then. */
export function servesFamiliesOn(
  { market, retiredOn }: Pick<Operator, 'market' | 'retiredOn'>,
  day: IsoDate,
): boolean {
  return market === 'consumer' && isValidOn({ validTo: retiredOn }, day);
}

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
