import { useEffect, useState } from 'preact/hooks';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { DeviceSearch } from '../../../data/core/search/devices/device-search.ts';
import type { DeviceLookUp } from './device-look-up.ts';

/** Where the catalogue of devices is: not asked for yet, on its way, there, or not to be had. */
export type DeviceState =
  | { status: 'idle' | 'loading' | 'failed'; models: readonly DeviceModel[] }
  | { status: 'ready'; models: readonly DeviceModel[]; search: DeviceSearch<DeviceModel> };

/** The catalogue for the form, and a call that asks for it; what failed is tried again by the next call. */
export interface Devices {
  state: DeviceState;
  want(): void;
}

/**
 * Loads the catalogue when somebody wants it, or at once where the household names a device: a family without one never
 * pays for it.
 */
export function useDevices(load: () => Promise<DeviceLookUp>, isNamed: boolean): Devices {
  const [state, setState] = useState<DeviceState>({ status: 'idle', models: [] });
  const want = (): void => {
    if (state.status === 'loading' || state.status === 'ready') return;
    setState({ status: 'loading', models: [] });
    load().then(
      (found) => setState({ status: 'ready', ...found }),
      (error: unknown) => {
        console.warn(error);
        setState({ status: 'failed', models: [] });
      },
    );
  };
  useEffect(() => {
    if (isNamed) want();
  }, [isNamed]);
  return { state, want };
}
