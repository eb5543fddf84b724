import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import {
  type HouseholdParameters,
  householdFromParameters,
} from '../../../../data/core/eligibility/household.ts';
import type { Assessment, LineGroup } from '../../../../data/core/schema/assessment.ts';
import { DeviceModel } from '../../../../data/core/schema/device.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import type { Wish } from '../../../../data/core/schema/plan.ts';
import type { Support, Verdict } from '../../../../data/core/schema/verdict.ts';
import {
  claim,
  dataset,
  finding,
  northOfMoscow,
  operator,
  plan,
} from '../../../fixtures/dataset-builder.ts';

/*
 * Households with the answers that a reader of the rules' text comes to by hand. The facts are those of the fixture, an
 * operator that says yes to everything in official current claims, but for what each household changes of them.
 */
const ASOF = '2026-11-23';

type Claims = ReturnType<typeof claim>[];
type Value = 'no' | 'partial' | 'yes';

/** The operator of the fixture with other claims on some axes. */
function with_(
  id: string,
  changed: Partial<Record<'presence' | 'esim' | 'sharedPlan' | 'companion', Claims>>,
  rest: Parameters<typeof operator>[1] = {},
) {
  const base = {
    presence: [claim(`${id}-present`, [finding('presence', 'yes')])],
    esim: [claim(`${id}-esim`, [finding('esim', 'yes')])],
    sharedPlan: [claim(`${id}-plan`, [finding('sharedPlan', 'yes', { planId: 'family' })])],
    companion: [] as Claims,
    formFactor: [claim(`${id}-in-plan`, [finding('formFactor', 'yes')])],
  };
  const claims = Object.values({ ...base, ...changed }).flat();
  const limit = claim('plan-open', []);
  return operator(id, { claims: [...claims, limit], ...rest });
}

const esim = (value: Value, rest: Parameters<typeof claim>[2] = {}) =>
  claim(`esim-${value}-${rest.sourceIds?.[0] ?? 'official'}`, [finding('esim', value)], rest);
const plans = (rest: Parameters<typeof claim>[2] = {}, value: Value = 'yes') =>
  claim('sold', [finding('sharedPlan', value, { planId: 'family' })], rest);

const COUPLE = { members: 2 };
const TRIO = {};
const HERE = ['RU-MOW'];

interface Worked {
  name: string;
  facts?: Parameters<typeof dataset>;
  family?: Omit<HouseholdParameters, 'regionId'>;
  edit?: (household: Household) => Household;
  asOf?: string;
  sharing?: Wish;
  /** Of the answer. */
  is: [Verdict, Support];
  bundle?: [Verdict, Support];
  payer?: [Verdict, Support];
  /** Verdict and support of each group, in order. */
  groups?: [LineGroup['kind'], Verdict, Support][];
  /** Codes of conditions that the first operator must name, and of steps. */
  asks?: string[];
  steps?: string[];
  first?: string;
}

const alpha = () => with_('alpha', {});
const MAKER = DeviceModel.parse({
  id: 'phone',
  brand: 'Brand',
  model: 'Phone',
  kind: 'phone',
  esim: 'yes',
  sourceIds: ['official'],
});
const named = (household: Household): Household => ({
  ...household,
  lines: household.lines.map((line) => ({ ...line, deviceModelId: 'phone' })),
});
const elsewhere =
  (count: number) =>
  (household: Household): Household => ({
    ...household,
    lines: household.lines.map((line, index) =>
      index < count ? { ...line, operatorId: 'beta' } : line,
    ),
  });
const inRegions =
  (...regionIds: string[]) =>
  (household: Household): Household => ({
    ...household,
    lines: household.lines.map((line, index) => ({
      ...line,
      contractRegionId: regionIds[index] ?? 'RU-MOW',
    })),
  });
const remote = (household: Household): Household => ({ ...household, signing: 'remote' });
const without = (terms: object) => [{ ...plan(), lineLimit: undefined, ...terms }];
const limitBy = (sourceId: string) =>
  operator('alpha', {
    claims: [
      ...(alpha().claims ?? []).filter(({ id }) => id !== 'plan-open'),
      claim('plan-open', [], { sourceIds: [sourceId] }),
    ],
  });
