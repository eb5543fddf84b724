import type { Reason } from '../schema/assessment.ts';
import type { Condition } from '../schema/condition.ts';
import type { Verdict } from '../schema/verdict.ts';
import { type HouseholdContext, plainOutcome } from './axis-context.ts';
import type { Outcome } from './decide.ts';
import { mergeEvidence, toEvidence } from './evidence.ts';
import type { RuleInForce } from './law-in-force.ts';
import { summarise } from './strength.ts';

/**
 * An outcome that a rule of law decides. A law holds until it is changed, so unlike an operator's offer it does not
 * weaken with the age of its source; it still has to be looked at within the stale limit, else it is `unknown`.
 */
export function decideByRule(
  { moment }: HouseholdContext,
  { claims, stale }: Pick<RuleInForce, 'claims' | 'stale'>,
  value: Verdict,
  reason: Reason,
  conditions: readonly Condition[] = [],
): Outcome {
  const evidence = mergeEvidence([
    claims.map((claim) => toEvidence(claim, stale ? 'stale' : 'decisive', moment.asOf)),
  ]);
  if (stale) return { ...plainOutcome('unknown', { code: 'only-stale-claims' }), evidence };
  return {
    ...plainOutcome(value, reason, [...conditions]),
    ...summarise(claims, moment.asOf),
    evidence,
  };
}
