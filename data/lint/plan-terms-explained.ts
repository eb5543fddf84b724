import { joinablePlans } from '../eligibility/joinable-plans.ts';
import { servesFamiliesOn } from '../eligibility/serves-families.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Operator } from '../schema/operator.ts';
import type { Plan } from '../schema/plan.ts';
import { asks } from './asks.ts';
import type { RuleIssue } from './issue.ts';
import { nameRegions } from './name-regions.ts';
import type { Rule } from './rule.ts';

/** Plan terms that decide an axis when they are known; the axis is unknown when they are not. */
const TERMS = [
  { term: 'lineLimit', axis: 'lineCount' },
  { term: 'sameRegion', axis: 'sameRegion' },
] as const;
type Term = (typeof TERMS)[number];

/** A plan that one can still join and whose terms are not known must say that somebody looked. */
export const planTermsExplained: Rule = {
  name: 'plan-terms-explained',
  description:
    'each term that a joinable plan lacks has an open question; no plan at all has one too',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const regionIds = data.regions.map(({ value }) => value.id);
    return data.operators.flatMap(({ file, value }) => {
      if (!servesFamiliesOn(value, release)) return [];
      const joinable = joinablePlans(value.plans, release);
      return TERMS.flatMap((term) =>
        joinable.length === 0
          ? noPlan(file, value, term, regionIds)
          : joinable.flatMap((plan) => missingTerm(file, value, plan, term, regionIds)),
      );
    });
  },
};

function noPlan(
  file: string,
  operator: Operator,
  { axis }: Term,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  const silent = regionIds.filter((id) => !asks(operator.openQuestions, axis, id));
  if (silent.length === 0) return [];
  return [
    {
      level: 'error',
      file,
      path: 'openQuestions',
      message: `${operator.id} has no plan to join, so its ${axis} is unknown, and nothing asks for it in ${nameRegions(silent)}`,
      tip: `add "${axis}" to the axes of the open question about its shared plan`,
    },
  ];
}

function missingTerm(
  file: string,
  operator: Operator,
  plan: Plan,
  { term, axis }: Term,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  if (plan[term] !== undefined) return [];
  const silent = regionIds.filter((id) => !asks(operator.openQuestions, axis, id, plan.id));
  if (silent.length === 0) return [];
  return [
    {
      level: 'error',
      file,
      path: `plans[${operator.plans.indexOf(plan)}].${term}`,
      message: `${plan.id} has no ${term} and no open question about ${axis} in ${nameRegions(silent)}`,
      tip: `add ${term} with its claims, or an open question with axes ["${axis}"] and planId "${plan.id}"`,
    },
  ];
}
