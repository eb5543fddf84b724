import type { Plan } from '../../schema/plan.ts';
import { requireAll } from '../claims/combine.ts';
import type { Candidate, Outcome } from '../claims/decide.ts';
import { decideInRegion, decideTerm, type OperatorContext } from './axis-context.ts';

type LineLimit = NonNullable<Plan['lineLimit']>;

/** Do the household's lines, the payer's among them, fit the plan's limit? Unknown without a plan or a limit. */
export function assessLineCount(context: OperatorContext): Outcome {
  const lines = context.household.lines.length;
  const limit = context.plan?.lineLimit;
  if (limit === undefined) {
    const outcome = requireAll(
      context.regionIds.map((regionId) => decideInRegion('lineCount', context, regionId)),
    );
    if (outcome.value !== 'unknown') return outcome;
    const code = context.plan === undefined ? 'no-plan-known' : 'line-limit-unknown';
    return { ...outcome, reason: { code, params: { lines } } };
  }
  const outcome = decideTerm('lineCount', context, limit.claimIds, compareLines(lines, limit));
  if (outcome.value === 'unknown') return outcome;
  const code = outcome.value === 'no' ? 'too-many-lines' : 'lines-fit';
  return { ...outcome, reason: { code, params: { lines, limit: limit.max } } };
}

function compareLines(
  lines: number,
  { min, max, payerCounted }: LineLimit,
): Pick<Candidate, 'value' | 'conditions'> {
  if (lines > max) return { value: 'no', conditions: [] };
  if (lines <= min) return { value: 'yes', conditions: [] };
  const params = { minLines: min, maxLines: max };
  const code = payerCounted === 'unclear' ? 'payer-may-count' : 'line-limit-depends-on-tariff';
  return { value: 'partial', conditions: [{ code, params }] };
}
