import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import { claim, dataset, finding, operator, plan } from '../../../fixtures/dataset-builder.ts';

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
