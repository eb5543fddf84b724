import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../../data/core/eligibility/household.ts';
import { exceptionIdsAt } from '../../../../../data/core/eligibility/operators.ts';
import type { Axis } from '../../../../../data/core/schema/verdict.ts';
import {
  claim,
  dataset,
  finding,
  laws,
  northOfMoscow,
  operator,
  plan,
} from '../../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
type Facts = Parameters<typeof dataset>;

/** One axis of the first operator for a family whose first line is in Moscow and whose others are where it is said. */
function axisOf(axis: Axis, facts: Facts, others = 'RU-MOW') {
  const family = defaultHousehold('RU-MOW');
  const lines = family.lines.map((line) =>
    line.payer ? line : { ...line, contractRegionId: others },
  );
  const { assess } = createAssessor(dataset(...facts), []);
  const [first] = assess({ ...family, lines }, { asOf }).operators;
  return first?.axes.find((one) => one.axis === axis);
}

const present = (value: 'no' | 'partial' | 'yes', rest: Parameters<typeof claim>[2] = {}) =>
  claim('present', [finding('presence', value)], rest);
const north = northOfMoscow('present');

describe('a part of a region that has terms of its own', () => {
  const presence = (...claims: ReturnType<typeof claim>[]) =>
    axisOf('presence', [[operator('alpha', { claims, localExceptions: [north], plans: [] })]]);

  it('makes a positive answer conditional, and lifts no other', () => {
    const condition = { code: 'local-exception', params: { exceptionId: 'north' } };
    expect(presence(present('yes'))).toMatchObject({ value: 'partial', conditions: [condition] });
    const partial = presence(present('partial'));
    expect(partial?.value).toBe('partial');
    expect(partial?.conditions).toContainEqual(condition);
    expect(presence(present('no'))).toMatchObject({ value: 'no', conditions: [] });
    expect(presence(claim('present', []))).toMatchObject({ value: 'unknown', conditions: [] });
  });
});

describe('a place within reach of settlements that have terms of their own', () => {
  const written = operator('alpha');
  const all = (written.claims ?? []).map(({ id }) => id);
  /** The terms of a settlement on 40° E; those that do not name the plan make it a lead. */
  const terms = (
    id: string,
    lat: number,
    claimIds: string[],
    rest: { regionId?: string } = {},
  ) => ({
    ...northOfMoscow(...claimIds),
    id,
    settlements: [{ name: { ru: id, en: id, zh: id }, lon: 40, lat }],
    ...rest,
  });
  const withoutPlan = (lat: number, rest = {}) => terms('without-plan', lat, ['present'], rest);
  const withPlan = (lat: number, rest = {}) => terms('with-plan', lat, all, rest);
  const verdictAt = (lat: number, ...localExceptions: ReturnType<typeof terms>[]) => {
    const { assess } = createAssessor(dataset([{ ...written, localExceptions }]), []);
    return assess({ ...defaultHousehold('RU-MOW'), place: { lon: 40, lat } }, { asOf }).verdict;
  };

  it('has the terms of the nearest of them, whichever is written first', () => {
    const [southern, northern] = [60, 60.6];
    for (const [lat, expected] of [
      [60.2, 'unknown'],
      [60.4, 'partial'],
    ] as const) {
      const exceptions = [withoutPlan(southern), withPlan(northern)];
      expect(verdictAt(lat, ...exceptions), `${lat}`).toBe(expected);
      expect(verdictAt(lat, ...exceptions.toReversed()), `${lat}`).toBe(expected);
    }
  });

  it('has none from 50 km away, nor where they are those of another region', () => {
    // A degree of latitude is 111.2 km.
    expect(verdictAt(60.44, withoutPlan(60))).toBe('unknown');
    expect(verdictAt(60.46, withoutPlan(60))).toBe('partial');
    expect(verdictAt(60, withoutPlan(60, { regionId: 'RU-TA' }))).toBe('partial');
  });

  it('is told by the ids of those that it falls under, of each operator', () => {
    const near = { ...northOfMoscow('present'), withinKm: 50 };
    const operators = [{ localExceptions: [near] }, { localExceptions: [] }];
    const north = { lon: 88.1, lat: 69.4 };
    expect(exceptionIdsAt(operators, 'RU-MOW', north)).toEqual(['north']);
    expect(exceptionIdsAt(operators, 'RU-TA', north)).toEqual([]);
    expect(exceptionIdsAt(operators, 'RU-MOW', { lon: 37, lat: 55 })).toEqual([]);
  });

  it('has its own terms of how many lines a plan takes, whatever was asked before', () => {
    const apart = terms('apart', 60, ['present', 'plan-sold']);
    const alike = terms('alike', 65, ['present', 'plan-sold', 'limit']);
    const limited = operator('alpha', {
      localExceptions: [apart, alike],
      plans: [
        plan({
          claimIds: ['plan-sold'],
          lineLimit: { min: 6, max: 6, claimIds: ['limit'] },
        }),
      ],
      claims: [
        present('yes'),
        claim('plan-sold', [finding('sharedPlan', 'yes', { planId: 'family' })]),
        claim('limit', []),
      ],
    });
    const { assessRegion } = createAssessor(dataset([limited]), []);
    const limitAt = (place?: { lon: number; lat: number }) =>
      assessRegion('RU-MOW', { asOf, place }).operators[0]?.axes.find(
        ({ axis }) => axis === 'lineCount',
      )?.value;
    expect(limitAt()).toBe('yes');
    expect(limitAt({ lon: 40, lat: 60 })).toBe('partial');
    expect(limitAt({ lon: 40, lat: 65 })).toBe('yes');
    expect(limitAt()).toBe('yes');
  });

  it('has those of a region of any line', () => {
    const { assess } = createAssessor(
      dataset([{ ...written, localExceptions: [withoutPlan(60, { regionId: 'RU-TA' })] }]),
      [],
    );
    const family = defaultHousehold('RU-MOW');
    const lines = family.lines.map((line) =>
      line.payer ? line : { ...line, contractRegionId: 'RU-TA' },
    );
    const [alpha] = assess({ ...family, lines, place: { lon: 40, lat: 60 } }, { asOf }).operators;
    expect(alpha?.axes.find(({ axis }) => axis === 'sharedPlan')?.value).toBe('unknown');
  });
});

