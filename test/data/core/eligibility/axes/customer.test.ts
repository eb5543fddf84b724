import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../../data/core/eligibility/household.ts';
import type { AxisResult } from '../../../../../data/core/schema/assessment.ts';
import { claim, dataset, finding, laws, operator } from '../../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
const words = { ru: 'remote', en: 'remote', zh: 'remote' };

/** How citizens who will not visit a shop can sign, where one law is all that speaks of it. */
function signedRemotely(
  status: 'in-force' | 'bill',
  ...claims: ReturnType<typeof claim>[]
): AxisResult | undefined {
  const law = { id: 'remote', title: words, summary: words, status, claims };
  const facts = dataset([operator('alpha')], { laws: [...laws(), law] });
  const built = householdFromParameters({ regionId: 'RU-MOW', members: 2 });
  if ('problems' in built) throw new Error('the household cannot be');
  const household = { ...built.household, signing: 'remote' as const };
  const [alpha] = createAssessor(facts, []).assess(household, { asOf }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'customer');
}

const needsSignature = finding('customer', 'partial', {
  conditions: [{ code: 'remote-needs-signature' }],
});

describe('signing without a visit', () => {
  it('is possible on the condition that a claim on a law in force names, however old the page that tells of it', () => {
    const told = claim('law-remote', [needsSignature], { sourceIds: ['press-undated'] });
    expect(signedRemotely('in-force', told)).toMatchObject({
      value: 'partial',
      support: 'stated',
      conditions: [{ code: 'remote-needs-signature' }],
      evidence: [{ claimId: 'law-remote', role: 'decisive' }],
    });
  });

  it('is to be asked about where only a dealer tells of the law', () => {
    const told = claim('law-remote', [needsSignature], { sourceIds: ['secondary-undated'] });
    expect(signedRemotely('in-force', told)).toMatchObject({
      value: 'partial',
      support: 'countrywide',
      conditions: [
        { code: 'remote-needs-signature' },
        { code: 'confirm-with-operator', params: { axis: 'customer' } },
      ],
    });
  });

  it('is unknown where nothing is known of it', () => {
    expect(signedRemotely('in-force')).toMatchObject({
      value: 'unknown',
      support: 'none',
      evidence: [],
    });
  });

  it('is neither made possible nor ruled out by a bill', () => {
    expect(signedRemotely('bill', claim('law-remote', [needsSignature]))?.value).toBe('unknown');
    const forbids = claim('law-remote', [finding('customer', 'no')]);
    expect(signedRemotely('bill', forbids)?.value).toBe('unknown');
  });
});

/** The customer axis of a family with these rules of law besides the usual ones. */
function customer(members: number, children: number, ...extra: ReturnType<typeof laws>) {
  const built = householdFromParameters({ regionId: 'RU-MOW', members, children });
  if ('problems' in built) throw new Error('the household cannot be');
  const facts = dataset([operator('alpha')], { laws: [...laws(), ...extra] });
  const [alpha] = createAssessor(facts, []).assess(built.household, { asOf }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'customer');
}

const consent = {
  id: 'consent',
  title: words,
  summary: words,
  status: 'in-force' as const,
  rules: [{ kind: 'parent-consent' as const, upToYears: 17, claimIds: ['law-consent'] }],
  claims: [claim('law-consent', [])],
};

describe('a teenager of 14 to 17', () => {
  it('signs with a parent’s consent, by the law that asks for it', () => {
    const answer = customer(3, 0, consent);
    expect(answer).toMatchObject({ value: 'partial', support: 'stated' });
    expect(answer?.method).toBe('stated');
    expect(answer?.conditions).toContainEqual({
      code: 'parent-consents',
      params: { memberIds: ['teen-1'] },
    });
    expect(answer?.evidence.map(({ claimId }) => claimId)).toContain('law-consent');
  });

  it('signs with it by a named assumption where no law in the data asks for it', () => {
    expect(customer(3, 0)).toMatchObject({
      value: 'partial',
      method: 'assumed',
      reason: { code: 'consent-needed', params: { memberIds: ['teen-1'] } },
    });
  });

  it('is nobody’s condition in a family of adults', () => {
    expect(customer(2, 0, consent)).toMatchObject({ value: 'yes', conditions: [] });
  });
});