const group = (
  household: 'phone' | 'watch' | 'car' | 'child-phone',
  verdict: Verdict,
  support: Support,
) => [household, verdict, support] as [LineGroup['kind'], Verdict, Support];

const WORKED: Worked[] = [
  {
    name: 'a couple whose phones are not named: an EID is to be looked for',
    family: COUPLE,
    is: ['partial', 'stated'],
    asks: ['check-eid'],
  },
  {
    name: 'a couple with phones that their maker lists',
    family: COUPLE,
    edit: named,
    is: ['yes', 'stated'],
    bundle: ['yes', 'stated'],
  },
  {
    name: 'eSIM told by press of the whole country',
    facts: [[with_('alpha', { esim: [esim('yes', { sourceIds: ['press'] })] })]],
    family: COUPLE,
    is: ['partial', 'countrywide'],
  },
  {
    name: 'eSIM on an undated page of the operator for the country',
    facts: [[with_('alpha', { esim: [esim('yes', { sourceIds: ['official-undated'] })] })]],
    family: COUPLE,
    is: ['partial', 'countrywide'],
    asks: ['confirm-with-operator'],
  },
  {
    name: 'eSIM on an undated page of the operator for this region',
    facts: [
      [
        with_('alpha', {
          esim: [esim('yes', { sourceIds: ['official-undated'], regionIds: HERE })],
        }),
      ],
    ],
    family: COUPLE,
    is: ['partial', 'reported'],
    asks: ['confirm-with-operator'],
  },
  {
    name: 'a plan that only an undated dealer tells of',
    facts: [
      [
        with_('alpha', {
          sharedPlan: [plans({ sourceIds: ['secondary-undated'], regionIds: HERE })],
        }),
      ],
    ],
    family: COUPLE,
    is: ['unknown', 'lead'],
  },
  {
    name: 'a plan that a dealer of this year tells of, here',
    facts: [
      [with_('alpha', { sharedPlan: [plans({ sourceIds: ['secondary'], regionIds: HERE })] })],
    ],
    family: COUPLE,
    is: ['partial', 'reported'],
  },
  {
    name: 'a plan concluded for the country from another region',
    facts: [[with_('alpha', { sharedPlan: [plans({ method: 'inferred' })] })]],
    family: COUPLE,
    is: ['unknown', 'lead'],
  },
  {
    name: 'no eSIM, says the operator',
    facts: [[with_('alpha', { esim: [esim('no')] })]],
    family: COUPLE,
    is: ['no', 'stated'],
  },
  {
    name: 'no eSIM, says an undated page: probably not',
    facts: [[with_('alpha', { esim: [esim('no', { sourceIds: ['official-undated'] })] })]],
    family: COUPLE,
    is: ['no', 'countrywide'],
  },
  {
    name: 'an undated dealer says no and press yes: the lead sinks nothing',
    facts: [
      [
        with_('alpha', {
          esim: [
            esim('no', { sourceIds: ['secondary-undated'] }),
            esim('yes', { sourceIds: ['press'] }),
          ],
        }),
      ],
    ],
    family: COUPLE,
    is: ['partial', 'countrywide'],
  },
  {
    name: 'two operators say no, one of them softly',
    facts: [
      [
        with_('alpha', { esim: [esim('no')] }),
        with_('beta', { esim: [esim('no', { sourceIds: ['official-old'] })] }),
      ],
    ],
    family: COUPLE,
    is: ['no', 'countrywide'],
  },
  {
    name: 'one operator says no, of the other nothing is known',
    facts: [[with_('alpha', { esim: [esim('no')] }), operator('beta', { claims: [], plans: [] })]],
    family: COUPLE,
    is: ['unknown', 'none'],
    first: 'beta',
  },
  {
    name: 'one operator says no, of the other there is a lead',
    facts: [
      [
        with_('alpha', { esim: [esim('no')] }),
        with_('beta', { sharedPlan: [plans({ sourceIds: ['secondary-undated'] })] }),
      ],
    ],
    family: COUPLE,
    is: ['unknown', 'lead'],
    first: 'beta',
  },
  {
    name: 'presence concluded from the numbering register',
    facts: [
      [
        with_('alpha', {
          presence: [
            claim('held', [finding('presence', 'yes')], {
              sourceIds: ['register'],
              method: 'inferred',
              reach: 'own',
            }),
          ],
        }),
      ],
    ],
    family: COUPLE,
    is: ['partial', 'reported'],
  },
  {
    name: 'two adults and a teenager: a parent consents',
    family: TRIO,
    is: ['partial', 'stated'],
    asks: ['parent-consents', 'check-eid'],
    groups: [group('phone', 'partial', 'stated')],
  },
  { name: 'seven people in a plan for six', family: { members: 7 }, is: ['no', 'stated'] },
  {
    name: 'seven people in a plan that an undated dealer says is for six',
    facts: [[limitBy('secondary-undated')]],
    family: { members: 7 },
    is: ['unknown', 'lead'],
  },
  {
    name: 'three people, and nobody says how many fit',
    facts: [[with_('alpha', {}, { plans: without({}) })]],
    family: TRIO,
    is: ['partial', 'stated'],
    asks: ['ask-line-limit'],
  },
  {
    name: 'four people, and nobody says how many fit',
    facts: [[with_('alpha', {}, { plans: without({}) })]],
    family: { members: 4 },
    is: ['unknown', 'none'],
  },
  {
    name: 'a plan of which nobody says what it shares',
    facts: [[with_('alpha', {}, { plans: [plan({ model: 'unknown' })] })]],
    family: COUPLE,
    is: ['partial', 'stated'],
    bundle: ['unknown', 'none'],
    payer: ['unknown', 'none'],
  },
  {
    name: 'a plan that one pays for',
    facts: [[with_('alpha', {}, { plans: [plan({ model: 'payer-funded' })] })]],
    family: COUPLE,
    is: ['partial', 'stated'],
    bundle: ['unknown', 'none'],
    payer: ['partial', 'stated'],
    asks: ['payer-funded-not-pooled'],
  },
  {
    name: 'a bundle told by press beside a payer’s plan that its operator states',
    facts: [
      [
        with_('alpha', { sharedPlan: [plans({ sourceIds: ['press'] })] }),
        with_('beta', {}, { plans: [plan({ model: 'payer-funded' })] }),
      ],
    ],
    family: COUPLE,
    is: ['partial', 'stated'],
    bundle: ['partial', 'countrywide'],
    payer: ['partial', 'stated'],
    first: 'beta',
  },
  {
    name: 'both stated: real sharing comes first',
    facts: [[with_('alpha', {}, { plans: [plan({ model: 'payer-funded' })] }), with_('beta', {})]],
    family: COUPLE,
    is: ['partial', 'stated'],
    first: 'beta',
  },
  {
    name: 'a family that wants a bundle where one only pays',
    facts: [[with_('alpha', {}, { plans: [plan({ model: 'payer-funded' })] })]],
    family: COUPLE,
    sharing: 'bundle',
    is: ['unknown', 'none'],
    payer: ['partial', 'stated'],
  },
  {
    name: 'one number at another operator is taken along',
    facts: [[alpha(), operator('beta', { claims: [], plans: [] })]],
    family: COUPLE,
    edit: elsewhere(1),
    is: ['partial', 'stated'],
    asks: ['take-number-along'],
    steps: ['check-porting-terms', 'take-number-along', 'porting-loses-terms'],
    first: 'alpha',
  },
  {
    name: 'all numbers at an operator without a plan are taken along',
    facts: [[alpha(), operator('beta', { claims: [], plans: [] })]],
    family: COUPLE,
    edit: elsewhere(2),
    is: ['partial', 'stated'],
    asks: ['take-number-along'],
    steps: ['take-number-along'],
    first: 'alpha',
  },
  {
    name: 'Moscow and its oblast, one territory of the register',
    facts: [
      [alpha()],
      {
        background: [
          {
            id: 'land',
            title: { ru: 'x', en: 'x', zh: 'x' },
            mergedTerritories: [
              { id: 'capital', regionIds: ['RU-MOW', 'RU-MOS'], claimIds: ['merged'] },
            ],
            claims: [
              claim('merged', [], {
                sourceIds: ['register'],
                method: 'measured',
                regionIds: ['RU-MOW', 'RU-MOS'],
              }),
            ],
          },
        ],
      },
    ],
    family: COUPLE,
    edit: inRegions('RU-MOW', 'RU-MOS'),
    is: ['partial', 'reported'],
    asks: ['confirm-with-operator'],
  },
  {
    name: 'Moscow and its oblast, one area by the operator’s terms',
    facts: [
      [
        with_(
          'alpha',
          {},
          {
            tariffAreas: [
              { id: 'capital', regionIds: ['RU-MOW', 'RU-MOS'], claimIds: ['plan-open'] },
            ],
          },
        ),
      ],
    ],
    family: COUPLE,
    edit: inRegions('RU-MOW', 'RU-MOS'),
    is: ['partial', 'stated'],
  },
  {
    name: 'Moscow and Tatarstan without a rule',
    family: COUPLE,
    edit: inRegions('RU-MOW', 'RU-TA'),
    is: ['unknown', 'none'],
  },
  {
    name: 'Moscow and Tatarstan in a plan for one region',
    facts: [
      [
        with_(
          'alpha',
          {},
          { plans: [plan({ sameRegion: { required: true, claimIds: ['plan-open'] } })] },
        ),
      ],
    ],
    family: COUPLE,
    edit: inRegions('RU-MOW', 'RU-TA'),
    is: ['no', 'stated'],
  },
  {
    name: 'a watch that nobody knows of leaves the phones as they were',
    family: { members: 2, watch: 1 },
    is: ['unknown', 'none'],
    groups: [group('phone', 'partial', 'stated'), group('watch', 'unknown', 'none')],
  },
  {
    name: 'a watch that the operator serves',
    facts: [
      [
        with_('alpha', {
          companion: [claim('watches', [finding('companion', 'yes', { deviceKinds: ['watch'] })])],
        }),
      ],
    ],
    family: { members: 2, watch: 1 },
    is: ['partial', 'stated'],
    groups: [group('phone', 'partial', 'stated'), group('watch', 'partial', 'stated')],
  },
  {
    name: 'a car that the operator does not serve',
    facts: [
      [
        with_('alpha', {
          companion: [claim('cars', [finding('companion', 'no', { deviceKinds: ['car'] })])],
        }),
      ],
    ],
    family: { members: 2, watch: 1 },
    edit: (household) => ({
      ...household,
      lines: household.lines.map((line) =>
        line.deviceKind === 'watch' ? { ...line, deviceKind: 'car' as const } : line,
      ),
    }),
    is: ['no', 'stated'],
    groups: [group('phone', 'partial', 'stated'), group('car', 'no', 'stated')],
  },
  {
    name: 'a child under 14: an adult holds the line',
    family: { members: 3, children: 1 },
    is: ['partial', 'stated'],
    asks: ['adult-holds-line'],
    groups: [group('phone', 'partial', 'stated'), group('child-phone', 'partial', 'stated')],
  },
  {
    name: 'a foreign citizen visits an office',
    family: { members: 2, foreign: 1 },
    is: ['partial', 'stated'],
    asks: ['visit-office', 'foreign-documents'],
  },
  {
    name: 'a foreign citizen who will not visit one',
    family: { members: 2, foreign: 1 },
    edit: remote,
    is: ['no', 'stated'],
  },
  {
    name: 'Russian citizens who will not visit one, of which nothing is known',
    family: COUPLE,
    edit: remote,
    is: ['unknown', 'none'],
  },
  {
    name: 'a holder of twenty-five other numbers',
    family: COUPLE,
    edit: (household) => ({
      ...household,
      members: household.members.map((member) => ({ ...member, otherNumbers: 25 })),
    }),
    is: ['no', 'stated'],
  },
  {
    name: 'the day before there was a cap on numbers',
    facts: [
      [
        operator('alpha', {
          claims: (alpha().claims ?? []).map((one) => ({ ...one, validFrom: '2024-01-01' })),
        }),
      ],
    ],
    family: COUPLE,
    asOf: '2025-03-31',
    is: ['partial', 'stated'],
  },
  {
    name: 'a plan of three publishers, none of them here',
    facts: [
      [
        with_('alpha', {
          sharedPlan: ['a', 'b', 'c'].map((id, index) =>
            claim(`told-${id}`, [finding('sharedPlan', 'yes', { planId: 'family' })], {
              sourceIds: [id],
              regionIds: [index === 0 ? 'RU-MOS' : 'RU-TA'],
            }),
          ),
        }),
      ],
      {
        sources: [
          ...dataset([]).sources,
          ...['a', 'b', 'c'].map((id) => ({
            id,
            title: id,
            publisher: id,
            url: `https://example.org/${id}`,
            confidence: 'secondary' as const,
          })),
        ],
      },
    ],
    family: COUPLE,
    is: ['partial', 'countrywide'],
    bundle: ['partial', 'countrywide'],
    asks: ['confirm-with-operator'],
  },
  {
    name: 'a place with terms of its own: the region’s plan is a lead there',
    facts: [
      [
        with_(
          'alpha',
          {},
          {
            localExceptions: [northOfMoscow('plan-open')],
          },
        ),
      ],
    ],
    family: COUPLE,
    edit: (household) => ({ ...household, place: { lon: 88.1, lat: 69.4 } }),
    is: ['unknown', 'lead'],
    asks: ['local-terms'],
  },
  {
    name: 'a place of the same region, far from it',
    facts: [
      [
        with_(
          'alpha',
          {},
          {
            localExceptions: [northOfMoscow('plan-open')],
          },
        ),
      ],
    ],
    family: COUPLE,
    edit: (household) => ({ ...household, place: { lon: 92.9, lat: 56 } }),
    is: ['partial', 'stated'],
    asks: ['local-exception'],
  },
];

