import type { Dataset } from '../../schema/dataset.ts';
import type { Household } from '../../schema/household.ts';
import type { Step } from '../../schema/outlook.ts';
import type { HouseholdContext } from '../axes/axis-context.ts';
import { holdersOf } from '../axes/holders.ts';
import { restrictionHolds } from '../claims/restrictions.ts';

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
