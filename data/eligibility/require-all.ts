import type { Evidence } from '../schema/evidence.ts';
import { worstOf } from './combine.ts';
import { mergeConditions } from './conditions.ts';
import type { Outcome } from './decide.ts';
import { mergeEvidence } from './evidence.ts';
import { strongestSupport, weakestSupport } from './strength.ts';

/**
 * Joins outcomes that must all hold (one per region, line or holder) into one: the worst value, with its reason.
 * One `no` settles the matter, so a `no` is as well supported as its best part; an `unknown` has no support;
 * anything better is as well supported as its weakest part.
 */
export function requireAll(parts: readonly Outcome[]): Outcome {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const value = worstOf(parts.map((part) => part.value));
  const deciding = parts.filter((part) => part.value === value);
  const decisive = value === 'no' ? deciding : parts;
  return {
    value,
    reason: deciding[0]?.reason ?? { code: 'claims-decide' },
    conditions: mergeConditions(parts.map((part) => part.conditions)),
    ...(value === 'unknown'
      ? {}
      : value === 'no'
        ? strongestSupport(decisive)
        : weakestSupport(decisive)),
    evidence: mergeEvidence(
      parts.map((part) => (decisive.includes(part) ? part.evidence : demote(part.evidence))),
    ),
    openQuestionIds: [...new Set(parts.flatMap((part) => part.openQuestionIds))],
  };
}

/** What a part that did not decide the whole was decided by only supports it. */
function demote(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((entry) =>
    entry.role === 'decisive' ? { ...entry, role: 'supporting' } : entry,
  );
}
