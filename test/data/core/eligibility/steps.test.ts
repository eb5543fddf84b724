import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import {
  claim,
  dataset,
  finding,
  laws,
  operator,
  plan,
} from '../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
const MANAGE = { channels: ['app' as const], claimIds: ['managed-in-app'] };

function stepsWith(manage: typeof MANAGE | undefined, rest: Partial<Household> = {}) {
  const written = operator('alpha', {
    plans: [plan(manage === undefined ? {} : { manage })],
    claims: [
      claim('present', [finding('presence', 'yes')]),
      claim('esim-sold', [
        finding('esim', 'partial', { conditions: [{ code: 'issue-channel-unknown' }] }),
      ]),
      claim('plan-open', [finding('sharedPlan', 'yes', { planId: 'family' })]),
      claim('managed-in-app', []),
    ],
  });
  const household = { ...defaultHousehold('RU-MOW'), ...rest };
  const { operators } = createAssessor(dataset([written]), []).assess(household, { asOf });
  return operators[0]?.steps ?? [];
}

describe('the steps to a shared plan', () => {
  it('name a claim only where it states the step: where the group is managed', () => {
    const cited = stepsWith(MANAGE).filter(({ claimIds }) => claimIds.length > 0);
    expect(cited.map(({ code, claimIds }) => [code, claimIds])).toEqual([
      ['open-group', ['managed-in-app']],
    ]);
  });

  it('are advice without a source where no claim tells how the group is managed', () => {
    const steps = stepsWith(undefined);
    expect(steps.map(({ code }) => code)).toContain('open-group');
    expect(steps.flatMap(({ claimIds }) => claimIds)).toEqual([]);
  });

  it('do not send to a shop because no channel was found', () => {
    const channels = (steps: ReturnType<typeof stepsWith>) =>
      steps.find(({ code }) => code === 'go-to-channel')?.params?.channels;
    expect(channels(stepsWith(undefined))).toBeUndefined();
    expect(channels(stepsWith(undefined, { signing: 'in-person' }))).toEqual(['shop']);
  });
});

describe('the step that asks the operator', () => {
  const codes = (terms: Parameters<typeof plan>[0]) => {
    const written = operator('alpha', {
      plans: [plan(terms)],
      claims: [
        ...(operator('alpha').claims ?? []),
        claim('rumoured', [], { sourceIds: ['secondary-undated'] }),
      ],
    });
    const { assess } = createAssessor(dataset([written]), []);
    const [first] = assess(defaultHousehold('RU-MOW'), { asOf }).operators;
    return first?.steps.map(({ code }) => code);
  };

  it('is not there where the terms are known', () => {
    expect(codes({})).not.toContain('confirm-plan-terms');
  });

  it.each([
    ['whether it can still be had', { status: 'unknown' as const }],
    ['its terms', { model: 'unknown' as const }],
    ['how many lines it takes', { lineLimit: undefined }],
    [
      'for which tariffs it takes as many',
      { lineLimit: { min: 2, max: 6, claimIds: ['plan-open'] } },
    ],
    ['what it shares', { modelClaimIds: ['rumoured'] }],
  ])('comes first where nobody knows of the plan %s', (_, terms) => {
    expect(codes(terms)?.[0]).toBe('confirm-plan-terms');
  });
});

describe('the steps of inviting others', () => {
  it('are not there for one number', () => {
    const { members, lines } = defaultHousehold('RU-MOW');
    const alone = { members: members.slice(0, 1), lines: lines.slice(0, 1) };
    const codes = (household: Partial<Household>) =>
      stepsWith(undefined, household).map(({ code }) => code);
    expect(codes({})).toEqual(expect.arrayContaining(['invite-members', 'members-accept']));
    expect(codes(alone)).not.toContain('invite-members');
  });
});

describe('the sources of a step that a law asks for', () => {
  const words = (id: string) => ({ ru: id, en: id, zh: id });
  const law = (id: string, rules: ReturnType<typeof laws>[number]['rules'] = []) => ({
    ...{ id, title: words(id), summary: words(id), status: 'in-force' as const },
    ...{ rules, claims: [claim(`law-${id}`, [])] },
  });
  const assessed = (household: Household, ...extra: ReturnType<typeof law>[]) =>
    createAssessor(dataset([operator('alpha')], { laws: [...laws(), ...extra] }), []).assess(
      household,
      { asOf },
    );
  const family = defaultHousehold('RU-MOW');

  it('are those of the rule on a parent’s consent, where the data have it', () => {
    const rules = [{ kind: 'parent-consent' as const, upToYears: 17, claimIds: ['law-consent'] }];
    const sources = (...extra: ReturnType<typeof law>[]) =>
      assessed(family, ...extra).steps.find(({ code }) => code === 'prepare-parent-consent')
        ?.claimIds;
    expect(sources()).toEqual([]);
    expect(sources(law('consent', rules))).toEqual(['law-consent']);
  });

  it('are those of the law on taking a number along, as they hold on the day, and of no other', () => {
    const lines = family.lines.map((line) => ({ ...line, operatorId: 'gamma' }));
    const portability = law('portability');
    const over = claim('no-more', [], { validTo: '2026-01-01' });
    const { operators } = assessed(
      { ...family, lines },
      { ...portability, claims: [...portability.claims, over] },
      law('other'),
    );
    const taken = operators[0]?.steps.filter(({ code }) => code === 'take-number-along');
    expect(taken?.map(({ claimIds }) => claimIds)).toEqual([['law-portability']]);
  });
});

describe('the step that keeps a spare number in use', () => {
  const rule = (id: string, idle?: { claimIds: string[] }) => ({
    id,
    kind: 'cooling' as const,
    title: { ru: id, en: id, zh: id },
    advice: { ru: id, en: id, zh: id },
    regionIds: 'RU' as const,
    from: '2025-11',
    claims: [claim(`${id}-pause`, []), claim(`${id}-idle`, [])],
    ...(idle && { idle }),
  });

  it('names the claims on idle numbers, not those on foreign SIM cards', () => {
    const restrictions = [rule('foreign'), rule('russian', { claimIds: ['russian-idle'] })];
    const { steps } = createAssessor(dataset([operator('alpha')], { restrictions }), []).assess(
      defaultHousehold('RU-MOW'),
      { asOf },
    );
    const [kept] = steps.filter(({ code }) => code === 'keep-spare-line-active');
    expect(kept?.claimIds).toEqual(['russian-idle']);
  });
});
