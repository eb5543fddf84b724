import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  CompactDevices,
  packDevices,
  unpackDevices,
} from '../../../../../data/core/search/devices/compact-devices.ts';
import { realDevices } from '../../../../fixtures/real-devices.ts';

const packed = packDevices(realDevices);

it('the columns hold the whole catalogue', () => {
  expect(unpackDevices(packed)).toEqual(realDevices);
});

it('they survive the way to the browser', () => {
  const arrived = CompactDevices.parse(JSON.parse(JSON.stringify(packed)));
  expect(unpackDevices(arrived)).toEqual(realDevices);
});

it('catalogue and spellings take at most 40 KB on the way to a phone', () => {
  expect(brotliCompressSync(JSON.stringify(packed)).byteLength).toBeLessThanOrEqual(40_000);
});

it('columns cut short are an error, not a shorter catalogue', () => {
  const { models } = packed;
  const broken = { ...packed, models: { ...models, kind: models.kind.slice(1) } };
  expect(() => unpackDevices(broken)).toThrow(RangeError);
});
