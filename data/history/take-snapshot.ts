import { createAssessor } from '../eligibility/create-assessor.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { VerdictSnapshot } from '../schema/release.ts';

/** The verdicts of every region and operator for the default household on a day. */
export function takeSnapshot(
  dataset: Dataset,
  devices: readonly DeviceModel[],
  asOf: IsoDate,
): VerdictSnapshot {
  const assessor = createAssessor(dataset, devices);
  const regions = dataset.regions.map(({ id }) => {
    const { verdict, operatorVerdicts } = assessor.summariseRegion(id, asOf);
    const operators = Object.fromEntries(
      Object.entries(operatorVerdicts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    return [id, { verdict, operators }] as const;
  });
  const { version, hash } = dataset;
  return { version, asOf, hash, regions: Object.fromEntries(regions) };
}
