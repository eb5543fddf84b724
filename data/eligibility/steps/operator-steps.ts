import type { Condition } from '../../schema/condition.ts';
import type { Household } from '../../schema/household.ts';
import type { Step } from '../../schema/step.ts';
import type { OperatorOutcome } from '../assess-operator.ts';

/**
 * The way to a shared plan with one operator, in order: ask, get the profiles, switch them on, open the group. There
 * is no way to show where the verdict is a certain `no` or where no plan is known.
 */
export function operatorSteps(household: Household, outcome: OperatorOutcome): Step[] {
  const { plan, axes, verdict } = outcome.best;
  if (verdict === 'no' || plan === undefined) return [];
  const operatorId = outcome.operator.operator.id;
  const step = (code: Step['code'], claimIds: string[], params?: Step['params']): Step => ({
    code,
    kind: 'do',
    operatorId,
    ...(params && { params }),
    claimIds,
  });
  const planId = plan.id;
  const conditions = axes.flatMap((axis) => axis.conditions);
  const decisive = (name: string) =>
    axes
      .filter(({ axis }) => axis === name)
      .flatMap(({ evidence }) => evidence)
      .filter(({ role }) => role === 'decisive')
      .map(({ claimId }) => claimId);
  const manage = plan.manage;
  return [
    ...(needsAsking(conditions) ? [step('confirm-plan-terms', plan.claimIds, { planId })] : []),
    step('go-to-channel', decisive('esim'), {
      operatorId,
      ...(mustVisit(household, conditions) && { channels: ['shop'] }),
    }),
    step('activate-profiles-first', []),
    step('open-group', manage?.claimIds ?? plan.claimIds, {
      planId,
      ...(manage && { channels: manage.channels }),
    }),
    ...(household.lines.length > 1
      ? [step('invite-members', plan.claimIds), step('members-accept', [])]
      : []),
    ...(plan.model === 'pooled' ? [step('set-member-limits', plan.claimIds, { planId })] : []),
  ];
}

/** Conditions that only the operator can clear up. */
const TO_ASK: readonly Condition['code'][] = [
  'confirm-with-operator',
  'esim-treated-as-plastic',
  'terms-not-read',
  'plan-openness-unknown',
  'line-limit-depends-on-tariff',
];

function needsAsking(conditions: readonly Condition[]): boolean {
  return conditions.some(({ code }) => TO_ASK.includes(code));
}

/** A shop is the channel that is left where others are ruled out or were not found. */
function mustVisit(household: Household, conditions: readonly Condition[]): boolean {
  return (
    household.signing === 'in-person' ||
    conditions.some(({ code }) => code === 'visit-office' || code === 'issue-channel-unknown')
  );
}
