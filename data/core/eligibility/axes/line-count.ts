import type { Plan } from '../../schema/plan.ts';
import { requireAll } from '../claims/combine.ts';
import type { Candidate, Outcome } from '../claims/decide.ts';
import { decideInRegion, decideTerm, type OperatorContext } from './axis-context.ts';

type LineLimit = NonNullable<Plan['lineLimit']>;

/** A family plan is taken to have room for the payer and two further numbers: the named assumption of this axis. */
const ASSUMED_LINES = 3;

/**
 * Do the household's lines, the payer's among them, fit the plan's limit? Where the limit is not known a household of at most
 * three lines is taken to fit, on the condition of asking; for more it is unknown, as without a plan.
 */
export function assessLineCount(context: OperatorContext): Outcome {
  const lines = context.lines.length;
  const limit = context.plan?.lineLimit;
  const decided = requireAll(
    context.regionIds.map((regionId) =>
      limit === undefined
        ? decideInRegion('lineCount', context, regionId)
        : decideTerm('lineCount', context, regionId, limit.claimIds, compareLines(lines, limit)),
    ),
  );
  if (decided.value === 'unknown') return withoutLimit(context, decided);
  if (limit === undefined) return decided;
  const code = decided.value === 'no' ? 'too-many-lines' : 'lines-fit';
  return { ...decided, reason: { code, params: { lines, limit: limit.max } } };
}

function withoutLimit(
  { plan, lines: { length: lines } }: OperatorContext,
  decided: Outcome,
): Outcome {
  const params = { lines };
  if (plan === undefined) return { ...decided, reason: { code: 'no-plan-known', params } };
  if (lines > ASSUMED_LINES) return { ...decided, reason: { code: 'line-limit-unknown', params } };
  const { support: _support, ...rest } = decided;
  return {
    ...rest,
    value: 'partial',
    reason: { code: 'line-limit-assumed', params },
    conditions: [{ code: 'ask-line-limit', params }],
    method: 'assumed',
  };
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
