import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import type { PlanFee } from '../../../../data/core/schema/plan.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';

type Fee = Pick<PlanFee, 'per' | 'amountRub'> & Partial<PlanFee>;

/** What three people in Moscow pay a month on 23 November 2026, if a plan has these fees. */
function costWith(...fees: Fee[]) {
  return costOn('2026-11-23', ...fees);
}

/** The same on another day. */
function costOn(asOf: string, ...fees: Fee[]) {
  const written = operator('alpha', {
    plans: [
      plan({
        fees: fees.map((fee) => ({
          period: 'month',
          regionIds: 'RU',
          claimIds: ['dated'],
          ...fee,
        })),
      }),
    ],
    claims: [
      claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
      claim('dated', []),
      claim('newer', [], { observedOn: '2026-10-01' }),
      claim('undated', [], { sourceIds: ['official-undated'] }),
      claim('over', [], { validTo: '2026-01-01' }),
    ],
  });
  const { assessRegion } = createAssessor(dataset([written]), []);
  return assessRegion('RU-MOW', { asOf }).operators[0]?.cost;
}

describe('the total of a plan', () => {
  it('is the sum of its fees where each has a dated price', () => {
    expect(
      costWith(
        { per: 'plan', amountRub: 500 },
        { per: 'group', amountRub: 50 },
        { per: 'added-line', amountRub: 100 },
      ),
    ).toMatchObject({ sharedRubPerMonth: 750, missing: ['separate-line'] });
  });

  it.each([
    ['group', 'group-fee'],
    ['added-line', 'added-line-fee'],
  ] as const)('is not given where the fee per %s has no dated price', (per, gap) => {
    const cost = costWith(
      { per: 'plan', amountRub: 500 },
      { per, amountRub: 100, claimIds: ['undated'] },
    );
    expect(cost?.missing).toEqual(['separate-line', gap]);
    expect(cost).not.toHaveProperty('sharedRubPerMonth');
  });

  it('leaves out the price of a tariff that has too few numbers', () => {
    const of = (lines: number) =>
      costWith({ per: 'plan', amountRub: 900, tariff: { name: 'Семья 3', lines } });
    expect(of(3)).toMatchObject({ sharedRubPerMonth: 900 });
    expect(of(2)).toMatchObject({ items: [], missing: ['base-tariff', 'separate-line'] });
  });

  it('is not given where a fee has ended and nothing says what came after it', () => {
    const cost = costWith(
      { per: 'plan', amountRub: 500 },
      { per: 'group', amountRub: 100, claimIds: ['over'] },
    );
    expect(cost?.missing).toEqual(['separate-line', 'group-fee']);
    expect(cost).not.toHaveProperty('sharedRubPerMonth');
  });

  it('is not given for a day before the price was seen', () => {
    const fee: Fee = { per: 'plan', amountRub: 500 };
    expect(costOn('2026-08-01', fee)?.sharedRubPerMonth).toBe(500);
    expect(costOn('2026-07-31', fee)?.sharedRubPerMonth).toBeUndefined();
  });

  it('is not given where the plan has a price elsewhere only', () => {
    const cost = costWith({ per: 'plan', amountRub: 500, regionIds: ['RU-TA'] });
    expect(cost?.missing).toEqual(['base-tariff', 'separate-line', 'group-fee']);
    expect(cost).not.toHaveProperty('sharedRubPerMonth');
  });
});

describe('of two prices for the same thing', () => {
  const here: Partial<PlanFee> = { regionIds: ['RU-MOW', 'RU-MOS'] };
  const priceOf = (cost: ReturnType<typeof costWith>) =>
    cost?.items.map(({ rubPerMonth }) => rubPerMonth);

  it('the one for the region is counted and the one for the country is not', () => {
    const cost = costWith(
      { per: 'plan', amountRub: 700 },
      { per: 'plan', amountRub: 500, ...here },
    );
    expect(priceOf(cost)).toEqual([500]);
    expect(cost?.sharedRubPerMonth).toBe(500);
  });

  it('the one for the region stands even where it is undated: the other is not the price here', () => {
    const cost = costWith(
      { per: 'plan', amountRub: 700 },
      { per: 'plan', amountRub: 500, ...here, claimIds: ['undated'] },
    );
    expect(priceOf(cost)).toEqual([]);
    expect(cost?.missing).toContain('base-tariff');
  });

  it('one that has ended makes room for the other', () => {
    const cost = costWith(
      { per: 'plan', amountRub: 700 },
      { per: 'plan', amountRub: 500, ...here, claimIds: ['over'] },
    );
    expect(cost?.sharedRubPerMonth).toBe(700);
  });

  it('the newer one is counted where both are for the same regions, else the higher one', () => {
    expect(
      priceOf(
        costWith(
          { per: 'plan', amountRub: 700 },
          { per: 'plan', amountRub: 600, claimIds: ['newer'] },
        ),
      ),
    ).toEqual([600]);
    expect(
      priceOf(costWith({ per: 'plan', amountRub: 600 }, { per: 'plan', amountRub: 700 })),
    ).toEqual([700]);
  });
});
