import { describe, expect, it } from 'vitest';
import {
  bestSupport,
  CARRY,
  compareKnown,
  joinCarries,
  reachOf,
  strongestConfidence,
  supportOfAll,
  supportOfAny,
  weakestSupport,
  weigh,
  weighSources,
} from '../../../../data/core/eligibility/claims/support.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import type { AxisResult } from '../../../../data/core/schema/assessment.ts';
import { CONFIDENCES, type Confidence, FRESHNESS } from '../../../../data/core/schema/claim.ts';
import { REACHES, type SUPPORTS } from '../../../../data/core/schema/verdict.ts';
import { claim, dataset, finding, operator } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

/** The table of the rules, written out: rows by source, columns by age. */
const TABLE = {
  official: ['full', 'full', 'partial', 'partial'],
  register: ['full', 'full', 'partial', 'partial'],
  press: ['full', 'partial', 'partial', 'lead'],
  secondary: ['partial', 'partial', 'lead', 'lead'],
} as const;

describe('what one piece of evidence can carry', () => {
  for (const confidence of CONFIDENCES) {
    it.each(FRESHNESS.map((freshness, column) => [freshness, column] as const))(
      `is told for what is ${confidence} and %s`,
      (freshness, column) => {
        expect(CARRY[confidence][freshness]).toBe(TABLE[confidence][column]);
      },
    );
  }

  it('is the heaviest of several sources, and of the premises of a conclusion the lightest', () => {
    expect(joinCarries(['lead', 'full', 'partial'], false)).toBe('full');
    expect(joinCarries(['lead', 'full', 'partial'], true)).toBe('lead');
    expect(joinCarries([], false)).toBe('lead');
  });
});

describe('the support of a finding', () => {
  it.each([
    ['full', true, 'own', 'stated'],
    ['full', true, 'country', 'stated'],
    ['full', true, 'elsewhere', 'lead'],
    ['full', false, 'own', 'reported'],
    ['full', false, 'country', 'countrywide'],
    ['full', false, 'elsewhere', 'lead'],
    ['partial', true, 'own', 'reported'],
    ['partial', true, 'country', 'countrywide'],
    ['partial', true, 'elsewhere', 'lead'],
    ['partial', false, 'own', 'reported'],
    ['partial', false, 'country', 'countrywide'],
    ['lead', true, 'own', 'lead'],
    ['lead', false, 'country', 'lead'],
  ] as const)(
    'that carries %s, of an authority %s, reaching %s is %s',
    (carry, says, reach, is) => {
      expect(weigh(carry, says, reach).support).toBe(is);
    },
  );

  const esim = (source: string, rest: Parameters<typeof claim>[2] = {}, day = asOf) => {
    const written = {
      claims: [claim('says', [finding('esim', 'yes')], { sourceIds: [source], ...rest })],
    };
    const { assessRegion } = createAssessor(
      dataset([operator('alpha', { ...written, plans: [] })]),
      [],
    );
    const [alpha] = assessRegion('RU-MOW', { asOf: day }).operators;
    return alpha?.axes.find(({ axis }) => axis === 'esim');
  };

  it('is stated where the operator says so, and no more once the page is too old', () => {
    expect(esim('official')).toMatchObject({ value: 'yes', support: 'stated' });
    expect(esim('official', {}, '2029-07-31')).toMatchObject({ value: 'unknown' });
    expect(esim('official', { checkedOn: '2029-07-01' }, '2029-08-02')).toMatchObject({
      value: 'partial',
      support: 'countrywide',
    });
  });

  it('is at most reported where it is concluded', () => {
    const concluded = { method: 'inferred' as const, reach: 'own' as const };
    expect(esim('official', concluded)).toMatchObject({ value: 'yes', support: 'reported' });
  });

  it('is at most reported where it was counted', () => {
    const counted = { method: 'measured' as const, regionIds: ['RU-MOW'] };
    expect(esim('register', counted)).toMatchObject({ value: 'yes', support: 'reported' });
  });

  it('is stated by a register, and by an operator beside whom somebody else says the same', () => {
    expect(esim('register')).toMatchObject({ value: 'yes', support: 'stated' });
    expect(esim('', { sourceIds: ['press', 'official'] })).toMatchObject({ support: 'stated' });
  });

  it('is not stated where the operator’s page is old and only the press says it now', () => {
    const both = { sourceIds: ['official-old', 'press'] };
    expect(esim('', both)).toMatchObject({ value: 'yes', support: 'countrywide' });
  });

  it('does not lend the day of one source to the weight of another', () => {
    const both = { sourceIds: ['official-undated', 'secondary'] };
    expect(esim('', both)).toMatchObject({ value: 'partial', support: 'countrywide' });
  });

  it('is not stated by a page that was taken from an archive, nor dated by the year of a repository', () => {
    const facts = (mark: object) => {
      const written = { claims: [claim('says', [finding('esim', 'yes')])], plans: [] };
      const base = dataset([operator('alpha', written)]);
      const sources = base.sources.map((source) =>
        source.id === 'official' ? { ...source, ...mark } : source,
      );
      const { assessRegion } = createAssessor({ ...base, sources }, []);
      const [alpha] = assessRegion('RU-MOW', { asOf }).operators;
      return alpha?.axes.find(({ axis }) => axis === 'esim');
    };
    expect(facts({ archived: true })).toMatchObject({ value: 'yes', support: 'countrywide' });
    expect(facts({ datedBy: 'repository-year' })).toMatchObject({
      value: 'partial',
      support: 'countrywide',
      freshness: 'undated',
    });
  });
});

