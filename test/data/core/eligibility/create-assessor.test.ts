import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import { Assessment, RegionSummary } from '../../../../data/core/schema/assessment.ts';
import { claim, dataset, finding, operator } from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

describe('an assessor', () => {
  it('calls the default household partial where all is well but its phones are not named and a teenager signs', () => {
    const { assessRegion } = createAssessor(dataset([operator('alpha')]), []);
    const assessment = Assessment.parse(assessRegion('RU-MOW', { asOf }));
    const [alpha] = assessment.operators;
    expect(assessment.verdict).toBe('partial');
    expect(alpha).toMatchObject({ verdict: 'partial', support: 'stated', planSupport: 'stated' });
    expect(alpha?.axes.filter((axis) => axis.value !== 'yes').map(({ axis }) => axis)).toEqual([
      'customer',
      'device',
    ]);
    expect(alpha?.conditions).toEqual([
      { code: 'parent-consents', params: { memberIds: ['teen-1'] } },
      {
        code: 'check-eid',
        params: { lineIds: ['adult-1-phone', 'adult-2-phone', 'teen-1-phone'] },
      },
    ]);
  });

  it('says unknown, not no, of an operator without any claim', () => {
    const { assessRegion } = createAssessor(
      dataset([operator('alpha', { claims: [], plans: [] })]),
      [],
    );
    expect(assessRegion('RU-MOW', { asOf }).verdict).toBe('unknown');
  });

  it('lets one certain no outweigh everything else', () => {
    const absent = claim('absent', [finding('presence', 'no')]);
    const { assessRegion } = createAssessor(
      dataset([operator('alpha', { claims: [absent], plans: [] })]),
      [],
    );
    expect(assessRegion('RU-MOW', { asOf }).verdict).toBe('no');
  });

  it('puts the better verdict first, then the operator with more numbers in the region', () => {
    const counts = { beta: { 'RU-MOW': 10 }, alpha: { 'RU-MOW': 5 } };
    const numbering = { registerDate: asOf, sourceId: 'register', counts };
    const { summariseRegion } = createAssessor(
      dataset([operator('empty', { claims: [], plans: [] }), operator('alpha'), operator('beta')], {
        numbering,
      }),
      [],
    );
    const summary = RegionSummary.parse(summariseRegion('RU-MOW', asOf));
    expect(summary.bestOperatorIds).toEqual(['beta', 'alpha']);
    expect(summary.operatorVerdicts).toEqual({
      beta: 'partial',
      alpha: 'partial',
      empty: 'unknown',
    });
  });

  it('sums up a region with what its first operator’s answer rests on', () => {
    const told = claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })], {
      sourceIds: ['press'],
    });
    const claims = [...(operator('alpha').claims ?? []).filter(({ id }) => id !== told.id), told];
    const { summariseRegion } = createAssessor(
      dataset([operator('empty', { claims: [], plans: [] }), operator('alpha', { claims })]),
      [],
    );
    expect(summariseRegion('RU-MOW', asOf)).toMatchObject({
      verdict: 'partial',
      planSupport: 'countrywide',
      confidence: 'press',
    });
  });

  it('has no verdict for a region in which it knows no operator', () => {
    const { summariseRegion, assessRegion } = createAssessor(dataset([]), []);
    const summary = RegionSummary.parse(summariseRegion('RU-MOW', asOf));
    expect(summary).toMatchObject({ verdict: 'unknown', planSupport: 'none', bestOperatorIds: [] });
    expect(assessRegion('RU-MOW', { asOf })).toMatchObject({ verdict: 'unknown', lineGroups: [] });
  });

  it('leaves out what would change the verdict where nobody asks for it', () => {
    const { assessRegion } = createAssessor(dataset([operator('alpha', { plans: [] })]), []);
    const [alpha] = assessRegion('RU-MOW', { asOf, outlook: false }).operators;
    expect(alpha).toMatchObject({ changes: [], changesOn: [] });
    expect(assessRegion('RU-MOW', { asOf, outlook: false }).changes).toEqual([]);
  });

  it('says of each operator the same whichever way it is asked', () => {
    const facts = dataset([operator('alpha'), operator('empty', { claims: [], plans: [] })]);
    const options = { asOf, outlook: false };
    const asked = createAssessor(facts, []).assessRegion('RU-MOW', options).operators;
    const told = createAssessor(facts, []).assessOperators('RU-MOW', asOf);
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining([...asked]));
    const { assess, assessing } = createAssessor(facts, []);
    const household = defaultHousehold('RU-MOW');
    const steps = assessing(household, { asOf });
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toEqual(assess(household, { asOf }));
    expect(() => createAssessor(facts, []).assessOperators('RU-XX', asOf)).toThrow(
      'the dataset has no region RU-XX',
    );
  });

  it('never assesses machine operators or those that are gone', () => {
    const { assessRegion } = createAssessor(
      dataset([
        operator('alpha'),
        operator('meters', { market: 'machine' }),
        operator('gone', { retiredOn: '2026-01-01' }),
      ]),
      [],
    );
    const ids = assessRegion('RU-MOW', { asOf }).operators.map(({ operatorId }) => operatorId);
    expect(ids).toEqual(['alpha']);
  });

  it('refuses a region or an operator that the dataset does not have, and names it', () => {
    const { assessRegion } = createAssessor(dataset([operator('alpha')]), []);
    expect(() => assessRegion('RU-XX', { asOf })).toThrow('the dataset has no region RU-XX');
    expect(() => assessRegion('RU-MOW', { asOf, operatorId: 'omega' })).toThrow(
      'the dataset has no operator omega',
    );
  });
});
