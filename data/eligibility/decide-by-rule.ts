import type { Condition } from '../schema/condition.ts';
import type { Reason } from '../schema/reason.ts';
import type { Verdict } from '../schema/verdict.ts';
import { plainOutcome } from './axis-context.ts';
import type { Outcome } from './decide.ts';
import type { RuleInForce } from './law-in-force.ts';

/**
 * An outcome that a rule of law decides. A law holds until it is changed, so unlike an operator's offer it does not
 * weaken with the age of its source; it still has to be looked at within the stale limit, else it is `unknown`.
 */
export function decideByRule(
  { stale, evidence, support }: Pick<RuleInForce, 'stale' | 'evidence' | 'support'>,
  value: Verdict,
  reason: Reason,
  conditions: readonly Condition[] = [],
): Outcome {
  return stale
    ? { ...plainOutcome('unknown', { code: 'only-stale-claims' }), evidence }
    : { ...plainOutcome(value, reason, [...conditions]), ...support, evidence };
}
