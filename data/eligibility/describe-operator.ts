import type { Dataset } from '../schema/dataset.ts';
import type { Household } from '../schema/household.ts';
import type { OperatorAssessment } from '../schema/operator-assessment.ts';
import type { OperatorOutcome } from './assess-operator.ts';
import type { ChangeSearch } from './changes/smallest-change-sets.ts';
import { changesOn } from './changes-on.ts';
import { mergeConditions } from './conditions.ts';
import { costOf } from './cost.ts';
import type { Moment } from './decide.ts';
import type { Evaluator } from './evaluator.ts';
import { payerLine } from './holders.ts';
import { supportOf } from './plan-outcome.ts';
import { operatorSteps } from './steps/operator-steps.ts';
import { traceOf } from './trace.ts';

/** What an outcome is described with. */
export type Describing = {
  evaluator: Evaluator;
  household: Household;
  moment: Moment;
  laws: Dataset['laws'];
  search: ChangeSearch;
  trace: boolean;
  /** Whether to look for days on which the verdict changes. */
  outlook: boolean;
};

/** One operator's outcome with all that follows from it: support, changes, steps, cost, what time will change. */
export function describeOperator(given: Describing, outcome: OperatorOutcome): OperatorAssessment {
  const { household, moment } = given;
  const { operator, best, plans } = outcome;
  const regionId = payerLine(household)?.contractRegionId;
  return {
    operatorId: operator.operator.id,
    verdict: best.verdict,
    ...(best.plan && { planId: best.plan.id }),
    axes: best.axes,
    conditions: mergeConditions(best.axes.map((axis) => axis.conditions)),
    ...supportOf(best),
    plans: plans.flatMap(({ plan, verdict }) => (plan ? [{ planId: plan.id, verdict }] : [])),
    changes: given.search(outcome),
    steps: operatorSteps(household, outcome),
    ...(best.plan &&
      regionId !== undefined && {
        cost: costOf(best.plan, operator, regionId, household.lines.length, moment),
      }),
    changesOn: given.outlook
      ? changesOn(given.evaluator, household, operator, given.laws, moment.asOf, best.verdict)
      : [],
    ...(given.trace && { trace: traceOf(outcome) }),
  };
}
