import type { Condition } from '../../schema/condition.ts';
import type { Plan } from '../../schema/plan.ts';
import { mergeConditions, requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Is there a shared plan that new customers can have in every contract region? A line that is with another operator is no
 * obstacle: its number is to be taken along, which is a condition.
 */
export function assessSharedPlan(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('sharedPlan', context, regionId);
      if (outcome.value === 'no') return outcome;
      if (outcome.value === 'unknown') {
        const isBare = context.plan === undefined && outcome.reason.code === 'no-claim';
        return isBare ? { ...outcome, reason: { code: 'no-plan-known' } } : outcome;
      }
      const conditions = [...termsOf(context), ...numbersToTake(context)];
      if (conditions.length === 0) return outcome;
      return {
        ...outcome,
        value: 'partial',
        conditions: mergeConditions([outcome.conditions, conditions]),
      };
    }),
  );
}

/** Ids of the lines that are with another operator than the one in question. */
export function linesElsewhere({ lines, operator }: OperatorContext): string[] {
  return lines
    .filter(({ operatorId }) => operatorId !== 'any' && operatorId !== operator.operator.id)
    .map(({ id }) => id);
}

function numbersToTake(context: OperatorContext): Condition[] {
  const lineIds = linesElsewhere(context);
  const operatorId = context.operator.operator.id;
  return lineIds.length === 0
    ? []
    : [{ code: 'take-number-along', params: { lineIds, operatorId } }];
}

/** What the plan's own terms ask of a family that wants it. */
function termsOf(context: OperatorContext): Condition[] {
  const { plan } = context;
  if (plan === undefined) return [];
  const params = { planId: plan.id };
  const conditions: Condition[] = [];
  if (plan.status === 'unknown') conditions.push({ code: 'plan-openness-unknown', params });
  if (plan.payerTariffs !== undefined) {
    const { names, kinds } = plan.payerTariffs;
    const tariffs = { tariffs: names, ...(kinds && { tariffKinds: kinds }) };
    conditions.push({ code: 'payer-needs-tariff', params: tariffs });
  }
  if (plan.model === 'unknown') conditions.push({ code: 'terms-not-read', params });
  if (plan.model === 'payer-funded') conditions.push({ code: 'payer-funded-not-pooled' });
  if (plan.model !== 'unknown' && isModelALead(context, plan)) {
    conditions.push({ code: 'ask-what-is-shared', params });
  }
  return conditions;
}

/** Whether only sources too weak to decide anything tell what the plan shares. It is the same plan in every region. */
function isModelALead({ operator, moment }: OperatorContext, plan: Plan): boolean {
  const claims = (plan.modelClaimIds ?? plan.claimIds).flatMap(
    (id) => operator.claims.get(id) ?? [],
  );
  return claims.every((claim) => claim.age(moment.asOf).carry === 'lead');
}
