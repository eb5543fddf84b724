import type { Member } from '../../schema/household.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { requireAll } from '../claims/combine.ts';
import { decideByRule, NOTHING_KNOWN, type Outcome, plainOutcome } from '../claims/decide.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import type { HouseholdContext } from './axis-context.ts';
import { holdersOf, linesHeldBy } from './holders.ts';

/** A holder this near to the cap is told so: the next watch or tablet would break it. */
const NEAR_CAP = 2;

/** How many numbers a holder has, the household's lines among them, and the cap on them, where one is in force. */
type HeldNumbers = {
  holder: Member;
  held: number;
  cap: LawInForce['numberCaps'][number] | undefined;
};

/** Does each holder stay within the legal cap on numbers? Children's lines count for the adult who holds them. */
export function assessNumberCap(context: HouseholdContext): Outcome {
  return requireAll(heldNumbers(context).map((numbers) => assessHolder(context.law, numbers)));
}

/** Every holder's numbers against the lowest cap for people of their citizenship. */
export function heldNumbers({
  household,
  lines,
  law,
}: Pick<HouseholdContext, 'household' | 'lines' | 'law'>): HeldNumbers[] {
  return holdersOf(household, lines).map((holder) => {
    const [cap] = law.numberCaps
      .filter(({ rule }) => rule.citizenship === holder.citizenship)
      .sort((a, b) => a.rule.limit - b.rule.limit);
    const held = linesHeldBy(household, holder.id, lines).length + holder.otherNumbers;
    return { holder, held, cap };
  });
}

/** How many numbers the holder has too many for the axis to reach a verdict; 0 where no cap that counts is in force. */
export function numbersOver({ held, cap }: HeldNumbers, target: Verdict): number {
  if (cap === undefined || cap.stale) return 0;
  const most = target === 'yes' ? cap.rule.limit - NEAR_CAP - 1 : cap.rule.limit;
  return Math.max(0, held - most);
}

function assessHolder(law: LawInForce, numbers: HeldNumbers): Outcome {
  const { holder, held, cap } = numbers;
  const params = { memberId: holder.id, held };
  if (cap === undefined) {
    // A cap that begins later leaves the holder free until then; no cap in the data at all is a gap of the data.
    const from = law.beginsLater('number-cap', holder.citizenship);
    return from === undefined
      ? { ...NOTHING_KNOWN, reason: { code: 'cap-unknown', params } }
      : plainOutcome('yes', { code: 'not-in-force', params: { from } });
  }
  const { limit } = cap.rule;
  if (numbersOver(numbers, 'partial') > 0) {
    return decideByRule(cap, 'no', { code: 'cap-exceeded', params: { ...params, limit } });
  }
  const reason = { code: 'cap-kept' as const, params: { ...params, limit } };
  if (numbersOver(numbers, 'yes') === 0) return decideByRule(cap, 'yes', reason);
  return decideByRule(cap, 'partial', reason, [
    { code: 'near-number-cap', params: { held, limit } },
  ]);
}