describe('the law on children’s numbers', () => {
  const childNumbers = (status: 'signed-date-unknown' | 'bill', signedOn?: string) => ({
    id: 'child-numbers',
    title: words,
    summary: words,
    status,
    ...(signedOn !== undefined && { signedOn }),
    claims: [claim('law-children', [], { validFrom: '2026-06-26' })],
  });
  const condition = { code: 'child-number-law', params: { lawId: 'child-numbers' } };

  it('is a condition of a family with a child once it is signed', () => {
    const signed = childNumbers('signed-date-unknown', '2026-06-26');
    expect(customer(3, 1, signed)?.conditions).toContainEqual(condition);
    expect(customer(2, 0, signed)?.conditions).toEqual([]);
  });

  it('is one as well where no source tells on which day it was signed', () => {
    expect(customer(3, 1, childNumbers('signed-date-unknown'))?.conditions).toContainEqual(
      condition,
    );
  });

  it('makes possible what else were a plain yes: an adult holds the number of a teenager', () => {
    const built = householdFromParameters({ regionId: 'RU-MOW', members: 3 });
    if ('problems' in built) throw new Error('the household cannot be');
    const { household } = built;
    const lines = household.lines.map((line) => ({ ...line, holderId: 'adult-1' }));
    const asked = (...extra: ReturnType<typeof laws>) => {
      const facts = dataset([operator('alpha')], { laws: [...laws(), ...extra] });
      const [alpha] = createAssessor(facts, []).assess({ ...household, lines }, { asOf }).operators;
      return alpha?.axes.find(({ axis }) => axis === 'customer');
    };
    expect(asked()).toMatchObject({ value: 'yes', conditions: [] });
    const signed = childNumbers('signed-date-unknown', '2026-06-26');
    expect(asked(signed)).toMatchObject({ value: 'partial', conditions: [condition] });
  });

  it('leaves unknown what is unknown', () => {
    const signed = childNumbers('signed-date-unknown', '2026-06-26');
    const family = householdFromParameters({ regionId: 'RU-MOW', members: 2, children: 1 });
    if ('problems' in family) throw new Error('the household cannot be');
    const asked = (given: ReturnType<typeof laws>) => {
      const facts = dataset([operator('alpha')], { laws: [...given, signed] });
      const [alpha] = createAssessor(facts, []).assess(family.household, { asOf }).operators;
      return alpha?.axes.find(({ axis }) => axis === 'customer');
    };
    const ageless = laws().filter(({ id }) => id !== 'age');
    expect(asked(ageless)).toMatchObject({ value: 'unknown' });
    expect(asked(laws())).toMatchObject({ value: 'partial' });
  });

  it('is none while it is a bill, or before the day on which it was signed', () => {
    expect(customer(3, 1, childNumbers('bill'))?.conditions).not.toContainEqual(condition);
    const later = childNumbers('signed-date-unknown', '2026-12-01');
    expect(customer(3, 1, later)?.conditions).not.toContainEqual(condition);
  });
});

describe('a law that is for foreign citizens', () => {
  it('does not decide for a family of Russian citizens', () => {
    const ages = {
      id: 'ages',
      title: words,
      summary: words,
      status: 'in-force' as const,
      rules: (['russian', 'foreign'] as const).map((citizenship) => ({
        kind: 'minimum-age' as const,
        years: 14,
        citizenship,
        claimIds: [`law-${citizenship}`],
      })),
      claims: [claim('law-russian', []), claim('law-foreign', [])],
    };
    const built = householdFromParameters({ regionId: 'RU-MOW', members: 3, children: 1 });
    if ('problems' in built) throw new Error('the household cannot be');
    const facts = dataset([operator('alpha')], { laws: [ages] });
    const [alpha] = createAssessor(facts, []).assess(built.household, { asOf }).operators;
    const evidence = alpha?.axes.find(({ axis }) => axis === 'customer')?.evidence ?? [];
    expect(evidence.map(({ claimId }) => claimId)).toEqual(['law-russian']);
  });

  it('sets no age for them, whichever is written first', () => {
    const age = (citizenship: 'russian' | 'foreign', years: number) => ({
      kind: 'minimum-age' as const,
      years,
      citizenship,
      claimIds: ['law-ages'],
    });
    const built = householdFromParameters({ regionId: 'RU-MOW', members: 3 });
    if ('problems' in built) throw new Error('the household cannot be');
    const valueWith = (...rules: ReturnType<typeof age>[]) => {
      const words = { ru: 'ages', en: 'ages', zh: 'ages' };
      const ages = {
        ...{ id: 'ages', title: words, summary: words, status: 'in-force' as const },
        ...{ rules, claims: [claim('law-ages', [])] },
      };
      const facts = dataset([operator('alpha')], { laws: [ages] });
      const [alpha] = createAssessor(facts, []).assess(built.household, { asOf }).operators;
      return alpha?.axes.find(({ axis }) => axis === 'customer')?.value;
    };
    expect(valueWith(age('foreign', 18), age('russian', 14))).toBe('partial');
    expect(valueWith(age('foreign', 14), age('russian', 18))).toBe('no');
  });
});

describe('those who sign in an office', () => {
  const foreigner = (signing: 'any' | 'remote', day = asOf) => {
    const built = householdFromParameters({ regionId: 'RU-MOW', members: 1, foreign: 1 });
    if ('problems' in built) throw new Error('the household cannot be');
    const facts = dataset([operator('alpha')]);
    const household = { ...built.household, signing };
    const [alpha] = createAssessor(facts, []).assess(household, { asOf: day }).operators;
    return alpha?.axes.find(({ axis }) => axis === 'customer');
  };

  it('can where they may visit it, and cannot from afar', () => {
    expect(foreigner('any')).toMatchObject({
      value: 'partial',
      reason: { code: 'visit-needed' },
      conditions: [
        { code: 'visit-office' },
        { code: 'foreign-documents' },
        { code: 'declare-imei' },
      ],
    });
    expect(foreigner('remote')).toMatchObject({
      value: 'no',
      reason: { code: 'remote-not-possible' },
    });
  });

  it('did not have to before the rule began', () => {
    expect(foreigner('any', '2024-12-31')).toMatchObject({
      value: 'yes',
      conditions: [],
    });
  });
});

describe('a law that forbids signing from afar', () => {
  it('is a no, and says for whom', () => {
    const forbids = claim('law-remote', [finding('customer', 'no')]);
    expect(signedRemotely('in-force', forbids)).toMatchObject({
      value: 'no',
      reason: { code: 'remote-not-possible', params: {} },
      evidence: [{ claimId: 'law-remote' }],
    });
  });
});
