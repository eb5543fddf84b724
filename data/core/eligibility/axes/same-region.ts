import type { RegionId } from '../../schema/ids.ts';
import { requireAll } from '../claims/combine.ts';
import { type Candidate, decide, type Outcome, plainOutcome } from '../claims/decide.ts';
import {
  decideInRegion,
  decideTerm,
  type OperatorContext,
  openQuestionIds,
} from './axis-context.ts';

/**
 * Are all contract regions inside one tariff area of the operator? Lines of one region need no rule. Where they differ, the
 * operator's own areas come first, then the territories that the numbering register merges, on the condition of asking; where
 * neither joins them the plan's own rule decides, and without one the answer is unknown.
 */
export function assessSameRegion(context: OperatorContext): Outcome {
  const { regionIds, plan } = context;
  if (regionIds.length <= 1) return plainOutcome('yes', { code: 'one-region' });
  const joined = byArea(context) ?? byTerritory(context);
  if (joined !== undefined) return joined;
  const ruled = byPlan(context);
  if (ruled.value === 'no') {
    return { ...ruled, reason: { code: 'regions-differ', params: { regionIds: [...regionIds] } } };
  }
  if (ruled.value !== 'unknown') return ruled;
  return {
    ...ruled,
    reason: { code: 'region-rule-unknown', params: plan === undefined ? {} : { planId: plan.id } },
    openQuestionIds: [
      ...new Set(regionIds.flatMap((regionId) => openQuestionIds('sameRegion', context, regionId))),
    ],
  };
}

function joins(area: { regionIds: readonly RegionId[] }, regionIds: readonly RegionId[]): boolean {
  return regionIds.every((regionId) => area.regionIds.includes(regionId));
}

function byArea(context: OperatorContext): Outcome | undefined {
  const { regionIds, operator } = context;
  const area = operator.operator.tariffAreas.find((candidate) => joins(candidate, regionIds));
  if (area === undefined) return undefined;
  const outcome = requireAll(
    regionIds.map((regionId) =>
      decideTerm('sameRegion', context, regionId, area.claimIds, { value: 'yes', conditions: [] }),
    ),
  );
  if (outcome.value === 'unknown') return undefined;
  return { ...outcome, reason: { code: 'one-tariff-area', params: { areaId: area.id } } };
}

/** The register counts numbers, it does not know tariffs: that they are one home region is to be asked. */
function byTerritory({ regionIds, territories, moment }: OperatorContext): Outcome | undefined {
  const territory = territories.find((candidate) => joins(candidate, regionIds));
  if (territory === undefined) return undefined;
  const candidates = territory.claims.map(
    (claim): Candidate => ({
      claim,
      value: 'partial',
      conditions: [{ code: 'confirm-with-operator', params: { axis: 'sameRegion' } }],
      scope: claim.claim.regionIds,
      reach: 'own',
    }),
  );
  const outcome = decide('sameRegion', candidates, moment);
  if (outcome.value === 'unknown') return undefined;
  const params = { regionIds: [...regionIds] };
  return { ...outcome, reason: { code: 'merged-territory', params } };
}

function byPlan(context: OperatorContext): Outcome {
  const { plan, regionIds } = context;
  const term = plan?.sameRegion;
  return requireAll(
    regionIds.map((regionId) =>
      term === undefined
        ? decideInRegion('sameRegion', context, regionId)
        : decideTerm('sameRegion', context, regionId, term.claimIds, {
            value: term.required ? 'no' : 'yes',
            conditions: [],
          }),
    ),
  );
}
