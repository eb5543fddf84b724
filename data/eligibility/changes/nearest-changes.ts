import type { Change } from '../../schema/change.ts';
import type { ChangeSet } from '../../schema/change-set.ts';
import type { Household } from '../../schema/household.ts';
import type { OperatorAssessment } from '../../schema/operator-assessment.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../assess-operator.ts';
import { type ChangeSearch, MAX_CHANGES } from './smallest-change-sets.ts';

/**
 * For each verdict above the household's present one, the smallest change set over the operators asked for and, by
 * switching all lines, over the `others` that were not. Operators come best first, and the first of equals stays.
 */
export function nearestChanges(
  household: Household,
  present: Verdict,
  operators: readonly OperatorAssessment[],
  others: readonly OperatorOutcome[],
  search: ChangeSearch,
): ChangeSet[] {
  const switched = others.flatMap((outcome) => switchTo(household, outcome, search));
  const all = [...operators.flatMap((operator) => operator.changes), ...switched];
  return (['partial', 'yes'] as const)
    .filter((target) => verdictRank(target) > verdictRank(present))
    .flatMap((target) => {
      const reaching = all.filter((set) => set.verdict === target);
      const size = Math.min(...reaching.map((set) => set.changes.length));
      return reaching.find((set) => set.changes.length === size) ?? [];
    });
}

/** The household's way to an operator that was not asked about: all lines go there, and what else it takes. */
function switchTo(
  household: Household,
  outcome: OperatorOutcome,
  search: ChangeSearch,
): ChangeSet[] {
  const operatorId = outcome.operator.operator.id;
  const lineIds = household.lines.map((line) => line.id);
  const toOperator: Change = { code: 'switch-operator', params: { operatorId, lineIds } };
  const { verdict } = outcome.best;
  const asItIs: ChangeSet[] =
    verdictRank(verdict) > verdictRank('unknown')
      ? [{ verdict, operatorId, changes: [toOperator] }]
      : [];
  const further = search(outcome).map((set) =>
    set.changes.some(({ code }) => code === 'switch-operator')
      ? set
      : { ...set, changes: [toOperator, ...set.changes] },
  );
  return [...asItIs, ...further].filter((set) => set.changes.length <= MAX_CHANGES);
}
