import type { DeviceModel } from '../../data/schema/device.ts';

/** Maker and model as people say them; the maker only once where the model is named after it: `Apple Watch SE`. */
export function deviceName({ brand, model }: Pick<DeviceModel, 'brand' | 'model'>): string {
  return model.startsWith(`${brand} `) ? model : `${brand} ${model}`;
}
