import type { Member } from '../../schema/household.ts';
import { type HouseholdContext, plainOutcome } from '../axis-context.ts';
import type { Outcome } from '../decide.ts';
import { decideByRule } from '../decide-by-rule.ts';
import { holdersOf, linesHeldBy } from '../holders.ts';
import { requireAll } from '../require-all.ts';

/** A holder this near to the cap is told so: the next watch or tablet would break it. */
const NEAR_CAP = 2;

/** Does each holder stay within the legal cap on numbers? Children's lines count for the adult who holds them. */
export function assessNumberCap(context: HouseholdContext): Outcome {
  return requireAll(holdersOf(context.household).map((holder) => assessHolder(context, holder)));
}

function assessHolder(context: HouseholdContext, holder: Member): Outcome {
  const held = linesHeldBy(context.household, holder.id).length + holder.otherNumbers;
  const params = { memberId: holder.id, held };
  const caps = context.law.numberCaps
    .filter(({ rule }) => rule.citizenship === holder.citizenship)
    .sort((a, b) => a.rule.limit - b.rule.limit);
  const [cap] = caps;
  if (cap === undefined) {
    // A cap that begins later leaves the holder free until then; no cap in the data at all is a gap of the data.
    return context.law.knowsNumberCap
      ? plainOutcome('yes', { code: 'cap-kept', params })
      : plainOutcome('unknown', { code: 'cap-unknown', params });
  }
  const { limit } = cap.rule;
  if (held > limit) {
    return decideByRule(cap, 'no', {
      code: 'cap-exceeded',
      params: { ...params, limit },
    });
  }
  const reason = { code: 'cap-kept' as const, params: { ...params, limit } };
  if (held + NEAR_CAP < limit) return decideByRule(cap, 'yes', reason);
  return decideByRule(cap, 'partial', reason, [
    { code: 'near-number-cap', params: { held, limit } },
  ]);
}
