import type { Claim, Finding } from '../../core/schema/claim.ts';
import type { DatasetClaim } from '../../core/schema/dataset.ts';
import { type RegionId, type RegionScope, TerritoryId } from '../../core/schema/ids.ts';
import type { NumberingTable } from '../../core/schema/numbering.ts';

/**
 * Gives a claim marked `derivesPresence` its findings out of the numbering register: `yes` in the regions where
 * the operator holds numbers, `no` in the others. It is an inference either way, which is why such a claim has
 * the method `inferred`: numbers held are not proof of sale. An operator without a row in the counts was not looked
 * for, so the claim stays as it is and presence stays unknown.
 */
export function resolvePresence<T extends Claim>(
  claim: T,
  operatorId: string,
  numbering: NumberingTable | undefined,
  allRegionIds: readonly RegionId[],
): T {
  const counts: Partial<Record<string, number>> | undefined = numbering?.counts[operatorId];
  if (!claim.derivesPresence || counts === undefined) return claim;
  const held = allRegionIds.filter((id) => counts[id] !== undefined);
  const notHeld = allRegionIds.filter((id) => counts[id] === undefined);
  const findings: Finding[] = [];
  if (held.length > 0) {
    findings.push({ axis: 'presence', value: 'yes', regionIds: held, conditions: [] });
  }
  if (notHeld.length > 0) {
    findings.push({ axis: 'presence', value: 'no', regionIds: notHeld, conditions: [] });
  }
  return { ...claim, findings: [...claim.findings, ...findings] };
}

/** The regions that a scope names: `RU` is all mapped regions. */
export function expandScope(scope: RegionScope, allRegionIds: readonly string[]): string[] {
  return scope === 'RU' ? [...allRegionIds] : [...scope];
}

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
