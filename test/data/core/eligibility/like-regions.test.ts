import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { createLikeness } from '../../../../data/core/eligibility/like-regions.ts';
import {
  claim,
  dataset,
  finding,
  northOfMoscow,
  operator,
} from '../../../fixtures/dataset-builder.ts';

describe('regions that nothing tells apart', () => {
  const asOf = '2026-11-23';

  it('are those that the same parts of the data name', () => {
    const local = claim('local', [finding('presence', 'yes')], { regionIds: ['RU-MOW', 'RU-MOS'] });
    const likenessOf = createLikeness(dataset([operator('alpha', { claims: [local] })]));
    expect(likenessOf('alpha', 'RU-MOW')).toBe(likenessOf('alpha', 'RU-MOS'));
    expect(likenessOf('alpha', 'RU-MOW')).not.toBe(likenessOf('alpha', 'RU-TA'));
  });

  it('are told apart by which of several parts name them', () => {
    const local = ['RU-MOW', 'RU-MOS'].map((regionId) =>
      claim(`in-${regionId.toLowerCase()}`, [finding('presence', 'yes')], {
        regionIds: [regionId],
      }),
    );
    const likenessOf = createLikeness(dataset([operator('alpha', { claims: local })]));
    const keys = ['RU-MOW', 'RU-MOS', 'RU-TA'].map((regionId) => likenessOf('alpha', regionId));
    expect(new Set(keys).size).toBe(3);
  });

  it('are told apart by a single region that a part names, wherever it stands', () => {
    const exception = {
      id: 'norilsk',
      name: { ru: 'Норильск', en: 'Norilsk', zh: '诺里尔斯克' },
      regionId: 'RU-KYA',
      wholeRegion: false,
      effect: { ru: 'свои условия', en: 'own terms', zh: '单独条款' },
      settlements: [],
      withinKm: 50,
      claimIds: ['alpha-claim'],
    };
    const likenessOf = createLikeness(
      dataset([operator('alpha', { localExceptions: [exception] })]),
    );
    expect(likenessOf('alpha', 'RU-KYA')).not.toBe(likenessOf('alpha', 'RU-TA'));
  });

  it('are not told apart by a claim of the background that no question is answered by', () => {
    const apart = (background: Parameters<typeof dataset>[1]) => {
      const likenessOf = createLikeness(dataset([operator('alpha')], background));
      return likenessOf('alpha', 'RU-MOW') !== likenessOf('alpha', 'RU-TA');
    };
    const entry = { id: 'networks', title: { ru: 'Сети', en: 'Networks', zh: '网络' } };
    const statement = { ru: 'Сеть', en: 'Network', zh: '网络' };
    const silent = claim('silent', [], { regionIds: ['RU-MOW'], statement });
    const speaking = claim('speaking', [finding('presence', 'yes')], {
      regionIds: ['RU-MOW'],
      statement,
    });
    const rest = { openQuestions: [], mergedTerritories: [] };
    expect(apart({ background: [{ ...entry, ...rest, claims: [silent] }] })).toBe(false);
    expect(apart({ background: [{ ...entry, ...rest, claims: [speaking] }] })).toBe(true);
    const territory = { id: 'one', regionIds: ['RU-TA', 'RU-MOW'], claimIds: ['silent'] };
    expect(
      apart({
        background: [{ ...entry, ...rest, mergedTerritories: [territory], claims: [silent] }],
      }),
    ).toBe(true);
  });

  it('and others that are asked about one after the other keep their own verdicts', () => {
    const alpha = operator('alpha');
    const claims = (alpha.claims ?? []).map((one) =>
      one.id === 'plan-open' ? { ...one, regionIds: ['RU-TA'] } : one,
    );
    const { assessRegion, summariseRegion } = createAssessor(dataset([{ ...alpha, claims }]), []);
    for (const [id, verdict] of [
      ['RU-TA', 'partial'],
      ['RU-MOW', 'unknown'],
      ['RU-MOS', 'unknown'],
    ] as const) {
      expect(assessRegion(id, { asOf, outlook: false }).verdict, id).toBe(verdict);
      expect(summariseRegion(id, asOf).verdict, id).toBe(verdict);
    }
  });

  it('have operators that are told without an order as with one', () => {
    const facts = dataset([operator('alpha'), operator('beta', { claims: [], plans: [] })]);
    const { assessOperators, assessRegion } = createAssessor(facts, []);
    const { operators } = assessRegion('RU-TA', { asOf, outlook: false });
    expect(operators).toHaveLength(2);
    expect(assessOperators('RU-TA', asOf)).toEqual(operators);
    expect(() => assessOperators('RU-XX', asOf)).toThrow('the dataset has no region RU-XX');
  });

  it('rest a no on what rules an operator out that has no plan', () => {
    const absent = claim('absent', [finding('presence', 'no')]);
    const facts = dataset([operator('alpha', { claims: [absent], plans: [] })]);
    const [alpha] = createAssessor(facts, []).assessRegion('RU-TA', { asOf }).operators;
    expect([alpha?.verdict, alpha?.support]).toEqual(['no', 'stated']);
  });

  it('have places with terms of their own', () => {
    const exception = northOfMoscow('present');
    const facts = dataset([operator('alpha', { localExceptions: [exception] })]);
    const { assessRegion, summariseRegion } = createAssessor(facts, []);
    const place = { lon: 88.1, lat: 69.4 };
    for (const outlook of [true, false]) {
      expect(assessRegion('RU-MOW', { asOf, outlook }).verdict).toBe('partial');
      expect(assessRegion('RU-MOW', { asOf, outlook, place }).verdict).toBe('unknown');
    }
    expect(summariseRegion('RU-MOW', asOf, place).verdict).toBe('unknown');
  });

  it('are worked out once for all of them', () => {
    const { assessRegion } = createAssessor(dataset([operator('alpha')]), []);
    const [here, there] = ['RU-TA', 'RU-MOW'].map((id) =>
      assessRegion(id, { asOf, outlook: false }),
    );
    expect(here?.operators[0]).toBeDefined();
    expect(here?.operators[0]).toBe(there?.operators[0]);
    expect(here?.regionId).toBe('RU-TA');
  });
});
