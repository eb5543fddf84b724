import type { Change } from '../../schema/change.ts';
import type { Household, Line } from '../../schema/household.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../assess-operator.ts';
import { worstOf } from '../combine.ts';
import type { Moment } from '../decide.ts';
import type { Evaluator, PreparedHousehold } from '../evaluator.ts';
import { applyChanges } from './apply-change.ts';

/** One household at one moment, tried out with changes; what was worked out is shared between operators. */
export type Trials = {
  household: Household;
  /** The household after changes, with the axes that no operator decides. */
  after(changes: readonly Change[]): PreparedHousehold;
  /** The operator's verdict after changes, or a lower bound below `target` where people or devices fall short of it. */
  verdictAfter(outcome: OperatorOutcome, changes: readonly Change[], target: Verdict): Verdict;
  /** What the operator says of one line by itself, as if it were the payer's. */
  alone(outcome: OperatorOutcome, line: Line): OperatorOutcome;
};

/** Sets up trials over an evaluator. */
export function createTrials(evaluator: Evaluator, household: Household, moment: Moment): Trials {
  const prepared = new Map<string, PreparedHousehold>();

  function after(changes: readonly Change[]): PreparedHousehold {
    const key = JSON.stringify(changes);
    const known = prepared.get(key) ?? evaluator.prepare(applyChanges(household, changes), moment);
    prepared.set(key, known);
    return known;
  }

  return {
    household,
    after,
    verdictAfter({ operator }, changes, target) {
      const changed = after(changes);
      const people = worstOf(changed.householdAxes.map((axis) => axis.value));
      // Where people or devices fall short, no operator need be asked.
      if (verdictRank(people) < verdictRank(target)) return people;
      return evaluator.evaluate(changed, operator).best.verdict;
    },
    alone: ({ operator }, line) =>
      evaluator.evaluate(
        evaluator.prepare({ ...household, lines: [{ ...line, payer: true }] }, moment),
        operator,
      ),
  };
}
