import { parseData } from '../build/parse-data.ts';
import type { DataFiles } from '../build/read-data-files.ts';
import { type RegionShape, resolveDataset } from '../build/resolve/resolve-dataset.ts';
import { createAssessor } from '../eligibility/create-assessor.ts';
import { compareReleases } from '../history/compare-releases.ts';
import { describeMoves } from '../history/describe-moves.ts';
import { takeSnapshot } from '../history/take-snapshot.ts';
import { formatIssue } from '../lint/issue.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { VerdictSnapshot } from '../schema/release.ts';

/**
 * Says in words which verdicts of which regions and operators differ between two states of the authored files,
 * both computed by today's rules for the day on which the newer ones were last checked.
 * Throws when one of them does not fit today's schemas, with every problem.
 */
export function compareData(older: DataFiles, newer: DataFiles): string[] {
  const after = datasetOf(newer, 'the changed data');
  const before = datasetOf(older, 'the data compared with');
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

interface Resolved {
  dataset: Dataset;
  devices: DeviceModel[];
}

function snapshotOf({ dataset, devices }: Resolved, asOf: IsoDate): VerdictSnapshot {
  const assessor = createAssessor(dataset, devices);
  const summaries = dataset.regions.map(({ id }) => assessor.summariseRegion(id, asOf));
  return takeSnapshot(dataset, summaries, asOf);
}

/** Verdicts do not depend on shapes, so this needs neither boundaries nor a hash of them. */
function datasetOf(files: DataFiles, what: string): Resolved {
  const { data, issues } = parseData(files);
  if (issues.length > 0) {
    throw new Error(`${what} cannot be read:\n${issues.map(formatIssue).join('\n')}`);
  }
  const shape: RegionShape = { neighbours: [], bbox: [0, 0, 0, 0], labelPoint: [0, 0] };
  const resolved = resolveDataset(
    data,
    new Map(data.regions.map(({ value }) => [value.id, shape])),
  );
  return {
    dataset: { ...resolved, hash: '0'.repeat(64) },
    devices: data.devices.flatMap(({ value }) => value.models),
  };
}
