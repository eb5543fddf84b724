import type { Condition, Params } from '../../schema/condition.ts';
import type { Line, Member } from '../../schema/household.ts';
import { mergeConditions, requireAll } from '../claims/combine.ts';
import { decide, decideByRule, type Outcome, plainOutcome } from '../claims/decide.ts';
import { mergeEvidence } from '../claims/evidence.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import type { HouseholdContext } from './axis-context.ts';
import { hasReached, holderOf, holdersOf, memberOf } from './holders.ts';

/**
 * Can each holder sign the contract, and how? Age first, then how people of their citizenship may sign. A signed law on
 * children's numbers is a condition of every family with a child.
 */
export function assessCustomer(context: HouseholdContext): Outcome {
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
