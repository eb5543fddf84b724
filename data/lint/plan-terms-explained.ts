import type { Operator } from '../schema/operator.ts';
import type { Plan } from '../schema/plan.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Plan terms that decide an axis when they are known; the axis is unknown when they are not. */
const TERMS = [
  { term: 'lineLimit', axis: 'lineCount' },
  { term: 'sameRegion', axis: 'sameRegion' },
] as const;

/** A plan that one can still join and whose terms are not known must say that somebody looked. */
export const planTermsExplained: Rule = {
  name: 'plan-terms-explained',
  description:
    'each term that a joinable plan lacks has an open question; no plan at all has one too',
  scope: 'file',
  check(data) {
    return data.operators.flatMap(({ file, value }) => {
      if (value.market !== 'consumer') return [];
      const joinable = value.plans.filter(({ status }) => status !== 'closed');
      if (joinable.length === 0) return asks(value, 'lineCount') ? [] : [noPlan(file, value)];
      return joinable.flatMap((plan) => missingTerms(file, value, plan));
    });
  },
};

function asks(operator: Operator, axis: string, planId?: string): boolean {
  return operator.openQuestions.some(
    (question) =>
      question.axes.some((asked) => asked === axis) &&
      (question.planId === undefined || question.planId === planId),
  );
}

function noPlan(file: string, operator: Operator): RuleIssue {
  return {
    level: 'error',
    file,
    path: 'openQuestions',
    message: `${operator.id} has no plan to join, so its lineCount is unknown, and nothing asks for it`,
    tip: 'add "lineCount" to the axes of the open question about its shared plan',
  };
}

function missingTerms(file: string, operator: Operator, plan: Plan): RuleIssue[] {
  return TERMS.filter(
    ({ term, axis }) => plan[term] === undefined && !asks(operator, axis, plan.id),
  ).map(({ term, axis }) => ({
    level: 'error',
    file,
    path: `plans[${operator.plans.indexOf(plan)}].${term}`,
    message: `${plan.id} has no ${term} and no open question about ${axis}`,
    tip: `add ${term} with its claims, or an open question with axes ["${axis}"] and planId "${plan.id}"`,
  }));
}
