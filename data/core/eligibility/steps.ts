import type { Condition } from '../schema/condition.ts';
import type { Dataset } from '../schema/dataset.ts';
import { isValidOn } from '../schema/dates.ts';
import type { Household } from '../schema/household.ts';
import type { Step } from '../schema/outlook.ts';
import type { HouseholdContext } from './axes/axis-context.ts';
import { linesElsewhere } from './axes/plan-axes.ts';
import type { Moment } from './claims/freshness.ts';
import { restrictionHolds } from './claims/restrictions.ts';
import type { OperatorOutcome } from './evaluator.ts';
import { holdersOf } from './household.ts';

/** Law that lets people forbid new contracts in their name; without its entry the step is not offered. */
const SELF_BAN_LAW = 'self-ban';

/** What a household does and minds whichever operator it chooses: papers, devices, then account safety. */
export function householdSteps(context: HouseholdContext, dataset: Dataset): Step[] {
  return [
    ...papers(context, dataset),
    ...deviceChecks(context.household),
    ...warnings(context, dataset),
  ];
}

function papers({ household, law }: HouseholdContext, dataset: Dataset): Step[] {
  const holders = holdersOf(household);
  const office = law.inPersonOnly.filter(({ rule }) =>
    holders.some((holder) => holder.citizenship === rule.citizenship),
  );
  const selfBan = dataset.laws.find(({ id }) => id === SELF_BAN_LAW);
  return [
    prepare('prepare-passport', []),
    ...office.map(({ rule }) =>
      prepare('prepare-foreign-documents', rule.claimIds, { documents: rule.documents }),
    ),
    ...(selfBan === undefined
      ? []
      : [
          prepare(
            'check-self-ban',
            selfBan.claims.map(({ id }) => id),
          ),
        ]),
    ...consents({ household, law }),
    prepare('prepare-members-data', []),
  ];
}

/** Who is 14 to 17 and holds a number signs with a parent's consent: with its source, or as advice where no rule is known. */
function consents({ household, law }: Pick<HouseholdContext, 'household' | 'law'>): Step[] {
  const memberIds = holdersOf(household)
    .filter(({ ageBand }) => ageBand === '14-17')
    .map(({ id }) => id);
  if (memberIds.length === 0) return [];
  const claimIds = law.parentConsents.flatMap(({ rule }) => rule.claimIds);
  return [prepare('prepare-parent-consent', claimIds, { memberIds })];
}

/** The check on the device is always offered: it settles what no list can. */
function deviceChecks(household: Household): Step[] {
  const lineIds = household.lines.map((line) => line.id);
  return [
    prepare('check-device-eid', [], { lineIds }),
    prepare('check-device-lock', [], { lineIds }),
  ];
}

function warnings({ household, moment }: HouseholdContext, dataset: Dataset): Step[] {
  const now = dataset.restrictions.filter((restriction) =>
    restrictionHolds(restriction, moment.day),
  );
  const abroad = now
    .filter(({ kind }) => kind === 'activation-abroad')
    .flatMap(({ claims }) => claims.map(({ id }) => id));
  const idle = now.flatMap((restriction) => restriction.idle?.claimIds ?? []);
  const hasWatch = household.lines.some((line) => line.deviceKind === 'watch');
  return [
    ...(abroad.length > 0 ? [warn('activate-in-russia', abroad)] : []),
    ...(idle.length > 0 ? [warn('keep-spare-line-active', idle)] : []),
    warn('review-sign-ins'),
    warn('keep-codes-secret'),
    warn('avoid-open-wifi'),
    ...(hasWatch ? [warn('no-travel-profile-on-watch')] : []),
  ];
}

function prepare(code: Step['code'], claimIds: string[], params?: Step['params']): Step {
  return { code, kind: 'prepare', ...(params && { params }), claimIds };
}

function warn(code: Step['code'], claimIds: string[] = []): Step {
  return { code, kind: 'warn', claimIds };
}

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
