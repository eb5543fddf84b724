import type { VerdictMove } from '../schema/release.ts';

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
