import type { DatasetClaim } from '../../schema/dataset-claim.ts';
import { type RegionId, TerritoryId } from '../../schema/ids.ts';
import type { Plan, PlanFee } from '../../schema/plan.ts';
import { expandScope } from './resolve-scope.ts';

/**
 * Takes from each price the regions where newer claims superseded all that state it: a price of the whole country does
 * not hold where the plan was found not to work.
 *
 * @param claims of the plan's operator, with what supersedes them
 */
export function resolveFees(
  plan: Plan,
  claims: readonly DatasetClaim[],
  allRegionIds: readonly RegionId[],
): Plan {
  const states = (claimId: string, regionId: string): boolean => {
    const marks = claims.find(({ id }) => id === claimId)?.supersededBy ?? [];
    return !marks.some(
      ({ regionIds = 'RU' }) => regionIds === 'RU' || regionIds.some((id) => id === regionId),
    );
  };
  const fees = plan.fees.flatMap((fee): PlanFee[] => {
    const scope = expandScope(fee.regionIds, allRegionIds);
    const left = scope.filter((id) => fee.claimIds.some((claimId) => states(claimId, id)));
    if (left.length === scope.length) return [fee];
    if (left.length === 0) return [];
    return [{ ...fee, regionIds: left.map((id) => TerritoryId.parse(id)) }];
  });
  return { ...plan, fees };
}
