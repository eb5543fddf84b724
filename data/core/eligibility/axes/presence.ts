import { mergeConditions, requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Does the operator sell service in every contract region? Where only a part of the region has terms of its own
 * (Norilsk in Krasnoyarsk Krai), a positive answer holds on the condition of not being there.
 */
export function assessPresence(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('presence', context, regionId);
      const exceptions = context.operator.operator.localExceptions.filter(
        (exception) => exception.regionId === regionId && !exception.wholeRegion,
      );
      const isPositive = outcome.value === 'yes' || outcome.value === 'partial';
      if (!isPositive || exceptions.length === 0) return outcome;
      const conditions = exceptions.map(({ id }) => ({
        code: 'local-exception' as const,
        params: { exceptionId: id },
      }));
      return {
        ...outcome,
        value: 'partial',
        conditions: mergeConditions([outcome.conditions, conditions]),
      };
    }),
  );
}
