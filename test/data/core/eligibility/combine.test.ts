import { describe, expect, it } from 'vitest';
import {
  bestOf,
  conditionKey,
  mergeConditions,
  type Outcome,
  requireAll,
  worstOf,
} from '../../../../data/core/eligibility/claims/combine.ts';
import { VERDICTS, type Verdict } from '../../../../data/core/schema/verdict.ts';

/** The published table for two axes, row by column: an oracle written by hand. */
const TABLE: Record<Verdict, Record<Verdict, Verdict>> = {
  no: { no: 'no', unknown: 'no', partial: 'no', yes: 'no' },
  unknown: { no: 'no', unknown: 'unknown', partial: 'unknown', yes: 'unknown' },
  partial: { no: 'no', unknown: 'unknown', partial: 'partial', yes: 'partial' },
  yes: { no: 'no', unknown: 'unknown', partial: 'partial', yes: 'yes' },
};

describe('combining axes', () => {
  it('agrees with the table on two axes, in a line of three, and of none says yes', () => {
    for (const one of VERDICTS) {
      for (const other of VERDICTS) {
        expect(worstOf([one, other])).toBe(TABLE[one][other]);
        for (const third of VERDICTS) {
          expect(worstOf([one, other, third])).toBe(TABLE[TABLE[one][other]][third]);
        }
      }
    }
    expect(worstOf([])).toBe('yes');
  });

  it('takes the best plan or operator, and knows nothing where there is none', () => {
    expect(bestOf(['no', 'partial', 'unknown'])).toBe('partial');
    expect(bestOf(['no', 'unknown'])).toBe('unknown');
    expect(bestOf(['no'])).toBe('no');
    expect(bestOf([])).toBe('unknown');
  });
});

describe('outcomes that all have to hold', () => {
  const outcome = (
    value: Verdict,
    claimId: string,
    rest: Partial<Outcome> = {},
    role: 'decisive' | 'lead' = 'decisive',
  ): Outcome => ({
    value,
    reason: { code: 'claims-decide', params: { by: claimId } },
    conditions: [],
    support: 'reported',
    confidence: 'press',
    openQuestionIds: [],
    evidence: [
      {
        claimId,
        role,
        method: 'stated',
        confidence: 'press',
        freshness: 'current',
        support: 'reported',
        checkedOn: '2026-11-23',
        checkDue: false,
        sourceIds: [],
        sourceUrls: [],
      },
    ],
    ...rest,
  });
  const roles = ({ evidence }: Outcome) =>
    Object.fromEntries(evidence.map(({ claimId, role }) => [claimId, role]));

  it('come to the reason of the worst, the weakest grounds and everything that each asks', () => {
    const all = requireAll([
      outcome('yes', 'a', { support: 'stated', confidence: 'official' }),
      outcome('partial', 'b', { conditions: [{ code: 'visit-office' }], openQuestionIds: ['q'] }),
      outcome('yes', 'c', { support: 'countrywide', conditions: [{ code: 'visit-office' }] }),
    ]);
    expect(all).toMatchObject({
      value: 'partial',
      reason: { params: { by: 'b' } },
      support: 'countrywide',
      confidence: 'press',
      conditions: [{ code: 'visit-office' }],
      openQuestionIds: ['q'],
    });
    expect(all.conditions).toHaveLength(1);
    expect(roles(all)).toEqual({ a: 'decisive', b: 'decisive', c: 'decisive' });
  });

  it('come to a no as well grounded as the best of those that say no, the others in support', () => {
    const all = requireAll([
      outcome('no', 'weak'),
      outcome('no', 'strong', { support: 'stated', confidence: 'official' }),
      outcome('yes', 'fine'),
      outcome('yes', 'hope', {}, 'lead'),
    ]);
    expect(all).toMatchObject({ value: 'no', support: 'stated', confidence: 'official' });
    expect(roles(all)).toEqual({
      weak: 'decisive',
      strong: 'decisive',
      fine: 'supporting',
      hope: 'lead',
    });
  });

  it('come to nothing that grounds an unknown, and to one of them as it is', () => {
    const one = outcome('partial', 'one');
    expect(requireAll([one])).toBe(one);
    const unknown = requireAll([one, outcome('unknown', 'gap', { support: 'lead' })]);
    expect(unknown).toMatchObject({ value: 'unknown', support: 'lead' });
    expect(unknown.confidence).toBeUndefined();
  });
});

describe('a condition', () => {
  it('is the same one whatever the order of its parameters', () => {
    const params = { axis: 'esim', planId: 'family', lineIds: ['a'] };
    const turned = { lineIds: ['a'], planId: 'family', axis: 'esim' };
    const code = 'confirm-with-operator' as const;
    expect(conditionKey({ code, params })).toBe(conditionKey({ code, params: turned }));
    expect(conditionKey({ code, params })).not.toBe(conditionKey({ code }));
    expect(mergeConditions([[{ code, params }], [{ code, params: turned }, { code }]])).toEqual([
      { code, params },
      { code },
    ]);
  });
});
