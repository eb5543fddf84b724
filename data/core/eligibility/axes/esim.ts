import { requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/** Does the operator issue consumer eSIM profiles to private customers in every contract region? */
export function assessEsim(context: OperatorContext): Outcome {
  return requireAll(context.regionIds.map((regionId) => decideInRegion('esim', context, regionId)));
}
