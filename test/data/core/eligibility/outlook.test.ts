import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import { addDays } from '../../../../data/core/schema/dates.ts';
import {
  claim,
  dataset,
  finding,
  laws,
  operator,
  plan,
} from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';

/** An operator whose eSIM ends on a day. */
const endingOn = (day: string) =>
  operator('alpha', {
    claims: [
      claim('present', [finding('presence', 'yes')]),
      claim('esim-sold', [finding('esim', 'yes')], { validTo: day }),
      claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
    ],
  });

const changesOf = (day: string, from = asOf) => {
  const { assessRegion } = createAssessor(dataset([endingOn(day)]), []);
  return assessRegion('RU-MOW', { asOf: from }).operators[0]?.changesOn;
};

describe('the days on which an answer will change', () => {
  it('are told up to the horizon of 730 days, its last day among them', () => {
    expect(changesOf(addDays(asOf, 730))).toEqual([{ on: addDays(asOf, 730), verdict: 'unknown' }]);
    expect(changesOf(addDays(asOf, 731))).toEqual([]);
  });

  it('begin tomorrow: what changes today has changed', () => {
    expect(changesOf(addDays(asOf, 1))).toHaveLength(1);
    expect(changesOf(asOf)).toEqual([]);
  });
});

describe('the days on which laws and an operator change an answer', () => {
  it('are told in order, whoever they come from', () => {
    // From January to March the law lets nobody hold as many numbers as this family's payer does.
    const strict = {
      id: 'strict',
      title: { ru: 'x', en: 'x', zh: 'x' },
      summary: { ru: 'x', en: 'x', zh: 'x' },
      status: 'in-force' as const,
      rules: [
        {
          kind: 'number-cap' as const,
          citizenship: 'russian' as const,
          limit: 4,
          validFrom: '2027-01-01',
          validTo: '2027-04-01',
          claimIds: ['law-strict'],
        },
      ],
      claims: [claim('law-strict', [])],
    };
    const facts = dataset([endingOn('2027-06-01')], { laws: [...laws(), strict] });
    const family = defaultHousehold('RU-MOW');
    const members = family.members.map((member) => ({ ...member, otherNumbers: 9 }));
    const { operators } = createAssessor(facts, []).assess({ ...family, members }, { asOf });
    expect(operators[0]?.changesOn).toEqual([
      { on: '2027-01-01', verdict: 'no' },
      { on: '2027-04-01', verdict: 'partial' },
      { on: '2027-06-01', verdict: 'unknown' },
    ]);
  });
});

describe('an open question', () => {
  const question = (
    id: string,
    planId?: string,
    regionIds: 'RU' | string[] = 'RU',
    status: 'not-found' | 'answered' = 'not-found',
  ) => ({
    id,
    question: { ru: id, en: id, zh: id },
    axes: ['sharedPlan' as const],
    regionIds,
    ...(planId !== undefined && { planId }),
    status,
    lookedOn: '2026-11-01',
  });
  const asked = (...openQuestions: ReturnType<typeof question>[]) => {
    const written = operator('alpha', {
      plans: [plan({ id: 'family' }), plan({ id: 'other', status: 'closed' })],
      claims: [claim('present', [finding('presence', 'yes')]), claim('plan-open', [])],
      openQuestions,
    });
    const { assessRegion } = createAssessor(dataset([written]), []);
    const [alpha] = assessRegion('RU-MOW', { asOf }).operators;
    return alpha?.axes.find(({ axis }) => axis === 'sharedPlan')?.openQuestionIds;
  };

  it('explains an unknown of its plan, or of any where it names none, and not that of another', () => {
    expect(asked(question('of-it', 'family'), question('of-all'))).toEqual(['of-it', 'of-all']);
    expect(asked(question('of-another', 'other'))).toEqual([]);
  });

  it('is told of each contract region, once', () => {
    const written = operator('alpha', {
      claims: [claim('present', [finding('presence', 'yes')]), claim('plan-open', [])],
      openQuestions: [
        question('of-moscow', 'family', ['RU-MOW']),
        question('of-tatarstan', 'family', ['RU-TA']),
        question('of-all'),
      ],
    });
    const family = defaultHousehold('RU-MOW');
    const lines = family.lines.map((line) =>
      line.payer ? line : { ...line, contractRegionId: 'RU-TA' },
    );
    const { assess } = createAssessor(dataset([written]), []);
    const [alpha] = assess({ ...family, lines }, { asOf }).operators;
    expect(alpha?.axes.find(({ axis }) => axis === 'sharedPlan')?.openQuestionIds).toEqual([
      'of-moscow',
      'of-all',
      'of-tatarstan',
    ]);
  });

  it('explains nothing in other regions, nor once it is answered', () => {
    expect(asked(question('elsewhere', 'family', ['RU-TA']))).toEqual([]);
    expect(asked(question('answered', 'family', 'RU', 'answered'))).toEqual([]);
  });
});

describe('the plan that an answer is about', () => {
  it('is not swapped because of a device that is unknown for all plans', () => {
    const written = operator('alpha', {
      plans: [
        plan({ id: 'sold', claimIds: ['sold'], lineLimit: undefined }),
        plan({ id: 'rumoured', claimIds: ['rumoured'] }),
      ],
      claims: [
        claim('present', [finding('presence', 'yes')]),
        claim('esim-sold', [finding('esim', 'yes')]),
        claim('sold', [finding('sharedPlan', 'yes', { planId: 'sold' })]),
        claim('rumoured', [finding('sharedPlan', 'yes', { planId: 'rumoured' })], {
          sourceIds: ['secondary-undated'],
        }),
        claim('plan-open', []),
      ],
    });
    const { assess } = createAssessor(dataset([written]), []);
    const member = (id: string) => ({
      id,
      ageBand: 'adult' as const,
      citizenship: 'russian' as const,
      otherNumbers: 0,
    });
    const line = (memberId: string, deviceKind: 'phone' | 'watch', index: number) => ({
      id: `${memberId}-${deviceKind}`,
      memberId,
      payer: index === 0,
      contractRegionId: 'RU-MOW',
      operatorId: 'any',
      deviceKind,
      deviceModelId: 'unknown',
      deviceVariantId: 'unknown',
    });
    const lines = ['a', 'b'].map((id, index) => line(id, 'phone', index));
    const family = { members: ['a', 'b'].map(member), signing: 'any' as const };
    const phones = assess({ ...family, lines }, { asOf }).operators[0];
    const watches = ['a', 'b'].map((id) => line(id, 'watch', 1));
    const withWatches = assess({ ...family, lines: [...lines, ...watches] }, { asOf }).operators[0];
    expect(phones?.planId).toBe('sold');
    expect(withWatches).toMatchObject({ planId: 'sold', verdict: 'unknown' });
    expect(withWatches?.lineGroups[0]).toMatchObject({ kind: 'phone', verdict: 'partial' });
  });
});
