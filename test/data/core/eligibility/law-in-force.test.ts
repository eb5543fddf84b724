import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { claim, dataset, laws, operator } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
const words = { ru: 'cap', en: 'cap', zh: 'cap' };

/**
 * Verdict on the number cap where a signed law brings it down to two, from `validFrom` or from no known day, by these
 * claims.
 */
function capUnderSignedLaw(
  validFrom: string | undefined,
  status: 'signed-not-in-force' | 'signed-date-unknown' = 'signed-not-in-force',
  claims = [claim('law-tight', [])],
) {
  const tight = {
    id: 'tight-cap',
    title: words,
    summary: words,
    status,
    rules: [
      {
        kind: 'number-cap' as const,
        citizenship: 'russian' as const,
        limit: 2,
        claimIds: claims.map(({ id }) => id),
        ...(validFrom !== undefined && { validFrom }),
      },
    ],
    claims,
  };
  const facts = dataset([operator('alpha')], {
    laws: [...laws().filter(({ id }) => id !== 'cap'), tight],
  });
  const household = {
    members: [
      {
        id: 'holder',
        ageBand: 'adult' as const,
        citizenship: 'russian' as const,
        otherNumbers: 5,
      },
    ],
    lines: [
      {
        id: 'phone',
        memberId: 'holder',
        payer: true,
        contractRegionId: 'RU-MOW',
        operatorId: 'any',
        deviceKind: 'phone' as const,
        deviceModelId: 'unknown',
        deviceVariantId: 'unknown',
      },
    ],
    signing: 'any' as const,
  };
  const [alpha] = createAssessor(facts, []).assess(household, { asOf }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'numberCap')?.value;
}

describe('a signed law', () => {
  it('does not bind while no day of entry into force is known', () => {
    expect(capUnderSignedLaw(undefined)).not.toBe('no');
  });

  it('does not bind either where its status says that no day was found', () => {
    expect(capUnderSignedLaw(undefined, 'signed-date-unknown')).not.toBe('no');
  });

  it('does not bind before the day of its rule', () => {
    expect(capUnderSignedLaw('2027-01-01')).not.toBe('no');
  });

  it('binds from the day of its rule', () => {
    expect(capUnderSignedLaw('2026-09-01')).toBe('no');
  });

  it('binds as long as somebody still looks at one of its claims', () => {
    const forgotten = claim('law-forgotten', [], { checkedOn: '2024-01-01' });
    const looked = claim('law-looked', []);
    const cap = (...claims: (typeof looked)[]) =>
      capUnderSignedLaw('2023-09-01', 'signed-not-in-force', claims);
    expect(cap(forgotten, looked)).toBe('no');
    expect(cap(forgotten)).toBe('unknown');
  });
});

/** How a teenager can sign on a day, by a rule on ages that names no first day and was read on 1 August 2026. */
function teenagerOn(day: string) {
  const { assessRegion } = createAssessor(dataset([operator('alpha')]), []);
  const [alpha] = assessRegion('RU-MOW', { asOf: day }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'customer');
}

describe('a rule of which no first day is known', () => {
  it('does not begin on the day on which somebody read of it', () => {
    expect(teenagerOn('2026-08-01')).toMatchObject({ value: 'partial', support: 'stated' });
    expect(teenagerOn('2026-07-31')).toMatchObject({ value: 'partial', support: 'stated' });
  });

  it('is none until the first of its claims speaks, and tells from when that is', () => {
    const age = {
      id: 'age',
      title: words,
      summary: words,
      status: 'in-force' as const,
      rules: [{ kind: 'minimum-age' as const, years: 14, claimIds: ['law-age'] }],
      claims: [claim('law-age', [], { validFrom: '2027-01-01' })],
    };
    const facts = dataset([operator('alpha')], {
      laws: [...laws().filter(({ id }) => id !== 'age'), age],
    });
    const { assessRegion } = createAssessor(facts, []);
    const customerOn = (day: string) =>
      assessRegion('RU-MOW', { asOf: day })
        .operators.at(0)
        ?.axes.find(({ axis }) => axis === 'customer');
    expect(customerOn('2026-12-31')).toMatchObject({
      value: 'unknown',
      reason: { code: 'only-later-claims', params: { from: '2027-01-01' } },
    });
    expect(customerOn('2027-01-01')).toMatchObject({ value: 'partial', support: 'stated' });
  });
});

describe('a rule that is not in force yet', () => {
  it('says so, and from when it is', () => {
    const { assessRegion } = createAssessor(dataset([operator('alpha')]), []);
    const [alpha] = assessRegion('RU-MOW', { asOf: '2025-03-31' }).operators;
    expect(alpha?.axes.find(({ axis }) => axis === 'numberCap')?.reason).toEqual({
      code: 'not-in-force',
      params: { from: '2025-04-01' },
    });
  });
});
