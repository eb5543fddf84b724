import type { Condition } from '../../schema/condition.ts';
import type { RegionId } from '../../schema/ids.ts';
import { mergeConditions, requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Does the operator sell service in every contract region? Where only a part of the region has terms of its own
 * (Norilsk in Krasnoyarsk Krai), a positive answer holds on the condition of not being there; where that very place was
 * asked about, on that of its terms.
 */
export function assessPresence(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('presence', context, regionId);
      const isPositive = outcome.value === 'yes' || outcome.value === 'partial';
      const conditions = exceptionsIn(context, regionId);
      if (!isPositive || conditions.length === 0) return outcome;
      return {
        ...outcome,
        value: 'partial',
        conditions: mergeConditions([outcome.conditions, conditions]),
      };
    }),
  );
}

function exceptionsIn(context: OperatorContext, regionId: RegionId): Condition[] {
  const { exception, operator } = context;
  if (exception?.regionId === regionId) {
    return [{ code: 'local-terms', params: { exceptionId: exception.id } }];
  }
  return operator.operator.localExceptions
    .filter((other) => other.regionId === regionId && !other.wholeRegion)
    .map(({ id }) => ({ code: 'local-exception', params: { exceptionId: id } }));
}