describe('what goes with a telephone', () => {
  const companion = (
    lines: { deviceKind: 'watch' | 'tablet'; contractRegionId: string }[],
    ...claims: ReturnType<typeof claim>[]
  ) => {
    const family = defaultHousehold('RU-MOW');
    const [payer] = family.lines;
    if (payer === undefined) throw new Error('the household has no line');
    const others = lines.map((line, index) => ({
      ...{ ...payer, payer: false, id: `other-${index}` },
      ...line,
    }));
    const { assess } = createAssessor(dataset([operator('alpha', { claims })]), []);
    const asked = { ...family, lines: [payer, ...others] };
    const [alpha] = assess(asked, { asOf }).operators;
    return alpha?.axes.find(({ axis }) => axis === 'companion')?.value;
  };
  const watches = claim('watches', [finding('companion', 'yes', { deviceKinds: ['watch'] })]);
  const tablets = claim('tablets', [finding('companion', 'no', { deviceKinds: ['tablet'] })]);
  const inMoscow = claim('in-moscow', [finding('companion', 'yes')], { regionIds: ['RU-MOW'] });

  it('must have service, each kind of it', () => {
    const [watch, tablet] = (['watch', 'tablet'] as const).map((deviceKind) => ({
      deviceKind,
      contractRegionId: 'RU-MOW',
    }));
    if (watch === undefined || tablet === undefined) throw new Error('no devices');
    expect(companion([watch], watches, tablets)).toBe('yes');
    expect(companion([tablet, watch], watches, tablets)).toBe('no');
    expect(companion([watch, tablet], watches, tablets)).toBe('no');
  });

  it('must have it in each region', () => {
    const [here, there] = ['RU-MOW', 'RU-TA'].map((contractRegionId) => ({
      deviceKind: 'watch' as const,
      contractRegionId,
    }));
    if (here === undefined || there === undefined) throw new Error('no devices');
    expect(companion([here], inMoscow)).toBe('yes');
    expect(companion([there, here], inMoscow)).toBe('unknown');
  });
});

describe('a finding on some kinds of device', () => {
  it('counts for a question that is not about a device', () => {
    const written = operator('alpha', {
      claims: [present('yes'), claim('esim', [finding('esim', 'yes', { deviceKinds: ['phone'] })])],
    });
    expect(axisOf('esim', [[written]])?.value).toBe('yes');
  });
});

