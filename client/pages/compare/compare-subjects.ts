import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { DatasetOperator, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { MODELS_OF_WISH, type Plan } from '../../../data/core/schema/plan.ts';
import type { Support, Verdict } from '../../../data/core/schema/verdict.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import { byName } from '../../i18n/grammar/names.ts';
import type { CompareChoice } from './compare-choice.ts';

/** What one row is about: an operator's plan in a region. */
export interface Subject {
  region: DatasetRegion;
  operator: DatasetOperator;
  plan: Plan | undefined;
  verdict: Verdict;
  support: Support;
  /** How well the plan itself is known there. */
  planSupport: Support;
}

/** Whether an operator only has a "no" here because it holds no numbers of the region. */
export function isAbsentFrom(
  { dataset, assess }: PageContext,
  regionId: string,
  operatorId: string,
): boolean {
  const assessed = assess(regionId).operators.find((each) => each.operatorId === operatorId);
  return assessed?.verdict === 'no' && !dataset.numbering.counts[operatorId]?.[regionId];
}

/** The operators of a comparison: the chosen ones, else those of its regions in the order of the first. */
function operatorsOf(context: PageContext, { regions, operators }: CompareChoice) {
  const [first] = regions;
  if (operators.length > 0 || first === undefined) return operators;
  return context
    .assess(first.id)
    .operators.flatMap(
      ({ operatorId }) => context.dataset.operators.find(({ id }) => id === operatorId) ?? [],
    )
    .filter(({ id }) => regions.some((region) => !isAbsentFrom(context, region.id, id)));
}

/** The plan that the answer for the chosen kind is about; an answer without a plan counts for any kind alone. */
function bestOf(assessed: OperatorAssessment, wish: CompareChoice['wish']) {
  if (wish === 'any') return assessed;
  return assessed.sharing[wish].planId === undefined ? undefined : assessed.sharing[wish];
}

/** All plans of the chosen kind, the best first; for any kind also an answer that no plan is known to. */
function allOf(assessed: OperatorAssessment, wish: CompareChoice['wish']) {
  const plans = assessed.plans.filter(({ model }) => MODELS_OF_WISH[wish].includes(model));
  return plans.length === 0 && wish === 'any' ? [assessed] : plans;
}

/** The rows in their own order: with regions chosen, one operator or plan of both regions stands together. */
export function subjectsOf(
  context: PageContext,
  language: Language,
  choice: CompareChoice,
): { subjects: Subject[]; leftOut: number } {
  const operators = operatorsOf(context, choice);
  const arePlans = choice.regions.length > 0 && choice.operators.length > 0;
  let leftOut = 0;
  const rowsOf = (region: DatasetRegion, operator: DatasetOperator): Subject[] => {
    const assessed = context
      .assess(region.id)
      .operators.find((each) => each.operatorId === operator.id);
    if (assessed === undefined) return [];
    const answers = arePlans
      ? allOf(assessed, choice.wish)
      : [bestOf(assessed, choice.wish)].filter((each) => each !== undefined);
    if (answers.length === 0) leftOut += 1;
    return answers.map(({ planId, verdict, support, planSupport }) => {
      const plan = operator.plans.find(({ id }) => id === planId);
      return { region, operator, plan, verdict, support, planSupport };
    });
  };
  if (choice.regions.length === 0) {
    const regions = byName(language, context.dataset.regions, ({ name }) => name[language]);
    const subjects = regions.flatMap((region) =>
      operators.flatMap((operator) => rowsOf(region, operator)),
    );
    return { subjects, leftOut };
  }
  const subjects = operators.flatMap((operator) => {
    const rows = choice.regions.flatMap((region) => rowsOf(region, operator));
    const plans = [...new Set(rows.map(({ plan }) => plan))];
    return plans.flatMap((plan) => rows.filter((row) => row.plan === plan));
  });
  return { subjects, leftOut };
}
