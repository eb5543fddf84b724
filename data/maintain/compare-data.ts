import type { DataFiles } from '../build/read-data-files.ts';
import { resolveWithoutTerritory } from '../build/resolve/resolve-without-territory.ts';
import { createAssessor } from '../eligibility/create-assessor.ts';
import { compareReleases } from '../history/compare-releases.ts';
import { describeMoves } from '../history/describe-moves.ts';
import { takeSnapshot } from '../history/take-snapshot.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { VerdictSnapshot } from '../schema/release.ts';

/**
 * Says in words which verdicts of which regions and operators differ between two states of the authored files,
 * both computed by today's rules for the day on which the newer ones were last checked.
 * Throws when one of them does not fit today's schemas, with every problem.
 */
export function compareData(older: DataFiles, newer: DataFiles): string[] {
  const [before, after] = [resolveWithoutTerritory(older), resolveWithoutTerritory(newer)];
  const asOf = after.dataset.checkedOn;
  const moves = compareReleases(snapshotOf(before, asOf), snapshotOf(after, asOf));
  return describeMoves(moves, {
    regions: new Map(after.dataset.regions.map(({ id, name }) => [id, name.en])),
    operators: new Map(
      [...before.dataset.operators, ...after.dataset.operators].map(({ id, brand }) => [
        id,
        brand.en,
      ]),
    ),
  });
}

function snapshotOf(
  { dataset, devices }: ReturnType<typeof resolveWithoutTerritory>,
  asOf: IsoDate,
): VerdictSnapshot {
  const assessor = createAssessor(dataset, devices);
  const summaries = dataset.regions.map(({ id }) => assessor.summariseRegion(id, asOf));
  return takeSnapshot(dataset, summaries, asOf);
}
