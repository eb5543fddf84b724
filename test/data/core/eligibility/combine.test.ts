import { describe, expect, it } from 'vitest';
import { bestOf, worstOf } from '../../../../data/core/eligibility/claims/combine.ts';
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
