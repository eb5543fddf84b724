import type { Condition } from '../../schema/condition.ts';
import type { Plan } from '../../schema/plan.ts';
import { mergeConditions, requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { plainOutcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Is there a shared plan that new customers can have in every contract region? A line that is with another
 * operator cannot be in this operator's plan: that is a `no` which switching the line would lift.
 */
export function assessSharedPlan(context: OperatorContext): Outcome {
  const elsewhere = context.household.lines.filter(
    ({ operatorId }) => operatorId !== 'any' && operatorId !== context.operator.operator.id,
  );
  if (elsewhere.length > 0) {
    const lineIds = elsewhere.map((line) => line.id);
    return plainOutcome('no', { code: 'line-with-other-operator', params: { lineIds } });
  }
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('sharedPlan', context, regionId);
      if (outcome.value === 'no') return outcome;
      if (outcome.value === 'unknown') {
        const isBare = context.plan === undefined && outcome.reason.code === 'no-claim';
        return isBare ? { ...outcome, reason: { code: 'no-plan-known' } } : outcome;
      }
      const conditions = context.plan === undefined ? [] : conditionsOf(context.plan);
      if (conditions.length === 0) return outcome;
      return {
        ...outcome,
        value: 'partial',
        conditions: mergeConditions([outcome.conditions, conditions]),
      };
    }),
  );
}

/** What the plan's own terms ask of a family that wants it. */
function conditionsOf(plan: Plan): Condition[] {
  const conditions: Condition[] = [];
  if (plan.status === 'unknown') {
    conditions.push({ code: 'plan-openness-unknown', params: { planId: plan.id } });
  }
  if (plan.payerTariffs !== undefined) {
    const { names, kinds } = plan.payerTariffs;
    const params = { tariffs: names, ...(kinds && { tariffKinds: kinds }) };
    conditions.push({ code: 'payer-needs-tariff', params });
  }
  if (plan.model === 'unknown') {
    conditions.push({ code: 'terms-not-read', params: { planId: plan.id } });
  }
  if (plan.model === 'payer-funded') conditions.push({ code: 'payer-funded-not-pooled' });
  return conditions;
}
