import { requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { plainOutcome } from '../claims/decide.ts';
import {
  decideInRegion,
  decideTerm,
  type OperatorContext,
  openQuestionIds,
} from './axis-context.ts';

/**
 * Are all contract regions inside one tariff area of the operator? Lines of one region need no rule. Where they
 * differ and no area joins them, the plan's own rule decides, and without one the answer is unknown.
 */
export function assessSameRegion(context: OperatorContext): Outcome {
  const { regionIds, operator, plan } = context;
  if (regionIds.length <= 1) return plainOutcome('yes', { code: 'one-region' });
  const area = operator.operator.tariffAreas.find((candidate) =>
    regionIds.every((regionId) => candidate.regionIds.includes(regionId)),
  );
  if (area !== undefined) {
    const joined = decideTerm('sameRegion', context, area.claimIds, {
      value: 'yes',
      conditions: [],
    });
    if (joined.value !== 'unknown') {
      return { ...joined, reason: { code: 'one-tariff-area', params: { areaId: area.id } } };
    }
  }
  const ruled = byPlan(context);
  if (ruled.value === 'no') {
    return { ...ruled, reason: { code: 'regions-differ', params: { regionIds: [...regionIds] } } };
  }
  if (ruled.value !== 'unknown') return ruled;
  return {
    ...ruled,
    reason: { code: 'region-rule-unknown', params: plan === undefined ? {} : { planId: plan.id } },
    openQuestionIds: [
      ...new Set(regionIds.flatMap((regionId) => openQuestionIds('sameRegion', context, regionId))),
    ],
  };
}

function byPlan(context: OperatorContext): Outcome {
  const term = context.plan?.sameRegion;
  if (term !== undefined) {
    return decideTerm('sameRegion', context, term.claimIds, {
      value: term.required ? 'no' : 'yes',
      conditions: [],
    });
  }
  return requireAll(
    context.regionIds.map((regionId) => decideInRegion('sameRegion', context, regionId)),
  );
}
