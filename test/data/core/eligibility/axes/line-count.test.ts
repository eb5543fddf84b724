import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../../data/core/eligibility/household.ts';
import { dataset, operator, plan } from '../../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

/** The question of numbers for so many adults, where the source takes five and does not say whether the payer is one. */
function ofFamily(members: number) {
  const lineLimit = {
    min: 5,
    max: 6,
    payerCounted: 'unclear' as const,
    claimIds: ['plan-open'],
  };
  const written = operator('alpha', { plans: [plan({ lineLimit })] });
  const { assess } = createAssessor(dataset([written]), []);
  const built = householdFromParameters({ regionId: 'RU-MOW', members });
  if ('problems' in built) throw new Error('the household cannot be');
  const [assessed] = assess(built.household, { asOf }).operators;
  return assessed?.axes.find(({ axis }) => axis === 'lineCount');
}

describe('a limit that may or may not count the payer', () => {
  it('takes as many lines as it takes in either case', () => {
    expect(ofFamily(5)).toMatchObject({ value: 'yes', conditions: [] });
  });

  it('asks about the one line that it takes only if the payer is not counted', () => {
    expect(ofFamily(6)).toMatchObject({
      value: 'partial',
      conditions: [{ code: 'payer-may-count', params: { minLines: 5, maxLines: 6 } }],
    });
  });

  it('takes no more than that', () => {
    expect(ofFamily(7)?.value).toBe('no');
  });
});
