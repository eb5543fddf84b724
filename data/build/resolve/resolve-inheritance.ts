import type { DatasetClaim, DatasetOperator } from '../../schema/dataset-claim.ts';

/**
 * The claims that a virtual operator takes over from its hosts, each with the host's name kept. Findings that
 * speak of one plan stay behind: the plan is the host's.
 */
export function inheritedClaims(
  operator: DatasetOperator,
  operators: ReadonlyMap<string, DatasetOperator>,
): DatasetClaim[] {
  return operator.inherits.flatMap(({ fromOperatorId, claimIds }) =>
    claimIds.flatMap((claimId) => {
      const claim = operators.get(fromOperatorId)?.claims.find(({ id }) => id === claimId);
      if (claim === undefined) return [];
      const findings = claim.findings.filter((finding) => finding.planId === undefined);
      return [{ ...claim, findings, inheritedFrom: fromOperatorId }];
    }),
  );
}
