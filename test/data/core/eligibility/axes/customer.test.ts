import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../../data/core/eligibility/household.ts';
import { claim, dataset, finding, laws, operator } from '../../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
const words = { ru: 'remote', en: 'remote', zh: 'remote' };

/** How citizens who will not visit a shop can sign, where a bill is all that speaks of it. */
function signedRemotely(...claims: ReturnType<typeof claim>[]) {
  const bill = { id: 'remote', title: words, summary: words, status: 'bill' as const, claims };
  const facts = dataset([operator('alpha')], { laws: [...laws(), bill] });
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
  it('is possible on the condition that a claim on the law names, and cites it with its age and weight', () => {
    const told = claim('law-remote', [needsSignature], { sourceIds: ['secondary-undated'] });
    expect(signedRemotely(told)).toMatchObject({
      value: 'partial',
      conditions: [
        { code: 'remote-needs-signature' },
        { code: 'confirm-with-operator', params: { axis: 'customer' } },
      ],
      confidence: 'secondary',
      freshness: 'undated',
      evidence: [{ claimId: 'law-remote', role: 'decisive' }],
    });
  });

  it('is unknown where nothing is known of it', () => {
    expect(signedRemotely()).toMatchObject({ value: 'unknown', evidence: [] });
  });

  it('is not ruled out by a bill', () => {
    const forbids = claim('law-remote', [finding('customer', 'no')]);
    expect(signedRemotely(forbids)?.value).toBe('unknown');
  });
});
