import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { PlanFee } from '../../../../data/core/schema/plan.ts';
import { verdictRank } from '../../../../data/core/schema/verdict.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';
import { readVectorDataset } from '../../../vectors/read-vectors.ts';

const asOf = '2026-11-23';
const facts = readVectorDataset('test/vectors');

describe('the trace of an assessment', () => {
  const answerOfBeta = (trace: boolean) => {
    const { assess } = createAssessor(facts.dataset, facts.devices);
    const options = { asOf, operatorIds: ['beta'], trace };
    return assess(defaultHousehold('RU-MOW'), options).operators[0];
  };

  it('is only there when asked for', () => {
    const [plain, beta] = [answerOfBeta(false), answerOfBeta(true)];
    expect(plain?.trace).toBeUndefined();
    expect({ ...beta, trace: undefined }).toEqual({ ...plain, trace: undefined });
  });

  it('tells every axis with its claims, then the minimum, then the choice of plan', () => {
    const beta = answerOfBeta(true);
    const rules = beta?.trace?.map(({ axis, rule }) => axis ?? rule);
    expect(rules).toEqual([
      ...(beta?.axes.map(({ axis }) => axis) ?? []),
      'minimum-of-axes',
      'best-of-plans',
    ]);
    expect(beta?.trace?.find(({ axis }) => axis === 'esim')).toMatchObject({
      rule: 'claims-decide',
      value: 'partial',
      claimIds: ['beta-esim'],
      detail: {
        decisive: ['beta-esim'],
        conditions: ['issue-channel-unknown', 'confirm-with-operator'],
      },
    });
  });

  it('is small enough to read', () => {
    expect(JSON.stringify(answerOfBeta(true)?.trace).length).toBeLessThan(5_000);
  });
});

describe('the cost of a plan', () => {
  const PRICES = [
    { amountRub: 500, per: 'plan' as const, period: 'month' as const },
    { amountRub: 5, per: 'added-line' as const, period: 'day' as const },
  ];
  const priced = (
    sourceIds: string[],
    prices: readonly Pick<PlanFee, 'amountRub' | 'per' | 'period'>[] = PRICES,
  ) => {
    const fees = prices.map((fee) => ({ ...fee, regionIds: 'RU' as const, claimIds: ['price'] }));
    const written = operator('alpha', {
      plans: [plan({ fees })],
      claims: [
        claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
        claim('price', [], { sourceIds }),
      ],
    });
    return createAssessor(dataset([written]), []).assessRegion('RU-MOW', { asOf }).operators[0]
      ?.cost;
  };

  it('adds a month of daily fees for each line beside the payer’s', () => {
    expect(priced(['official'])).toMatchObject({
      addedLineRubPerMonth: 150,
      sharedRubPerMonth: 500 + 2 * 150,
      missing: ['separate-line'],
    });
  });

  it('counts no undated price and says that it is missing', () => {
    expect(priced(['official-undated'])).toEqual({
      planId: 'family',
      items: [],
      missing: ['base-tariff', 'separate-line', 'added-line-fee'],
    });
  });

  it.each([
    ['group-fee', { amountRub: 250, per: 'unknown' as const, period: 'month' as const }],
    ['added-line-fee', { amountRub: 300, per: 'added-line' as const, period: 'unknown' as const }],
  ])(
    'misses the %s where it is unknown what a price is for or how often it is paid',
    (fee, price) => {
      expect(priced(['official'], [price])).toEqual({
        planId: 'family',
        items: [],
        missing: ['base-tariff', 'separate-line', fee],
      });
    },
  );
});

describe('restrictions', () => {
  it('are listed by day and place and never change a verdict', () => {
    const free = { ...facts.dataset, restrictions: [] };
    const household = defaultHousehold('RU-TA');
    const [bound, unbound] = [facts.dataset, free].map((given) =>
      createAssessor(given, facts.devices).assess(household, { asOf }),
    );
    expect(bound?.restrictionIds).toEqual(['activation-abroad', 'cooling', 'shutdown-kazan']);
    expect(unbound?.restrictionIds).toEqual([]);
    const verdicts = (given: typeof bound) =>
      given?.operators.map(({ operatorId, verdict }) => [operatorId, verdictRank(verdict)]);
    expect(verdicts(unbound)).toEqual(verdicts(bound));
  });
});

describe('the groups of lines', () => {
  it('answer for their own devices: a phone that nobody knows leaves the tablet as it is', () => {
    const alpha = operator('alpha');
    const served = claim('tablets', [finding('companion', 'yes', { deviceKinds: ['tablet'] })]);
    const family = defaultHousehold('RU-MOW');
    const phones = family.lines.map((line) => ({ ...line, deviceModelId: 'nobody-knows' }));
    const tablets = family.lines.slice(1, 2).map((line) => ({
      ...line,
      id: 'tablet',
      deviceKind: 'tablet' as const,
    }));
    const { assess } = createAssessor(
      dataset([{ ...alpha, claims: [...(alpha.claims ?? []), served] }]),
      [],
    );
    const { lineGroups } = assess({ ...family, lines: [...phones, ...tablets] }, { asOf });
    expect(lineGroups.map(({ kind, verdict, axes }) => [kind, verdict, axes])).toEqual([
      ['phone', 'unknown', ['device']],
      ['tablet', 'partial', expect.arrayContaining(['device'])],
    ]);
  });
});
