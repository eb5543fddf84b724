import type { RegionId } from '../schema/ids.ts';
import type {
  RegionVerdicts,
  ReleaseChanges,
  VerdictMove,
  VerdictSnapshot,
} from '../schema/release.ts';

/** The verdicts that differ between two snapshots, by region, the region's own before its operators'. */
export function compareReleases(older: VerdictSnapshot, newer: VerdictSnapshot): VerdictMove[] {
  const regionIds = unite(Object.keys(older.regions), Object.keys(newer.regions));
  return regionIds.flatMap((regionId) =>
    movesInRegion(regionId, older.regions[regionId], newer.regions[regionId]),
  );
}

/** The history of releases, oldest first: each with what it changed against the one before it. */
export function releaseHistory(snapshots: readonly VerdictSnapshot[]): ReleaseChanges[] {
  const inOrder = snapshots.toSorted((a, b) => (a.version < b.version ? -1 : 1));
  return inOrder.map((snapshot, index) => {
    const { version, hash, asOf } = snapshot;
    const previous = inOrder[index - 1];
    return {
      version,
      hash,
      asOf,
      ...(previous && { previousVersion: previous.version }),
      moves: previous === undefined ? [] : compareReleases(previous, snapshot),
    };
  });
}

function movesInRegion(
  regionId: RegionId,
  older: RegionVerdicts | undefined,
  newer: RegionVerdicts | undefined,
): VerdictMove[] {
  const operatorIds = unite(
    Object.keys(older?.operators ?? {}),
    Object.keys(newer?.operators ?? {}),
  );
  const moves = [
    { regionId, ...fromTo(older?.verdict, newer?.verdict) },
    ...operatorIds.map((operatorId) => ({
      regionId,
      operatorId,
      ...fromTo(older?.operators[operatorId], newer?.operators[operatorId]),
    })),
  ];
  return moves.filter(({ from, to }) => from !== to);
}

function fromTo(
  from: RegionVerdicts['verdict'] | undefined,
  to: RegionVerdicts['verdict'] | undefined,
): Pick<VerdictMove, 'from' | 'to'> {
  return { ...(from && { from }), ...(to && { to }) };
}

function unite(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted();
}