describe('how far a finding reaches', () => {
  const base = { method: 'stated' as const, regionIds: 'RU' as const };
  it('is what the data say, the finding before the claim', () => {
    for (const reach of REACHES) {
      expect(reachOf({ ...base, reach })).toBe(reach);
      expect(reachOf({ ...base, reach: 'own' }, { reach })).toBe(reach);
    }
  });

  it('is derived for datasets that do not say it', () => {
    expect(reachOf(base)).toBe('country');
    expect(reachOf({ ...base, regionIds: ['RU-TA'] })).toBe('own');
    expect(reachOf(base, { regionIds: ['RU-TA'] })).toBe('own');
    expect(reachOf({ ...base, method: 'inferred' })).toBe('elsewhere');
    expect(reachOf({ ...base, method: 'inferred', derivesPresence: true })).toBe('own');
  });
});

describe('the support of a whole', () => {
  const part = (value: AxisResult['value'], support?: AxisResult['support']) => ({
    value,
    support,
  });

  it('is the weakest of the parts that rest on evidence', () => {
    const parts = [part('yes', 'stated'), part('partial', 'countrywide'), part('partial')];
    expect(supportOfAll('partial', parts)).toBe('countrywide');
    expect(supportOfAll('yes', [part('yes'), part('yes')])).toBeUndefined();
  });

  it('is the best of what says no, since one is enough', () => {
    const parts = [part('no', 'countrywide'), part('no', 'reported'), part('yes', 'stated')];
    expect(supportOfAll('no', parts)).toBe('reported');
  });

  it('is none of nothing', () => {
    expect([bestSupport([]), weakestSupport([])]).toEqual(['none', 'none']);
  });

  it('is a lead of an unknown that has one, and nothing else', () => {
    expect(supportOfAll('unknown', [part('unknown', 'none'), part('partial', 'lead')])).toBe(
      'none',
    );
    expect(supportOfAll('unknown', [part('unknown', 'none'), part('yes', 'stated')])).toBe('none');
    expect(supportOfAll('unknown', [part('unknown', 'lead'), part('unknown', 'none')])).toBe(
      'lead',
    );
  });
});

describe('the order of what is known', () => {
  it('puts the better value first, then the better support', () => {
    const known = [
      { value: 'no', support: 'stated' },
      { value: 'yes', support: 'reported' },
      { value: 'yes', support: 'stated' },
      { value: 'unknown', support: 'none' },
      { value: 'partial', support: 'countrywide' },
      { value: 'yes', support: 'countrywide' },
    ] as const;
    expect(known.toSorted(compareKnown).map((one) => `${one.value} ${one.support}`)).toEqual([
      'yes stated',
      'yes reported',
      'yes countrywide',
      'partial countrywide',
      'unknown none',
      'no stated',
    ]);
  });
});

describe('the support of a choice', () => {
  const one = (value: AxisResult['value'], support: (typeof SUPPORTS)[number]) => ({
    value,
    support,
  });

  it('is that of the best alternative that has the value', () => {
    const all = [one('partial', 'countrywide'), one('partial', 'reported'), one('no', 'stated')];
    expect(supportOfAny('partial', all)).toBe('reported');
  });

  it('is of a no the weakest, since every alternative has to fail', () => {
    expect(supportOfAny('no', [one('no', 'stated'), one('no', 'countrywide')])).toBe('countrywide');
  });

  it('is of an unknown a lead where any alternative has one', () => {
    expect(supportOfAny('unknown', [one('unknown', 'none'), one('unknown', 'lead')])).toBe('lead');
    expect(supportOfAny('unknown', [one('unknown', 'none'), one('no', 'stated')])).toBe('none');
    expect(supportOfAny('unknown', [])).toBe('none');
  });
});

describe('the strongest confidence', () => {
  it.each<[Confidence[], Confidence | undefined]>([
    [['secondary', 'official'], 'official'],
    [['press', 'register', 'secondary'], 'register'],
    [['secondary'], 'secondary'],
    [[], undefined],
  ])('of %j is %s', (confidences, strongest) => {
    expect(strongestConfidence(confidences.map((confidence) => ({ confidence })))).toBe(strongest);
  });
});

describe('what the sources of a claim come to', () => {
  const official = { confidence: 'official', observedOn: '2025-03' } as const;
  const press = { confidence: 'press', observedOn: '2026-02-01' } as const;
  const undated = { confidence: 'register' } as const;

  it('is the strongest and the newest of what is stated', () => {
    for (const cited of [
      [official, press, undated],
      [undated, press, official],
    ]) {
      expect(weighSources('stated', cited)).toEqual({
        confidence: 'official',
        observedOn: '2026-02-01',
      });
    }
  });

  it('is the weakest and the oldest of what is concluded, and undated where one is', () => {
    for (const cited of [
      [official, press],
      [press, official],
    ]) {
      expect(weighSources('inferred', cited)).toEqual({
        confidence: 'press',
        observedOn: '2025-03',
      });
    }
    expect(weighSources('inferred', [official, undated])).toEqual({
      confidence: 'register',
      observedOn: undefined,
    });
  });

  it('has no day where its only date is the year of a repository', () => {
    const guessed = { ...press, datedBy: 'repository-year' } as const;
    expect(weighSources('stated', [guessed]).observedOn).toBeUndefined();
    expect(weighSources('stated', [guessed, official]).observedOn).toBe('2025-03');
  });
});
