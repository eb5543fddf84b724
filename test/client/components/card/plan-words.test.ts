import { describe, expect, it } from 'vitest';
import {
  feeOriginText,
  feesFor,
  feeText,
  membersText,
  placesText,
  planInRegion,
  sharesText,
  statusEverywhere,
} from '../../../../client/components/card/plan-words.ts';
import type { DatasetOperator } from '../../../../data/core/schema/dataset.ts';
import type { Plan } from '../../../../data/core/schema/plan.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';

/** Amounts stand before hard blanks. */
const plain = (words: string) => words.replace(/\s/gu, ' ');

type Fee = NonNullable<Parameters<typeof plan>[0]>['fees'];
const fees: Fee = [
  {
    ...{ amountRub: 300, per: 'added-line', period: 'unknown' },
    ...{ regionIds: ['RU-TA'], claimIds: ['price'] },
  },
];

/** A plan with its dataset, said to be open in one region by a source without a date. */
function written(rest: Parameters<typeof plan>[0] = {}) {
  const open = claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })], {
    regionIds: ['RU-TA'],
  });
  const price = claim('price', [], { sourceIds: ['secondary-undated'] });
  const built = dataset([operator('north', { plans: [plan(rest)], claims: [open, price] })]);
  const [north] = built.operators;
  const [family] = north?.plans ?? [];
  if (north === undefined || family === undefined) throw new Error('the fixture has no plan');
  return { north, family, words: { dataset: built, language: 'ru' as const } };
}

function firstFee({ family }: { family: Plan; north: DatasetOperator }) {
  const [fee] = family.fees;
  if (fee === undefined) throw new Error('the fixture has no price');
  return fee;
}

describe('the terms of a plan', () => {
  it('say where a source leaves open whether the payer counts', () => {
    const lineLimit = {
      ...{ min: 5, max: 6, claimIds: ['plan-open'] },
      payerCounted: 'unclear' as const,
    };
    const { family, words } = written({ lineLimit });
    expect(membersText(family, words)).toContain('5 или 6: считается ли плательщик, не сказано');
  });

  it('tell one bill from one bundle', () => {
    const { family, words } = written({ shares: ['minutes', 'data'] });
    expect(sharesText(family, words)).toMatch(/минуты.*интернет/);
    const paid = written({ model: 'payer-funded' });
    expect(sharesText(paid.family, paid.words)).not.toMatch(/минуты/);
  });

  it('give a price without its period as such, and one of another region with that region and its day', () => {
    const plans = written({ fees });
    const fee = firstFee(plans);
    expect(plain(feeText(fee, plans.words))).toContain(
      '300 ₽ (срок не назван) за каждый добавленный номер',
    );
    expect(feesFor(plans.family, 'RU-MOW').elsewhere).toBe(true);
    expect(feeOriginText(fee, plans.words, 'RU-MOW')).toBe(
      'не для этого региона: RU-TA; дата цены неизвестна',
    );
    expect(feeOriginText(fee, plans.words, 'RU-TA')).toBe('дата цены неизвестна');
  });

  it('name the regions that are left out where these are fewer than the others', () => {
    const { words } = written();
    const ids = words.dataset.regions.map(({ id }) => id);
    const [first = '', ...others] = ids;
    expect(others.length).toBeGreaterThan(1);
    expect(placesText(others, words)).toBe(`все регионы, исключения: ${first}`);
    expect(placesText(ids, words)).toBe('все регионы');
    expect(placesText([first], words)).toBe(first);
    expect(placesText('RU', words)).toBe('');
  });

  it('say of a price whose source names no region that it does not, instead of listing regions', () => {
    const [fee] = fees;
    if (fee === undefined) throw new Error('no price');
    const price = { ...fee, regionIds: 'RU' as const, placeUnnamed: true as const };
    const plans = written({ fees: [{ ...price, exceptRegionIds: ['RU-MOS'] }] });
    expect(feeOriginText(firstFee(plans), plans.words, 'RU-TA')).toBe(
      'регион в источнике не назван; дата цены неизвестна',
    );
    expect(feesFor(plans.family, 'RU-MOS').elsewhere).toBe(true);
  });

  it('name the tariff that a price is for, and for how many numbers', () => {
    const [fee] = fees;
    if (fee === undefined) throw new Error('no price');
    const tariff = { name: 'Семья 3', lines: 3 };
    const plans = written({ fees: [{ ...fee, per: 'plan', period: 'month', tariff }] });
    expect(plain(feeText(firstFee(plans), plans.words))).toBe(
      '300 ₽ в месяц за тариф «Семья 3», 3 номера',
    );
  });

  it('say only of the region of a source that new customers can have the plan', () => {
    const { north, family, words } = written();
    expect(planInRegion(north, family, 'RU-TA', words)).toContain('по источнику, подключают');
    expect(planInRegion(north, family, 'RU-MOW', words)).toContain('неизвестно, подключают ли');
    expect(statusEverywhere(north, family, words)).toContain('RU-TA; в других регионах');
  });
});
