import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../../client/i18n/grammar/names.ts';
import { findDevice } from '../../../../client/islands/check/find-device.ts';
import { createRealContext } from '../../real-context.ts';

const { devices } = await createRealContext();
const phones = devices.filter(({ kind }) => kind === 'phone');
const watches = devices.filter(({ kind }) => kind === 'watch');

describe('a device found by what is typed', () => {
  it.each(['Apple iPhone 13', 'iphone 13', '  apple   IPHONE 13 '])('%j is one model', (typed) => {
    expect(findDevice(phones, typed)).toEqual({
      model: expect.objectContaining({ id: 'apple-iphone-13' }),
    });
  });

  it.each(['', 'iphone', 'iPhone 1', 'Nokia 3310', 'A9999'])('%j is none', (typed) => {
    expect(findDevice(phones, typed)).toBeUndefined();
  });

  it.each(['A2884', ' a2884 '])('%j, printed on the device, names its market version', (typed) => {
    expect(findDevice(phones, typed)).toMatchObject({
      model: { id: 'apple-iphone-14' },
      variantId: 'a2884',
    });
  });

  it.each(['Apple Watch SE', 'watch se'])('%j is the watch, with or without its maker', (typed) => {
    expect(findDevice(watches, typed)?.model.model).toBe('Apple Watch SE');
  });

  it('finds each model of the catalogue by its own name, and each code of it', () => {
    for (const device of devices) {
      const ofKind = devices.filter(({ kind }) => kind === device.kind);
      expect(findDevice(ofKind, deviceName(device))?.model.id).toBe(device.id);
      for (const { id, modelCodes } of device.variants) {
        for (const code of modelCodes) {
          expect(findDevice(ofKind, code)).toMatchObject({ model: device, variantId: id });
        }
      }
    }
  });

  it('never says the maker twice', () => {
    const doubled = devices.map(deviceName).filter((name) => /^(\w+) \1\b/.test(name));
    expect(doubled).toEqual([]);
  });
});
