import type { Condition } from '../../schema/condition.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { isValidOn } from '../../schema/dates.ts';
import type { Household } from '../../schema/household.ts';
import type { Step } from '../../schema/outlook.ts';
import { linesElsewhere } from '../axes/plan-axes.ts';
import type { Moment } from '../claims/decide.ts';
import type { OperatorOutcome } from '../evaluator.ts';

/**
 * The way to a shared plan with one operator, in order: ask, get the profiles, switch them on, open the group. There
 * is no way to show where the verdict is a certain `no` or where no plan is known. A step names only claims that state
 * it: that a plan exists says nothing of how members are invited, so most steps are advice without a source.
 */
export function operatorSteps(
  household: Household,
  outcome: OperatorOutcome,
  portabilityClaimIds: string[],
): Step[] {
  const { plan, axes, verdict } = outcome.best;
  if (verdict === 'no' || plan === undefined) return [];
  const operatorId = outcome.operator.operator.id;
  const step = (code: Step['code'], params?: Step['params'], claimIds: string[] = []): Step => ({
    code,
    kind: 'do',
    operatorId,
    ...(params && { params }),
    claimIds,
  });
  const planId = plan.id;
  const conditions = axes.flatMap((axis) => axis.conditions);
  const { manage } = plan;
  return [
    ...(needsAsking(conditions) ? [step('confirm-plan-terms', { planId })] : []),
    step('go-to-channel', {
      operatorId,
      ...(mustVisit(household, conditions) && { channels: ['shop'] }),
    }),
    ...takeAlong(outcome, portabilityClaimIds),
    step('activate-profiles-first'),
    step('open-group', { planId, ...(manage && { channels: manage.channels }) }, manage?.claimIds),
    ...(household.lines.length > 1 ? [step('invite-members'), step('members-accept')] : []),
    ...(plan.model === 'pooled' ? [step('set-member-limits', { planId })] : []),
  ];
}

/** Law that lets a number be taken to another operator; without its entry the steps have no source. */
const PORTABILITY_LAW = 'portability';

/** Ids of the claims of the law on taking numbers along that hold on the day. */
export function portabilityClaims(laws: Dataset['laws'], { day }: Moment): string[] {
  return laws
    .filter(({ id }) => id === PORTABILITY_LAW)
    .flatMap(({ claims }) => claims)
    .filter((claim) => isValidOn(claim, day))
    .map(({ id }) => id);
}

/** Numbers at other operators: to be taken along, within what the law and the day allow, and what is lost by it. */
function takeAlong({ context, operator }: OperatorOutcome, claimIds: string[]): Step[] {
  const lineIds = linesElsewhere(context);
  if (lineIds.length === 0) return [];
  const operatorId = operator.operator.id;
  const params = { lineIds, operatorId };
  return [
    { code: 'check-porting-terms', kind: 'prepare', operatorId, params, claimIds },
    { code: 'take-number-along', kind: 'do', operatorId, params, claimIds },
    { code: 'porting-loses-terms', kind: 'warn', operatorId, params, claimIds: [] },
  ];
}

/** Conditions that only the operator can clear up. */
const TO_ASK: readonly Condition['code'][] = [
  'confirm-with-operator',
  'esim-treated-as-plastic',
  'terms-not-read',
  'plan-openness-unknown',
  'ask-line-limit',
  'ask-what-is-shared',
  'line-limit-depends-on-tariff',
];

function needsAsking(conditions: readonly Condition[]): boolean {
  return conditions.some(({ code }) => TO_ASK.includes(code));
}

/** A shop is the only channel where the family wants it or the law asks for it; channels not found rule none out. */
function mustVisit(household: Household, conditions: readonly Condition[]): boolean {
  return (
    household.signing === 'in-person' || conditions.some(({ code }) => code === 'visit-office')
  );
}
