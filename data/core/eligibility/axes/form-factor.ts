import { requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Does the plan treat an eSIM line like a plastic one? No operator has been found to say so either way. Where the
 * data is silent we assume that it does, say that we assume it, and make it a condition: the named assumption.
 */
export function assessFormFactor(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('formFactor', context, regionId);
      if (outcome.value !== 'unknown') return outcome;
      // What is assumed rests on no evidence: its condition says so.
      const { support: _support, ...rest } = outcome;
      return {
        ...rest,
        value: 'partial',
        reason: { code: 'assumption' },
        conditions: [{ code: 'esim-treated-as-plastic' }],
        method: 'assumed',
      };
    }),
  );
}
