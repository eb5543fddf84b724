import { describe, expect, it } from 'vitest';
import { bestOf, worstOf } from '../../../../data/core/eligibility/claims/combine.ts';
import { AXES } from '../../../../data/core/schema/axis.ts';
import { VERDICTS, type Verdict } from '../../../../data/core/schema/verdict.ts';

/** The published table for two axes, row by column: an oracle written by hand. */
const TABLE: Record<Verdict, Record<Verdict, Verdict>> = {
  no: { no: 'no', unknown: 'no', partial: 'no', yes: 'no' },
  unknown: { no: 'no', unknown: 'unknown', partial: 'unknown', yes: 'unknown' },
  partial: { no: 'no', unknown: 'unknown', partial: 'partial', yes: 'partial' },
  yes: { no: 'no', unknown: 'unknown', partial: 'partial', yes: 'yes' },
};

describe('combining axes', () => {
  it('agrees with the table on all 4^10 combinations of the ten axes', () => {
    const combination: Verdict[] = [];
    let wrong = 0;
    let seen = 0;
    const visit = (expected: Verdict) => {
      if (combination.length === AXES.length) {
        seen++;
        if (worstOf(combination) !== expected) wrong++;
        return;
      }
      for (const verdict of VERDICTS) {
        combination.push(verdict);
        visit(TABLE[expected][verdict]);
        combination.pop();
      }
    };
    visit('yes');
    expect(seen).toBe(4 ** AXES.length);
    expect(wrong).toBe(0);
  });

  it('takes the best plan or operator, and knows nothing where there is none', () => {
    expect(bestOf(['no', 'partial', 'unknown'])).toBe('partial');
    expect(bestOf(['no', 'unknown'])).toBe('unknown');
    expect(bestOf(['no'])).toBe('no');
    expect(bestOf([])).toBe('unknown');
  });
});
