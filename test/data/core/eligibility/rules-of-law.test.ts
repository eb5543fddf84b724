import { describe, expect, it } from 'vitest';
import { indexClaims } from '../../../../data/core/eligibility/claims/claim-index.ts';
import { lawInForce } from '../../../../data/core/eligibility/claims/law-in-force.ts';
import { claim, dataset, finding, type laws } from '../../../fixtures/dataset-builder.ts';

type Law = ReturnType<typeof laws>[number];
const words = { ru: 'law', en: 'law', zh: 'law' };

/** A law in force, with one claim that makes no finding. */
const law = (id: string, rest: Partial<Law> = {}): Law => ({
  id,
  title: words,
  summary: words,
  status: 'in-force',
  rules: [],
  claims: [claim(`says-${id}`, [])],
  ...rest,
});

/** What holds on a day by these laws alone, for a reader of that day. */
function onDay(day: string, ...written: Law[]) {
  const facts = dataset([], { laws: written });
  return lawInForce(facts.laws, indexClaims(facts).lawClaims, { asOf: day, day });
}

const cap = (limit: number, rest: object = {}) => ({
  kind: 'number-cap' as const,
  citizenship: 'russian' as const,
  limit,
  claimIds: ['says-cap'],
  ...rest,
});

describe('the rules of a law', () => {
  it.each([
    ['in-force', 1],
    ['signed-not-in-force', 1],
    ['superseded', 1],
    ['signed-date-unknown', 0],
    ['bill', 0],
  ] as const)('bind where it is %s and they have a first day: %i', (status, count) => {
    const rules = [cap(2, { validFrom: '2026-01-01' })];
    expect(onDay('2026-11-23', law('cap', { status, rules })).numberCaps).toHaveLength(count);
  });

  it('rest on all claims behind them where they name a first day, and on those of the moment where they do not', () => {
    const claims = [claim('says-cap', [], { validTo: '2026-06-01' }), claim('says-still', [])];
    const claimIds = claims.map(({ id }) => id);
    const restsOn = (rule: object) =>
      onDay(
        '2026-11-23',
        law('cap', { rules: [cap(2, { claimIds, ...rule })], claims }),
      ).numberCaps.flatMap(({ evidence }) => evidence.map(({ claimId }) => claimId));
    expect(restsOn({ validFrom: '2026-01-01' })).toEqual(['says-cap', 'says-still']);
    expect(restsOn({})).toEqual(['says-still']);
  });

  it('begin later by the first of those that are of the kind and for the people, from the next day on', () => {
    const rules = [
      cap(9, { validFrom: '2026-12-20' }),
      cap(8, { validFrom: '2026-12-10' }),
      cap(7, { validFrom: '2026-11-23' }),
      cap(6, { validFrom: '2026-12-01', citizenship: 'foreign' }),
      { kind: 'minimum-age' as const, years: 14, claimIds: ['says-cap'], validFrom: '2026-11-30' },
    ];
    const { beginsLater } = onDay('2026-11-23', law('cap', { rules }));
    expect(beginsLater('number-cap', 'russian')).toBe('2026-12-10');
    expect(beginsLater('number-cap', 'foreign')).toBe('2026-12-01');
    expect(beginsLater('minimum-age', 'russian')).toBe('2026-11-30');
    expect(beginsLater('parent-consent', 'russian')).toBeUndefined();
    const undated = onDay('2026-11-23', law('cap', { rules: [cap(2)] }));
    expect(undated.beginsLater('number-cap', 'russian')).toBeUndefined();
    const begun = onDay('2026-12-20', law('cap', { rules }));
    expect(begun.beginsLater('number-cap', 'russian')).toBeUndefined();
  });

  it('on the lowest age tell from when their own claims speak, not those of other rules', () => {
    const age = { kind: 'minimum-age' as const, years: 14, claimIds: ['says-age'] };
    const { noMinimumAge, minimumAges } = onDay(
      '2026-11-23',
      law('age', {
        rules: [age, cap(2)],
        claims: [
          claim('says-age', [], { validFrom: '2027-03-01' }),
          claim('says-cap', [], { validFrom: '2027-01-01' }),
        ],
      }),
    );
    expect(minimumAges).toEqual([]);
    expect(noMinimumAge.reason).toEqual({
      code: 'only-later-claims',
      params: { from: '2027-03-01' },
    });
  });
});

describe('what laws say of signing without a visit', () => {
  const allowed = claim('says-remote', [finding('customer', 'yes'), finding('presence', 'no')]);
  const foundBy = (day: string, rest: Partial<Law>, people: 'russian' | 'foreign' = 'russian') =>
    onDay(day, law('remote', { claims: [allowed], ...rest }))
      .signing(people)
      .map(({ value }) => value);

  it('is what their claims find on customers, and on nothing else', () => {
    expect(foundBy('2026-11-23', {})).toEqual(['yes']);
  });

  it('counts from the day on which the law begins', () => {
    const signed = { status: 'signed-not-in-force', inForceFrom: '2026-12-01' } as const;
    expect(foundBy('2026-11-30', signed)).toEqual([]);
    expect(foundBy('2026-12-01', signed)).toEqual(['yes']);
    expect(foundBy('2026-12-02', signed)).toEqual(['yes']);
    expect(foundBy('2026-12-02', { status: 'signed-not-in-force' })).toEqual([]);
    expect(foundBy('2026-11-30', { inForceFrom: '2026-12-01' })).toEqual([]);
    expect(foundBy('2026-12-02', { status: 'bill' })).toEqual([]);
  });

  it('counts for those whom a rule of the law is for, and for all where it has none', () => {
    const foreign = {
      kind: 'in-person-only' as const,
      citizenship: 'foreign' as const,
      documents: ['passport' as const],
      declareImei: true,
      claimIds: ['says-remote'],
      validFrom: '2025-01-01',
    };
    expect(foundBy('2026-11-23', { rules: [foreign] })).toEqual([]);
    expect(foundBy('2026-11-23', { rules: [foreign] }, 'foreign')).toEqual(['yes']);
    const both = [foreign, cap(2, { claimIds: ['says-remote'] })];
    expect(foundBy('2026-11-23', { rules: both })).toEqual(['yes']);
    expect(foundBy('2026-11-23', { rules: both }, 'foreign')).toEqual(['yes']);
  });
});

describe('the law on children’s numbers', () => {
  const claimed = (validFrom?: string) =>
    claim('says-child', [], validFrom === undefined ? {} : { validFrom });
  const found = (rest: Partial<Law>, day = '2026-11-23') =>
    onDay(day, law('child-numbers', { claims: [claimed()], ...rest })).childNumbers;

  it.each([
    ['in-force', true],
    ['signed-not-in-force', true],
    ['signed-date-unknown', true],
    ['bill', false],
    ['superseded', false],
  ] as const)('is one where it is %s: %s', (status, isOne) => {
    expect(found({ status }) !== undefined).toBe(isOne);
  });

  it('is shown by what was said since it was signed', () => {
    const signedOn = '2026-06-01';
    const evidence = (validFrom: string) =>
      found({ signedOn, claims: [claimed(validFrom)] })?.evidence.map(({ claimId }) => claimId);
    expect(evidence('2026-06-01')).toEqual(['says-child']);
    expect(evidence('2026-06-02')).toEqual(['says-child']);
    expect(evidence('2026-05-31')).toBeUndefined();
    expect(found({ signedOn, claims: [claimed()] })).toBeUndefined();
  });

  it('is none under another name', () => {
    expect(onDay('2026-11-23', law('numbers')).childNumbers).toBeUndefined();
  });
});
