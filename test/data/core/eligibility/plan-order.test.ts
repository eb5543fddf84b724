import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { Dataset } from '../../../../data/core/schema/dataset.ts';
import { DeviceModel } from '../../../../data/core/schema/device.ts';
import { WISHES } from '../../../../data/core/schema/plan.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';
import { readVectorDataset } from '../../../vectors/read-vectors.ts';

const asOf = '2026-11-23';

type WrittenPlan = NonNullable<Parameters<typeof plan>[0]>;

/** An operator whose plans differ in the given terms and whose claims say yes to each of them. */
function operatorWith(id: string, plans: (WrittenPlan & { id: string; sourceId?: string })[]) {
  return operator(id, {
    plans: plans.map(({ sourceId: _, ...terms }) =>
      plan({ ...terms, lineLimit: { min: 6, max: 6, claimIds: [`${terms.id}-sold`] } }),
    ),
    claims: [
      claim('present', [finding('presence', 'yes')]),
      claim('esim-sold', [finding('esim', 'yes')]),
      claim('esim-in-plan', [finding('formFactor', 'yes')]),
      ...plans.map(({ id: planId, sourceId = 'official' }) =>
        claim(`${planId}-sold`, [finding('sharedPlan', 'yes', { planId })], {
          sourceIds: [sourceId],
        }),
      ),
    ],
  });
}

function plansOf(facts: Dataset): string[] {
  const [first] = createAssessor(facts, []).assessRegion('RU-MOW', { asOf }).operators;
  return first?.plans.map(({ planId }) => planId) ?? [];
}

