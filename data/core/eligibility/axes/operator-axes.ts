import type { Condition } from '../../schema/condition.ts';
import type { Line } from '../../schema/household.ts';
import type { RegionId } from '../../schema/ids.ts';
import { mergeConditions, type Outcome, requireAll } from '../claims/combine.ts';
import { decideInRegion, type OperatorContext, type OperatorRules } from './axis-context.ts';

/** The axes that depend on the operator, whichever its plan. */
export const OPERATOR_RULES: OperatorRules = {
  presence: assessPresence,
  esim: assessEsim,
  companion: assessCompanion,
};

/**
 * Does the operator sell service in every contract region? Where only a part of the region has terms of its own
 * (Norilsk in Krasnoyarsk Krai), a positive answer holds on the condition of not being there; where that very place was
 * asked about, on that of its terms.
 */
function assessPresence(context: OperatorContext): Outcome {
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

/** Does the operator issue consumer eSIM profiles to private customers in every contract region? */
function assessEsim(context: OperatorContext): Outcome {
  return requireAll(context.regionIds.map((regionId) => decideInRegion('esim', context, regionId)));
}

/**
 * Can the household's watches, tablets and cars have service: a number of their own, the phone's number, or is
 * nothing known? `undefined` when it has none: the axis is not touched.
 */
function assessCompanion(context: OperatorContext): Outcome | undefined {
  const companions = new Map<string, Line>();
  for (const line of context.lines) {
    if (line.deviceKind !== 'phone') {
      companions.set(`${line.deviceKind} ${line.contractRegionId}`, line);
    }
  }
  if (companions.size === 0) return undefined;
  return requireAll([...companions.values()].map((line) => assessKind(context, line)));
}

function assessKind(context: OperatorContext, line: Line): Outcome {
  const { deviceKind, contractRegionId } = line;
  const outcome = decideInRegion('companion', context, contractRegionId, deviceKind);
  const hasOwnNumber = outcome.conditions.some(({ code }) => code === 'separate-number');
  const code = hasOwnNumber ? 'own-number-line' : outcome.reason.code;
  return { ...outcome, reason: { code, params: { deviceKind } } };
}
