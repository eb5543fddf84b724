import type {
  ChangeLog,
  RegionsByVerdict,
  VerdictMove,
  VerdictSnapshot,
} from '../schema/release.ts';
import { VERDICTS, type Verdict } from '../schema/verdict.ts';

/** The verdicts that differ between two snapshots: those of the map first, then operator by operator. */
export function compareReleases(older: VerdictSnapshot, newer: VerdictSnapshot): VerdictMove[] {
  const operatorIds = unite(Object.keys(older.operators), Object.keys(newer.operators));
  return [
    ...movesBetween(older.map, newer.map),
    ...operatorIds.flatMap((operatorId) =>
      movesBetween(older.operators[operatorId] ?? {}, newer.operators[operatorId] ?? {}).map(
        (move) => ({ operatorId, ...move }),
      ),
    ),
  ];
}

/** The history of releases, each with what it changed against the one before, and what is not released yet. */
export function buildChangeLog(
  snapshots: readonly VerdictSnapshot[],
  current: VerdictSnapshot,
): ChangeLog {
  const inOrder = snapshots.toSorted((a, b) => (a.version < b.version ? -1 : 1));
  const newest = inOrder.at(-1);
  return {
    releases: inOrder.map(({ version, hash, asOf }, index) => {
      const [previous, snapshot] = [inOrder[index - 1], inOrder[index]];
      if (previous === undefined || snapshot === undefined)
        return { version, hash, asOf, moves: [] };
      const moves = compareReleases(previous, snapshot);
      return { version, hash, asOf, previousVersion: previous.version, moves };
    }),
    unreleased: newest === undefined ? [] : compareReleases(newest, current),
  };
}

function movesBetween(older: RegionsByVerdict, newer: RegionsByVerdict): VerdictMove[] {
  const regionIds = unite(Object.values(older).flat(), Object.values(newer).flat());
  return regionIds.flatMap((regionId) => {
    const [from, to] = [verdictIn(older, regionId), verdictIn(newer, regionId)];
    return from === to ? [] : [{ regionId, ...(from && { from }), ...(to && { to }) }];
  });
}

function verdictIn(table: RegionsByVerdict, regionId: string): Verdict | undefined {
  return VERDICTS.find((verdict) => table[verdict]?.includes(regionId));
}

function unite(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted();
}