describe('the order of plans that come to the same verdict', () => {
  it('puts an open plan before one that may be closed, where both are as well supported', () => {
    const open = { id: 'open', claimIds: ['open-sold'] };
    const perhaps = { id: 'a-perhaps', status: 'unknown' as const, claimIds: ['a-perhaps-sold'] };
    expect(plansOf(dataset([operatorWith('alpha', [perhaps, open])]))).toEqual([
      'open',
      'a-perhaps',
    ]);
  });

  it('puts the better supported plan first, whatever it shares', () => {
    const funded = { id: 'funded', model: 'payer-funded' as const, claimIds: ['funded-sold'] };
    const pooled = { id: 'a-pooled', claimIds: ['a-pooled-sold'], sourceId: 'secondary' };
    expect(plansOf(dataset([operatorWith('alpha', [pooled, funded])]))).toEqual([
      'funded',
      'a-pooled',
    ]);
  });

  it('puts a common bundle before bundles that the payer funds, where both are as well supported', () => {
    const funded = { id: 'a-funded', model: 'payer-funded' as const, claimIds: ['a-funded-sold'] };
    const pooled = { id: 'pooled', claimIds: ['pooled-sold'] };
    expect(plansOf(dataset([operatorWith('alpha', [funded, pooled])]))).toEqual([
      'pooled',
      'a-funded',
    ]);
  });

  it('puts stronger evidence first', () => {
    const dealer = { id: 'a-dealer', claimIds: ['a-dealer-sold'], sourceId: 'secondary' };
    const stated = { id: 'stated', claimIds: ['stated-sold'] };
    expect(plansOf(dataset([operatorWith('alpha', [dealer, stated])]))).toEqual([
      'stated',
      'a-dealer',
    ]);
  });

  it('puts the plan of which more is known first, where another axis is the weakest of both', () => {
    const told = { id: 'a-told', claimIds: ['a-told-sold'], sourceId: 'press' };
    const stated = { id: 'stated', claimIds: ['stated-sold'] };
    const alpha = operatorWith('alpha', [told, stated]);
    const claims = (alpha.claims ?? []).map((one) =>
      one.id === 'esim-sold' ? { ...one, sourceIds: ['press'] } : one,
    );
    expect(plansOf(dataset([{ ...alpha, claims }]))).toEqual(['stated', 'a-told']);
  });

  it.each([
    ['cannot be had there', [finding('presence', 'no')]],
    ['may not be had there', []],
  ])('puts what is known of the plan itself before what it shares, where it %s', (_, findings) => {
    const rumoured = {
      id: 'a-rumoured',
      claimIds: ['a-rumoured-sold'],
      sourceId: 'secondary-undated',
    };
    const stated = { id: 'stated', model: 'payer-funded' as const, claimIds: ['stated-sold'] };
    const alpha = operatorWith('alpha', [rumoured, stated]);
    const claims = (alpha.claims ?? []).map((one) =>
      one.id === 'present' ? claim('present', findings) : one,
    );
    expect(plansOf(dataset([{ ...alpha, claims }]))).toEqual(['stated', 'a-rumoured']);
  });

  describe('for five lines in two regions, of which no plan tells whether it takes them', () => {
    const orderOf = (...terms: Partial<WrittenPlan>[]) => {
      const alpha = operatorWith(
        'alpha',
        terms.map((_term, index) => ({ id: `plan-${index}`, claimIds: [`plan-${index}-sold`] })),
      );
      const plans = (alpha.plans ?? []).map((one, index) => ({ ...one, ...terms[index] }));
      const family = defaultHousehold('RU-MOW');
      const lines = ['a', 'b', 'c', 'd', 'e'].flatMap((id, index) =>
        family.lines.slice(0, 1).map((line) => ({
          ...line,
          id,
          payer: index === 0,
          contractRegionId: index === 0 ? 'RU-MOW' : 'RU-TA',
        })),
      );
      const { assess } = createAssessor(dataset([{ ...alpha, plans }]), []);
      const [first] = assess({ ...family, lines }, { asOf }).operators;
      expect(first?.verdict).toBe('unknown');
      return first?.plans.map(({ planId }) => planId);
    };
    const unlimited = { lineLimit: undefined };

    it('puts the plan first of which fewer answers are missing', () => {
      expect(orderOf(unlimited, {})).toEqual(['plan-1', 'plan-0']);
    });

    it('puts what it shares before how many answers are missing', () => {
      const funded = { model: 'payer-funded' as const };
      expect(orderOf(funded, unlimited)).toEqual(['plan-1', 'plan-0']);
      expect(orderOf(unlimited, funded)).toEqual(['plan-0', 'plan-1']);
    });
  });

  it('puts a plan that takes the family before a better supported one that does not', () => {
    const alpha = operatorWith('alpha', [
      { id: 'a-small', claimIds: ['a-small-sold'] },
      { id: 'told', claimIds: ['told-sold'], sourceId: 'press' },
    ]);
    const plans = (alpha.plans ?? []).map((one) =>
      one.id === 'a-small'
        ? { ...one, lineLimit: { min: 2, max: 2, claimIds: ['a-small-sold'] } }
        : one,
    );
    const facts = dataset([{ ...alpha, plans }]);
    expect(plansOf(facts)).toEqual(['told', 'a-small']);
    expect(createAssessor(facts, []).assessRegion('RU-MOW', { asOf }).verdict).toBe('partial');
  });

  describe('for plans that are all to be asked about', () => {
    const orderOf = (...plans: (WrittenPlan & { id: string })[]) => {
      const alpha = operatorWith('alpha', plans);
      const claims = (alpha.claims ?? []).map((one) => {
        const planId = plans.find(({ id }) => one.id === `${id}-sold`)?.id;
        return planId === undefined
          ? one
          : { ...one, findings: [finding('sharedPlan', 'partial', { planId })] };
      });
      return plansOf(dataset([{ ...alpha, claims }]));
    };
    const open = { id: 'open', claimIds: ['open-sold'] };

    it('puts one that is open before one that may be closed', () => {
      const perhaps = { id: 'perhaps', status: 'unknown' as const, claimIds: ['perhaps-sold'] };
      expect(orderOf(perhaps, open)).toEqual(['open', 'perhaps']);
      expect(orderOf(open, perhaps)).toEqual(['open', 'perhaps']);
    });

    it('puts a common bundle before one that the payer funds, and that before unread terms', () => {
      const funded = { id: 'funded', model: 'payer-funded' as const, claimIds: ['funded-sold'] };
      const unread = { id: 'unread', model: 'unknown' as const, claimIds: ['unread-sold'] };
      expect(orderOf(unread, funded, open)).toEqual(['open', 'funded', 'unread']);
    });
  });

  it('puts the better supported plan first where both are a plain yes', () => {
    const phone = DeviceModel.parse({
      id: 'new-phone',
      brand: 'Maker',
      model: 'New',
      kind: 'phone',
      esim: 'yes',
      sourceIds: ['official'],
    });
    const alpha = operatorWith('alpha', [
      { id: 'a-told', claimIds: ['a-told-sold'] },
      { id: 'stated', claimIds: ['stated-sold'] },
    ]);
    const plans = (alpha.plans ?? []).map((one) =>
      one.id === 'a-told' ? { ...one, lineLimit: { min: 6, max: 6, claimIds: ['told'] } } : one,
    );
    const claims = [...(alpha.claims ?? []), claim('told', [], { sourceIds: ['press'] })];
    const family = defaultHousehold('RU-MOW');
    const couple = {
      ...family,
      members: family.members.slice(0, 2),
      lines: family.lines.slice(0, 2).map((line) => ({ ...line, deviceModelId: 'new-phone' })),
    };
    const { assess } = createAssessor(dataset([{ ...alpha, plans, claims }]), [phone]);
    const { verdict, operators } = assess(couple, { asOf });
    expect(verdict).toBe('yes');
    expect(operators[0]?.plans.map(({ planId, support }) => [planId, support])).toEqual([
      ['stated', 'stated'],
      ['a-told', 'countrywide'],
    ]);
  });

  it('keeps the order of the file where nothing else tells them apart', () => {
    const main = { id: 'main', claimIds: ['main-sold'] };
    const second = { id: 'a-second', claimIds: ['a-second-sold'] };
    expect(plansOf(dataset([operatorWith('alpha', [main, second])]))).toEqual(['main', 'a-second']);
  });
});

