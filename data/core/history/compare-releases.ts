import type { RegionSummary } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
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

/** Names by id, for the sentences. */
export interface Names {
  regions: ReadonlyMap<string, string>;
  operators: ReadonlyMap<string, string>;
}

/**
 * Verdict moves as sentences for maintainers, one for each subject and kind of move: the map's own verdicts
 * first, then operator by operator. `MTS goes from partial to unknown in 2 regions: Tatarstan (RU-TA), ...`
 */
export function describeMoves(moves: readonly VerdictMove[], names: Names): string[] {
  const groups = new Map<string, string[]>();
  for (const move of moves) {
    const subject =
      move.operatorId === undefined
        ? 'The verdict of the map'
        : (names.operators.get(move.operatorId) ?? move.operatorId);
    const sentence = `${subject} ${describeMove(move)}`;
    const region = `${names.regions.get(move.regionId) ?? 'unknown region'} (${move.regionId})`;
    groups.set(sentence, [...(groups.get(sentence) ?? []), region]);
  }
  return [...groups].map(([sentence, regions]) => {
    const all = regions.length === names.regions.size;
    const where = all
      ? `all ${regions.length} regions`
      : `${regions.length} ${regions.length === 1 ? 'region' : 'regions'}: ${regions.join(', ')}`;
    return `${sentence} in ${where}`;
  });
}

function describeMove({ from, to }: VerdictMove): string {
  if (from === undefined) return `is new, with ${to},`;
  if (to === undefined) return `is gone, with ${from} before,`;
  return `goes from ${from} to ${to}`;
}

/** The verdicts of a dataset on a day, out of the summaries of all regions for that day. */
export function takeSnapshot(
  { version, hash }: Pick<Dataset, 'version' | 'hash'>,
  summaries: readonly RegionSummary[],
  asOf: IsoDate,
): VerdictSnapshot {
  const operatorIds = new Set(
    summaries.flatMap(({ operatorVerdicts }) => Object.keys(operatorVerdicts)),
  );
  return {
    version,
    asOf,
    hash,
    map: groupRegions(summaries, ({ verdict }) => verdict),
    operators: Object.fromEntries(
      [...operatorIds]
        .toSorted()
        .map((id) => [id, groupRegions(summaries, ({ operatorVerdicts }) => operatorVerdicts[id])]),
    ),
  };
}

function groupRegions(
  summaries: readonly RegionSummary[],
  verdictOf: (summary: RegionSummary) => Verdict | undefined,
): RegionsByVerdict {
  const groups = VERDICTS.map((verdict) => {
    const regions = summaries.filter((summary) => verdictOf(summary) === verdict);
    return [verdict, regions.map(({ regionId }) => regionId).toSorted()] as const;
  });
  return Object.fromEntries(groups.filter(([, regionIds]) => regionIds.length > 0));
}
