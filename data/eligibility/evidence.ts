import type { IsoDate } from '../schema/dates.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { IndexedClaim } from './claim-index.ts';

export type EvidenceRole = Evidence['role'];

/** A claim as one assessment used it on `asOf`. */
export function toEvidence(indexed: IndexedClaim, role: EvidenceRole, asOf: IsoDate): Evidence {
  const { claim, observedOn } = indexed;
  const { freshness, checkDue } = indexed.age(asOf);
  return {
    claimId: claim.id,
    role,
    method: claim.method,
    confidence: indexed.confidence,
    freshness,
    ...(observedOn !== undefined && { observedOn }),
    checkedOn: claim.checkedOn,
    checkDue,
    ...(claim.inheritedFrom !== undefined && { inheritedFrom: claim.inheritedFrom }),
    sourceIds: claim.sourceIds,
    sourceUrls: indexed.sourceUrls,
  };
}

const ROLE_ORDER: readonly EvidenceRole[] = ['decisive', 'supporting', 'contradicting', 'stale'];

/** Evidence of several lists, each claim once in its weightiest role; by role, then by claim id. */
export function mergeEvidence(lists: readonly (readonly Evidence[])[]): Evidence[] {
  const all = lists.flat();
  if (all.length <= 1) return all;
  const merged = new Map<string, Evidence>();
  for (const entry of all) {
    const known = merged.get(entry.claimId);
    if (known === undefined || compare(entry, known) < 0) merged.set(entry.claimId, entry);
  }
  return [...merged.values()].sort(compare);
}

function compare(a: Evidence, b: Evidence): number {
  return (
    ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
    Number(a.claimId > b.claimId) - Number(a.claimId < b.claimId)
  );
}
