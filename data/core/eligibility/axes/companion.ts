import type { Line } from '../../schema/household.ts';
import { requireAll } from '../claims/combine.ts';
import type { Outcome } from '../claims/decide.ts';
import { decideInRegion, type OperatorContext } from './axis-context.ts';

/**
 * Can the household's watches, tablets and cars have service: a number of their own, the phone's number, or is
 * nothing known? `undefined` when it has none: the axis is not touched.
 */
export function assessCompanion(context: OperatorContext): Outcome | undefined {
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
