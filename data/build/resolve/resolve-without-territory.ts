import { formatIssue } from '../../lint/issue.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DeviceModel } from '../../schema/device.ts';
import { parseData } from '../parse-data.ts';
import type { DataFiles } from '../read-data-files.ts';
import { type RegionShape, resolveDataset } from './resolve-dataset.ts';

/** No verdict depends on it, so it stands in for outlines where only verdicts are asked for. */
const NO_SHAPE: RegionShape = { neighbours: [], bbox: [0, 0, 0, 0], labelPoint: [0, 0] };

/**
 * The dataset that verdicts are computed from, in a moment: without outlines, settlements and the hash over them
 * (it is all zeros). Throws with every problem when a file does not fit its schema.
 */
export function resolveWithoutTerritory(files: DataFiles): {
  dataset: Dataset;
  devices: DeviceModel[];
} {
  const { data, issues } = parseData(files);
  if (issues.length > 0) {
    throw new Error(`the data cannot be read:\n${issues.map(formatIssue).join('\n')}`);
  }
  const shapes = new Map(data.regions.map(({ value }) => [value.id, NO_SHAPE]));
  return {
    dataset: { ...resolveDataset(data, shapes), hash: '0'.repeat(64) },
    devices: data.devices.flatMap(({ value }) => value.models),
  };
}
