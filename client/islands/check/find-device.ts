import type { DeviceModel } from '../../../data/core/schema/device.ts';
import { deviceName } from '../../i18n/grammar/names.ts';

/** What a reader means by what they typed; a code printed on the device names its market version, too. */
export interface FoundDevice {
  model: DeviceModel;
  variantId?: string;
}

/** One space between words, no difference between great and small letters. */
const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** The device whose whole name this is, or the name without its maker, or a model code; where only one has it. */
export function findDevice(models: readonly DeviceModel[], typed: string): FoundDevice | undefined {
  const wanted = fold(typed);
  const named = (name: (model: DeviceModel) => string) =>
    only(models.filter((model) => fold(name(model)) === wanted));
  const model =
    named(deviceName) ??
    named(({ model }) => model) ??
    named((each) => deviceName(each).replace(`${each.brand} `, ''));
  return model === undefined ? findByCode(models, wanted) : { model };
}

function findByCode(models: readonly DeviceModel[], wanted: string): FoundDevice | undefined {
  const found = models.flatMap((model) =>
    model.variants
      .filter(({ modelCodes }) => modelCodes.some((code) => fold(code) === wanted))
      .map(({ id }) => ({ model, variantId: id })),
  );
  return only(found);
}