describe('an operator with plans of two kinds', () => {
  it('is as well supported as its plans of the kind that was asked for, whatever the other kind rests on', () => {
    const funded = { id: 'funded', model: 'payer-funded' as const, claimIds: ['funded-sold'] };
    const pooled = { id: 'pooled', claimIds: ['pooled-sold'], sourceId: 'secondary' };
    const assessor = createAssessor(dataset([operatorWith('alpha', [pooled, funded])]), []);
    const supportFor = (sharing: (typeof WISHES)[number]) =>
      assessor.assessRegion('RU-MOW', { asOf, sharing }).operators[0]?.support;
    expect(supportFor('bundle')).toBe('countrywide');
    expect(supportFor('payer')).toBe('stated');
  });
});

describe('the order of operators that come to the same verdict', () => {
  it('puts a better supported one before a larger one', () => {
    const large = operatorWith('large', [
      { id: 'dealt', claimIds: ['dealt-sold'], sourceId: 'secondary' },
    ]);
    const small = operatorWith('small', [{ id: 'stated', claimIds: ['stated-sold'] }]);
    const counts = { large: { 'RU-MOW': 10 }, small: { 'RU-MOW': 5 } };
    const facts = dataset([large, small], {
      numbering: { registerDate: '2026-08-01', sourceId: 'register', counts },
    });
    const { operators } = createAssessor(facts, []).assessRegion('RU-MOW', { asOf });
    expect(operators.map(({ operatorId }) => operatorId)).toEqual(['small', 'large']);
  });

  const orderOf = (...facts: Parameters<typeof dataset>) =>
    createAssessor(dataset(...facts), [])
      .assessRegion('RU-MOW', { asOf })
      .operators.map(({ operatorId }) => operatorId);
  const numbersOf = (counts: Record<string, Record<string, number>>) => ({
    numbering: { registerDate: '2026-08-01', sourceId: 'register', counts },
  });

  it('puts the one with more numbers in the region first, and then goes by id', () => {
    const three = ['c', 'b', 'a'].map((id) => operator(id));
    const counts = { a: { 'RU-MOW': 1, 'RU-TA': 99 }, c: { 'RU-MOW': 2 } };
    expect(orderOf(three, numbersOf(counts))).toEqual(['c', 'a', 'b']);
    expect(orderOf(three)).toEqual(['a', 'b', 'c']);
    expect(orderOf(three.toReversed())).toEqual(['a', 'b', 'c']);
  });

  it('puts the one first that takes the phones, where a watch is unknown to both', () => {
    const large = operatorWith('large', [{ id: 'stated', claimIds: ['stated-sold'] }]);
    const withoutEsim = (large.claims ?? []).filter(({ id }) => id !== 'esim-sold');
    const small = operatorWith('small', [
      { id: 'told', claimIds: ['told-sold'], sourceId: 'press' },
    ]);
    const family = defaultHousehold('RU-MOW');
    const watches = family.lines.slice(1, 2).map((line) => ({
      ...line,
      id: 'watch',
      deviceKind: 'watch' as const,
    }));
    const orderFor = (lines: typeof family.lines) => {
      const facts = dataset([{ ...large, claims: withoutEsim }, small]);
      const { operators } = createAssessor(facts, []).assess({ ...family, lines }, { asOf });
      return operators.map(({ operatorId, verdict }) => [operatorId, verdict]);
    };
    expect(orderFor([...family.lines, ...watches])).toEqual([
      ['small', 'unknown'],
      ['large', 'unknown'],
    ]);
    expect(orderFor(family.lines)).toEqual([
      ['small', 'partial'],
      ['large', 'unknown'],
    ]);
  });

  it('puts one with a plan of which nothing is known before a larger one without a plan', () => {
    const claims = [
      ...(operator('x').claims ?? []).filter(({ id }) => id !== 'plan-open'),
      claim('plan-open', []),
    ];
    const planned = operator('planned', { claims });
    const bare = operator('bare', { claims, plans: [] });
    expect(orderOf([bare, planned], numbersOf({ bare: { 'RU-MOW': 9 } }))).toEqual([
      'planned',
      'bare',
    ]);
  });
});

