import type { Claim, Finding } from '../../schema/claim.ts';
import type { DatasetClaim } from '../../schema/dataset-claim.ts';
import { type RegionScope, TerritoryId } from '../../schema/ids.ts';
import { expandScope } from './resolve-scope.ts';

/**
 * Applies what `newer` claims say about the claims in `claims`: a superseded claim loses its findings in the
 * regions named (in all, when none is named), and keeps a mark of who took them and why.
 */
export function resolveSupersession(
  claims: readonly DatasetClaim[],
  newer: readonly Claim[],
  allRegionIds: readonly string[],
): DatasetClaim[] {
  const marks = newer.flatMap((claim) =>
    claim.supersedes.map(({ claimId, ...rest }) => ({
      target: claimId,
      claimId: claim.id,
      ...rest,
    })),
  );
  return claims.map((claim) => {
    const own = marks.filter((mark) => mark.target === claim.id);
    if (own.length === 0) return claim;
    return {
      ...claim,
      findings: own.reduce(
        (findings, mark) =>
          findings.flatMap((finding) => trim(claim, finding, mark.regionIds, allRegionIds)),
        claim.findings,
      ),
      supersededBy: [
        ...(claim.supersededBy ?? []),
        ...own.map(({ target: _target, ...mark }) => mark),
      ],
    };
  });
}

function trim(
  claim: Claim,
  finding: Finding,
  taken: RegionScope | undefined,
  allRegionIds: readonly string[],
): Finding[] {
  if (taken === undefined) return [];
  const takenIds = new Set(expandScope(taken, allRegionIds));
  const scope = expandScope(finding.regionIds ?? claim.regionIds, allRegionIds);
  const left = scope.filter((id) => !takenIds.has(id)).map((id) => TerritoryId.parse(id));
  if (left.length === 0) return [];
  return left.length === scope.length ? [finding] : [{ ...finding, regionIds: left }];
}
