import type { Condition, Params } from '../../schema/condition.ts';
import type { Line, Member } from '../../schema/household.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { mergeConditions, mergeEvidence, type Outcome, requireAll } from '../claims/combine.ts';
import { decide, NOTHING_KNOWN, plainOutcome } from '../claims/decide.ts';
import { decideByRule, type LawInForce } from '../claims/law-in-force.ts';
import { hasReached, holderOf, holdersOf, linesHeldBy, memberOf } from '../household.ts';
import type { HouseholdContext, HouseholdRules } from './axis-context.ts';
import { assessDevice } from './device.ts';

/** The axes that depend on people and devices alone: the same for every operator. */
export const HOUSEHOLD_RULES: HouseholdRules = {
  numberCap: assessNumberCap,
  customer: assessCustomer,
  device: assessDevice,
};

/**
 * Can each holder sign the contract, and how? Age first, then how people of their citizenship may sign. A signed law on
 * children's numbers is a condition of every family with a child.
 */
function assessCustomer(context: HouseholdContext): Outcome {
  const { household, lines } = context;
  const holders = holdersOf(household, lines);
  const outcome = requireAll([
    ...lines.map((line) => assessAge(context, line)),
    ...consents(context.law, holders),
    ...holders.map((holder) => assessSigning(context, holder)),
  ]);
  const { childNumbers } = context.law;
  const hasChild = lines.some((line) => isMinor(memberOf(household, line.memberId)));
  if (!hasChild || childNumbers === undefined || outcome.value === 'no') return outcome;
  const { lawId, evidence } = childNumbers;
  return {
    ...outcome,
    value: outcome.value === 'yes' ? 'partial' : outcome.value,
    conditions: mergeConditions([
      outcome.conditions,
      [{ code: 'child-number-law', params: { lawId } }],
    ]),
    evidence: mergeEvidence([outcome.evidence, evidence]),
  };
}

function isMinor(member: Member | undefined): boolean {
  return member !== undefined && member.ageBand !== 'adult';
}

/** Nobody below the lawful age holds a number: for such a user an adult does. Who is older, and no adult, needs a consent. */
function assessAge(context: HouseholdContext, line: Line): Outcome {
  const user = memberOf(context.household, line.memberId);
  const holder = holderOf(context.household, line);
  const isOwnAdultLine = user === holder && holder?.ageBand === 'adult';
  if (isOwnAdultLine) return plainOutcome('yes', { code: 'all-can-sign' });
  const [minimum] = context.law.minimumAges.filter(
    ({ rule }) => (rule.citizenship ?? user?.citizenship) === user?.citizenship,
  );
  if (minimum === undefined) return context.law.noMinimumAge;
  const params = { lineId: line.id };
  const isYoung = (member: Member | undefined) =>
    member === undefined || !hasReached(member.ageBand, minimum.rule.years);
  if (isYoung(holder) || (holder !== user && holder?.ageBand !== 'adult')) {
    return decideByRule(minimum, 'no', { code: 'no-adult-holder', params });
  }
  if (!isYoung(user)) return decideByRule(minimum, 'yes', { code: 'all-can-sign' });
  return decideByRule(minimum, 'partial', { code: 'all-can-sign' }, [
    { code: 'adult-holds-line', params: { holderId: holder?.id ?? line.memberId } },
  ]);
}

/**
 * Holders of 14 to 17 sign with a parent's consent: by the rule of law where the data has it, else the named assumption that it
 * is needed. Nothing where there are none.
 */
function consents({ parentConsents }: LawInForce, holders: readonly Member[]): Outcome[] {
  const memberIds = holders.filter(({ ageBand }) => ageBand === '14-17').map(({ id }) => id);
  if (memberIds.length === 0) return [];
  const reason = { code: 'consent-needed' as const, params: { memberIds } };
  const conditions: Condition[] = [{ code: 'parent-consents', params: { memberIds } }];
  const [rule] = parentConsents;
  if (rule !== undefined) return [decideByRule(rule, 'partial', reason, conditions)];
  return [{ ...plainOutcome('partial', reason, conditions), method: 'assumed' }];
}

/** Some may sign only in an office; how the others may sign from afar is what claims on the law say. */
function assessSigning(context: HouseholdContext, holder: Member): Outcome {
  const { household, law } = context;
  const { citizenship } = holder;
  const remote = household.signing === 'remote';
  const office = law.inPersonOnly.find(({ rule }) => rule.citizenship === citizenship);
  const params = { memberId: holder.id };
  if (office === undefined) {
    if (remote) return signFromAfar(context, holder, params);
    const from = law.beginsLater('in-person-only', citizenship);
    const reason =
      from === undefined
        ? { code: 'all-can-sign' as const }
        : { code: 'not-in-force' as const, params: { from } };
    return plainOutcome('yes', reason);
  }
  if (remote) return decideByRule(office, 'no', { code: 'remote-not-possible', params });
  const reason = { code: 'visit-needed' as const, params };
  return decideByRule(office, 'partial', reason, officeConditions(office));
}

function signFromAfar(context: HouseholdContext, { citizenship }: Member, params: Params): Outcome {
  const outcome = decide('customer', context.law.signing(citizenship), context.moment);
  if (outcome.value !== 'no') return outcome;
  return { ...outcome, reason: { code: 'remote-not-possible', params } };
}

function officeConditions({ rule }: LawInForce['inPersonOnly'][number]): Condition[] {
  return [
    { code: 'visit-office' },
    { code: 'foreign-documents' },
    ...(rule.declareImei ? [{ code: 'declare-imei' as const }] : []),
  ];
}

/** A holder this near to the cap is told so: the next watch or tablet would break it. */
const NEAR_CAP = 2;

/** How many numbers a holder has, the household's lines among them, and the cap on them, where one is in force. */
type HeldNumbers = {
  holder: Member;
  held: number;
  cap: LawInForce['numberCaps'][number] | undefined;
};

/** Does each holder stay within the legal cap on numbers? Children's lines count for the adult who holds them. */
function assessNumberCap(context: HouseholdContext): Outcome {
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