describe('the order of operators that offer one kind of sharing', () => {
  it.each(WISHES)('is that of their common bundles, where %s is asked for', (sharing) => {
    const { dataset: facts, devices } = readVectorDataset('test/vectors');
    const family = defaultHousehold('RU-MOW');
    // Gamma holds more numbers than alpha, but a number of alpha would have to be taken along to it.
    const lines = family.lines.map((line) =>
      line.payer ? { ...line, operatorId: 'alpha' } : line,
    );
    const answer = createAssessor(facts, devices).assess({ ...family, lines }, { asOf, sharing });
    expect(answer.sharing.bundle.operatorIds).toEqual(['alpha', 'gamma', 'eta']);
  });

  const pooled = { id: 'pooled', claimIds: ['pooled-sold'] };
  const funded = { id: 'funded', model: 'payer-funded' as const, claimIds: ['funded-sold'] };
  const counts = { large: { 'RU-MOW': 10 }, small: { 'RU-MOW': 5 } };
  const twoOperators = () =>
    createAssessor(
      dataset([operatorWith('small', [pooled, funded]), operatorWith('large', [funded])], {
        numbering: { registerDate: '2026-08-01', sourceId: 'register', counts },
      }),
      [],
    );

  it.each(WISHES)('is not that of their other plans, where %s is asked for', (sharing) => {
    const answer = twoOperators().assessRegion('RU-MOW', { asOf, sharing });
    expect(answer.sharing.payer.operatorIds).toEqual(['large', 'small']);
  });

  it('is the same on the map', () => {
    const { sharing } = twoOperators().summariseRegion('RU-MOW', asOf);
    expect(sharing.payer.operatorIds).toEqual(['large', 'small']);
  });
});
