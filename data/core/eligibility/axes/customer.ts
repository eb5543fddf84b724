import type { Condition, Params } from '../../schema/condition.ts';
import type { Line, Member } from '../../schema/household.ts';
import { requireAll } from '../claims/combine.ts';
import { decide, decideByRule, type Outcome, plainOutcome } from '../claims/decide.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import type { HouseholdContext } from './axis-context.ts';
import { hasReached, holderOf, holdersOf, memberOf } from './holders.ts';

/** Can each holder sign the contract, and how? Age first, then how people of their citizenship may sign. */
export function assessCustomer(context: HouseholdContext): Outcome {
  const { household } = context;
  return requireAll([
    ...household.lines.map((line) => assessAge(context, line)),
    ...holdersOf(household).map((holder) => assessSigning(context, holder)),
  ]);
}

/** Nobody below the lawful age holds a number; for such a user an adult does. */
function assessAge(context: HouseholdContext, line: Line): Outcome {
  const user = memberOf(context.household, line.memberId);
  const holder = holderOf(context.household, line);
  const isOwnAdultLine = user === holder && holder?.ageBand === 'adult';
  if (isOwnAdultLine) return plainOutcome('yes', { code: 'all-can-sign' });
  const [minimum] = context.law.minimumAges;
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

/** Some may sign only in an office; how the others may sign from afar is what claims on the law say. */
function assessSigning(context: HouseholdContext, holder: Member): Outcome {
  const { household, law } = context;
  const remote = household.signing === 'remote';
  const office = law.inPersonOnly.find(({ rule }) => rule.citizenship === holder.citizenship);
  const params = { memberId: holder.id };
  if (office === undefined) {
    if (!remote) return plainOutcome('yes', { code: 'all-can-sign' });
    return signFromAfar(context, params);
  }
  if (remote) return decideByRule(office, 'no', { code: 'remote-not-possible', params });
  const reason = { code: 'visit-needed' as const, params };
  return decideByRule(office, 'partial', reason, officeConditions(office));
}

function signFromAfar({ law, moment }: HouseholdContext, params: Params): Outcome {
  const outcome = decide('customer', law.signing, moment);
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