function answer({
  facts = [[alpha()]],
  family = TRIO,
  edit,
  asOf = ASOF,
  sharing,
}: Worked): Assessment {
  const built = householdFromParameters({ regionId: 'RU-MOW', ...family });
  if ('problems' in built) throw new Error('the household cannot be');
  const household = edit === undefined ? built.household : edit(built.household);
  return createAssessor(dataset(...facts), [MAKER]).assess(household, { asOf, sharing });
}

describe('households worked out by hand', () => {
  it('are forty', () => {
    expect(WORKED.length).toBeGreaterThanOrEqual(40);
  });

  it.each(WORKED.map((worked) => [worked.name, worked] as const))('%s', (_name, worked) => {
    const { verdict, support, sharing, lineGroups, operators } = answer(worked);
    expect([verdict, support]).toEqual(worked.is);
    const pair = (kind: 'bundle' | 'payer') => [sharing[kind].verdict, sharing[kind].support];
    if (worked.bundle) expect(pair('bundle')).toEqual(worked.bundle);
    if (worked.payer) expect(pair('payer')).toEqual(worked.payer);
    if (worked.groups) {
      expect(lineGroups.map((one) => [one.kind, one.verdict, one.support])).toEqual(worked.groups);
    }
    const [first] = operators;
    if (worked.first) expect(first?.operatorId).toBe(worked.first);
    const conditions = first?.conditions.map(({ code }) => code as string);
    for (const code of worked.asks ?? []) expect(conditions).toContain(code);
    const steps = first?.steps.map(({ code }) => code as string);
    for (const code of worked.steps ?? []) expect(steps).toContain(code);
  });
});
