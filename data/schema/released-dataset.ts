import * as z from 'zod';
import { Dataset } from './dataset.ts';
import { DeviceModel } from './device.ts';

/** Everything the rule core needs to answer from the facts of a released version. */
export const ReleasedDataset = z.strictObject({ dataset: Dataset, devices: z.array(DeviceModel) });
export type ReleasedDataset = z.infer<typeof ReleasedDataset>;