describe('lines in two regions', () => {
  const free = plan({ sameRegion: { required: false, claimIds: ['plan-open'] } });
  const sameRegion = (rest: Parameters<typeof operator>[1], more: Facts[1] = {}) =>
    axisOf('sameRegion', [[operator('alpha', { plans: [free], ...rest })], more], 'RU-MOS');
  const claims = (extra: ReturnType<typeof claim>) => [...(operator('alpha').claims ?? []), extra];

  it('are one to an operator who says that they are one area, and fall to the plan’s own rule where that is too old', () => {
    const tariffAreas = [
      {
        id: 'capital',
        regionIds: ['RU-MOW', 'RU-MOS'],
        claimIds: ['area'],
      },
    ];
    expect(sameRegion({ tariffAreas, claims: claims(claim('area', [])) })).toMatchObject({
      value: 'yes',
      reason: { code: 'one-tariff-area' },
    });
    const forgotten = claim('area', [], { checkedOn: '2024-01-01' });
    const ruled = sameRegion({ tariffAreas, claims: claims(forgotten) });
    expect(ruled?.value).toBe('yes');
    expect(ruled?.reason.code).not.toBe('one-tariff-area');
  });

  it('are to be asked about where the register merged them, and fall to the plan’s own rule where that is too old', () => {
    const background = (counted: ReturnType<typeof claim>) => ({
      background: [
        {
          id: 'merged',
          title: { ru: 'x', en: 'x', zh: 'x' },
          mergedTerritories: [
            {
              id: 'capital',
              regionIds: ['RU-MOW', 'RU-MOS'],
              claimIds: ['counted'],
            },
          ],
          claims: [
            counted,
            claim('beside', [], { sourceIds: ['register'], method: 'measured' as const }),
          ],
        },
      ],
    });
    const counted = claim('counted', [], { sourceIds: ['register'], method: 'measured' });
    expect(sameRegion({}, background(counted))).toMatchObject({
      value: 'partial',
      reason: { code: 'merged-territory' },
      evidence: [{ claimId: 'counted' }],
    });
    const forgotten = { ...counted, checkedOn: '2024-01-01' };
    const ruled = sameRegion({}, background(forgotten));
    expect(ruled?.value).toBe('yes');
    expect(ruled?.reason.code).not.toBe('merged-territory');
  });
});

describe('what a plan asks by its own terms', () => {
  const asked = (terms: Parameters<typeof plan>[0], ...more: ReturnType<typeof claim>[]) =>
    axisOf('sharedPlan', [
      [
        operator('alpha', {
          plans: [plan(terms)],
          claims: [
            present('yes'),
            claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
            ...more,
          ],
        }),
      ],
    ])?.conditions.map(({ code }) => code);
  const lead = (id: string) => claim(id, [], { sourceIds: ['secondary-undated'] });

  it('is nothing where it is read, and reading where it is not', () => {
    expect(asked({})).toEqual([]);
    expect(asked({ model: 'unknown' })).toEqual(['terms-not-read']);
    expect(asked({ model: 'payer-funded' })).toEqual(['payer-funded-not-pooled']);
  });

  it('is what it shares where only leads tell of that, and not where one source is better', () => {
    expect(asked({ modelClaimIds: ['lead'] }, lead('lead'))).toEqual(['ask-what-is-shared']);
    expect(asked({ modelClaimIds: ['lead', 'plan-open'] }, lead('lead'))).toEqual([]);
    expect(asked({ model: 'unknown', modelClaimIds: ['lead'] }, lead('lead'))).toEqual([
      'terms-not-read',
    ]);
  });
});

describe('an operator of whom no plan is known', () => {
  const bare = (...claims: ReturnType<typeof claim>[]) =>
    axisOf('sharedPlan', [[operator('alpha', { plans: [], claims: [present('yes'), ...claims] })]]);

  it('is told apart from one of whom something is said that does not decide', () => {
    expect(bare()?.reason).toEqual({ code: 'no-plan-known' });
    const lead = claim('lead', [finding('sharedPlan', 'yes')], {
      sourceIds: ['secondary-undated'],
    });
    expect(bare(lead)?.reason).toEqual({ code: 'only-leads' });
    const planned = axisOf('sharedPlan', [
      [operator('alpha', { claims: [present('yes'), claim('plan-open', [])] })],
    ]);
    expect(planned?.reason).toEqual({ code: 'no-claim' });
  });
});

describe('the cap on numbers', () => {
  it('is unknown where no rule is known, and kept where one begins later', () => {
    const without = axisOf('numberCap', [
      [operator('alpha')],
      { laws: laws().filter(({ id }) => id !== 'cap') },
    ]);
    expect(without).toMatchObject({ value: 'unknown', reason: { code: 'cap-unknown' } });
  });

  it('counts up to the limit, which is near from three before it', () => {
    const capOf = (otherNumbers: number) => {
      const family = defaultHousehold('RU-MOW');
      const members = family.members.map((member, index) =>
        index === 0 ? { ...member, otherNumbers } : member,
      );
      const { assess } = createAssessor(dataset([operator('alpha')]), []);
      const [first] = assess({ ...family, members }, { asOf }).operators;
      return first?.axes.find(({ axis }) => axis === 'numberCap')?.value;
    };
    const values = Array.from({ length: 22 }, (_, count) => capOf(count));
    expect(values.filter((value) => value === 'no')).toHaveLength(2);
    expect(values.indexOf('no')).toBe(20);
    expect(values.indexOf('partial')).toBeGreaterThan(10);
    expect(values.lastIndexOf('yes')).toBe(values.indexOf('partial') - 1);
  });
});
