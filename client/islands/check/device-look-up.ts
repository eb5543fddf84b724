import type { DeviceModel } from '../../../data/core/schema/device.ts';
import {
  CompactDevices,
  unpackDevices,
} from '../../../data/core/search/devices/compact-devices.ts';
import {
  createDeviceSearch,
  type DeviceSearch,
} from '../../../data/core/search/devices/device-search.ts';

/** The catalogue of devices and its look-up: loaded when the field is used or a link names a device. */
export interface DeviceLookUp {
  models: readonly DeviceModel[];
  search: DeviceSearch<DeviceModel>;
}

/** Makes the look-up out of the columns that the build wrote. @throws when they are not what this script expects */
export function readLookUp(content: unknown): DeviceLookUp {
  const { models, spellings } = unpackDevices(CompactDevices.parse(content));
  return { models, search: createDeviceSearch(models, spellings) };
}
