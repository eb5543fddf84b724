import type { Member } from '../../schema/household.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { requireAll } from '../claims/combine.ts';
import { decideByRule, type Outcome, plainOutcome } from '../claims/decide.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import type { HouseholdContext } from './axis-context.ts';
import { holdersOf, linesHeldBy } from './holders.ts';

/** A holder this near to the cap is told so: the next watch or tablet would break it. */
const NEAR_CAP = 2;

/** How many numbers a holder has, the household's lines among them, and the cap on them, where one is in force. */
export type CapStanding = {
  holder: Member;
  held: number;
  cap: LawInForce['numberCaps'][number] | undefined;
};

/** Does each holder stay within the legal cap on numbers? Children's lines count for the adult who holds them. */
export function assessNumberCap(context: HouseholdContext): Outcome {
  return requireAll(capStandings(context).map((standing) => assessHolder(context.law, standing)));
}

/** Every holder's numbers against the lowest cap for people of their citizenship. */
export function capStandings({
  household,
  law,
}: Pick<HouseholdContext, 'household' | 'law'>): CapStanding[] {
  return holdersOf(household).map((holder) => {
    const [cap] = law.numberCaps
      .filter(({ rule }) => rule.citizenship === holder.citizenship)
      .sort((a, b) => a.rule.limit - b.rule.limit);
    return { holder, held: linesHeldBy(household, holder.id).length + holder.otherNumbers, cap };
  });
}

/** How many numbers the holder has too many for the axis to reach a verdict; 0 where no cap that counts is in force. */
export function numbersOver({ held, cap }: CapStanding, target: Verdict): number {
  if (cap === undefined || cap.stale) return 0;
  const most = target === 'yes' ? cap.rule.limit - NEAR_CAP - 1 : cap.rule.limit;
  return Math.max(0, held - most);
}

function assessHolder(law: LawInForce, standing: CapStanding): Outcome {
  const { holder, held, cap } = standing;
  const params = { memberId: holder.id, held };
  if (cap === undefined) {
    // A cap that begins later leaves the holder free until then; no cap in the data at all is a gap of the data.
    return law.knowsNumberCap
      ? plainOutcome('yes', { code: 'cap-kept', params })
      : plainOutcome('unknown', { code: 'cap-unknown', params });
  }
  const { limit } = cap.rule;
  if (numbersOver(standing, 'partial') > 0) {
    return decideByRule(cap, 'no', { code: 'cap-exceeded', params: { ...params, limit } });
  }
  const reason = { code: 'cap-kept' as const, params: { ...params, limit } };
  if (numbersOver(standing, 'yes') === 0) return decideByRule(cap, 'yes', reason);
  return decideByRule(cap, 'partial', reason, [
    { code: 'near-number-cap', params: { held, limit } },
  ]);
}
