import { coversRegion, type RegionId, scopeSize } from '../schema/ids.ts';
import type { Plan, PlanFee } from '../schema/plan.ts';
import type { OperatorIndex } from './claim-index.ts';
import type { Moment } from './decide.ts';
import { speaksAt } from './speaks-at.ts';

/**
 * The fees of a plan in a region, one list for each thing that is paid for (`per`). Fees of one list are prices of the
 * same thing, so only one of them may be counted. A fee for few regions stands in the place of one for more, unless
 * no claim behind it speaks for the day.
 */
export function feesHere(
  plan: Plan,
  operator: OperatorIndex,
  regionId: RegionId,
  moment: Moment,
): PlanFee[][] {
  const covering = plan.fees.filter((fee) => coversRegion(fee.regionIds, regionId));
  const kinds = [...new Set(covering.map((fee) => fee.per))];
  return kinds.map((per) => {
    const ofKind = covering.filter((fee) => fee.per === per);
    const valid = ofKind.filter((fee) => isInForce(fee, operator, moment));
    return narrowest(valid.length > 0 ? valid : ofKind);
  });
}

function isInForce(fee: PlanFee, operator: OperatorIndex, moment: Moment): boolean {
  return fee.claimIds.some((id) => {
    const claim = operator.claims.get(id);
    return claim !== undefined && speaksAt(claim, moment);
  });
}

function narrowest(fees: readonly PlanFee[]): PlanFee[] {
  const size = Math.min(...fees.map((fee) => scopeSize(fee.regionIds)));
  return fees.filter((fee) => scopeSize(fee.regionIds) === size);
}
