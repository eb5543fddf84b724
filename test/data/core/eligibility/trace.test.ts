import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../data/core/eligibility/household.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

/** The trace for a couple in Moscow at an operator. */
function traceOf(written: ReturnType<typeof operator>) {
  const built = householdFromParameters({ regionId: 'RU-MOW', members: 2 });
  if ('problems' in built) throw new Error('the household cannot be');
  const { assess } = createAssessor(dataset([written]), []);
  const [answer] = assess(built.household, { asOf, trace: true }).operators;
  if (answer?.trace === undefined) throw new Error('there is no trace');
  return { answer, trace: answer.trace };
}

describe('the steps of a trace', () => {
  it('name for each axis its claims by what they did, its conditions and its open questions', () => {
    const { trace } = traceOf(
      operator('alpha', {
        claims: [
          claim('present', [finding('presence', 'yes')]),
          claim('esim-yes', [finding('esim', 'yes')]),
          claim('esim-no', [finding('esim', 'no')], { sourceIds: ['secondary'] }),
          claim('plan-open', []),
        ],
        openQuestions: [
          {
            id: 'sold-here',
            question: { ru: 'x', en: 'x', zh: 'x' },
            axes: ['sharedPlan'],
            regionIds: 'RU',
            status: 'not-found',
            lookedOn: '2026-11-01',
          },
        ],
      }),
    );
    const step = (axis: string) => trace.find((one) => one.axis === axis);
    expect(step('presence')).toEqual({
      rule: 'claims-decide',
      axis: 'presence',
      value: 'yes',
      support: 'stated',
      planId: 'family',
      claimIds: ['present'],
      detail: { decisive: ['present'] },
    });
    expect(step('esim')).toMatchObject({
      rule: 'contradiction-resolved',
      claimIds: ['esim-yes', 'esim-no'],
      detail: { decisive: ['esim-yes'], contradicting: ['esim-no'] },
    });
    expect(step('sharedPlan')).toMatchObject({
      value: 'unknown',
      support: 'none',
      claimIds: [],
      detail: { openQuestions: ['sold-here'] },
    });
    expect(step('device')).toEqual({
      rule: 'device-unknown',
      axis: 'device',
      value: 'partial',
      planId: 'family',
      claimIds: [],
      detail: { lineId: 'adult-1-phone', conditions: ['check-eid'] },
    });
    expect(step('sameRegion')).toEqual({
      rule: 'one-region',
      axis: 'sameRegion',
      value: 'yes',
      planId: 'family',
      claimIds: [],
    });
  });

  it('end with the weakest axes of each plan, and with the plan that was chosen', () => {
    const { answer, trace } = traceOf(
      operator('alpha', {
        plans: [plan(), plan({ id: 'lesser' })],
        claims: [
          claim('present', [finding('presence', 'yes')]),
          claim('esim-sold', [finding('esim', 'yes')]),
          claim('plan-open', [
            finding('sharedPlan', 'yes', { planId: 'family' }),
            finding('sharedPlan', 'no', { planId: 'lesser' }),
          ]),
          claim('esim-in-plan', [finding('formFactor', 'yes')]),
        ],
      }),
    );
    const ends = trace.filter(({ axis }) => axis === undefined);
    expect(ends).toEqual([
      {
        rule: 'minimum-of-axes',
        planId: 'family',
        value: 'partial',
        support: answer.support,
        detail: { axes: ['device'] },
      },
      {
        rule: 'minimum-of-axes',
        planId: 'lesser',
        value: 'no',
        support: 'stated',
        detail: { axes: ['sharedPlan'] },
      },
      { rule: 'best-of-plans', planId: 'family', value: 'partial', support: answer.support },
    ]);
  });

  it('are those of no plan where an operator has none', () => {
    const { trace } = traceOf(operator('alpha', { plans: [], claims: [] }));
    expect(trace.length).toBeGreaterThan(3);
    for (const step of trace) expect(step).not.toHaveProperty('planId');
  });
});
