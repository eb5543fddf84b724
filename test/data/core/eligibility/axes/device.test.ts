import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { createAssessor } from '../../../../../data/core/eligibility/create-assessor.ts';
import { householdFromParameters } from '../../../../../data/core/eligibility/household.ts';
import { DeviceModel } from '../../../../../data/core/schema/device.ts';
import { dataset, operator } from '../../../../fixtures/dataset-builder.ts';

const asOf = '2026-11-23';
type Written = Partial<z.input<typeof DeviceModel>>;

const words = (market: string) => ({ ru: market, en: market, zh: market });
const variant = (rest: Partial<NonNullable<Written['variants']>[number]>) => ({
  id: 'unit',
  market: words('unit'),
  esim: 'yes' as const,
  ...rest,
});

/** The device question of one adult with this model, of which the maker is the source unless said otherwise. */
function withDevice(written: Written, deviceVariantId = 'unknown') {
  const model = DeviceModel.parse({
    id: 'model',
    brand: 'Maker',
    model: 'Model',
    kind: 'phone',
    esim: 'yes',
    sourceIds: ['official'],
    ...written,
  });
  const built = householdFromParameters({ regionId: 'RU-MOW', members: 1 });
  if ('problems' in built) throw new Error('the household cannot be');
  const { household } = built;
  const lines = household.lines.map((line) => ({
    ...line,
    deviceModelId: 'model',
    deviceVariantId,
  }));
  const { assess } = createAssessor(dataset([operator('alpha')]), [model]);
  const [alpha] = assess({ ...household, lines }, { asOf }).operators;
  return alpha?.axes.find(({ axis }) => axis === 'device');
}

describe('a device known to have no eSIM', () => {
  const plastic = { code: 'plastic-line', params: { lineIds: ['adult-1-phone'] } };

  it('is no obstacle where it takes a plastic card: its line is a plastic one', () => {
    expect(withDevice({ esim: 'no' })).toMatchObject({
      value: 'partial',
      reason: { code: 'device-takes-plastic' },
      conditions: [plastic],
      method: 'stated',
      confidence: 'official',
    });
    const watch = { kind: 'watch' as const, esim: 'no' as const };
    expect(withDevice({ ...watch, noteCodes: ['nano-sim-only'] })?.value).toBe('partial');
    expect(withDevice({ ...watch, noteCodes: ['micro-sim-only'] })?.value).toBe('partial');
  });

  it('is a no where it takes no card either', () => {
    const watch = { kind: 'watch' as const, esim: 'no' as const };
    expect(withDevice(watch)).toMatchObject({
      value: 'no',
      reason: { code: 'device-cannot' },
      method: 'stated',
      confidence: 'official',
    });
    const noteCodes = ['nano-sim-only' as const, 'no-cellular-radio' as const];
    expect(withDevice({ ...watch, noteCodes })?.value).toBe('no');
    expect(withDevice({ ...watch, noteCodes: ['makers-connection-only'] })?.value).toBe('no');
  });

  it('carries the weight of its sources where that is concluded', () => {
    const china = variant({ esim: 'no', method: 'inferred' });
    const sourceIds = ['official', 'press'];
    expect(withDevice({ esim: 'by-variant', variants: [china], sourceIds }, 'unit')).toMatchObject({
      value: 'partial',
      conditions: [plastic],
      method: 'inferred',
      confidence: 'press',
    });
  });

  it('is to be looked at where nothing but a seller’s list leaves it out', () => {
    const listed = withDevice({
      esim: 'no',
      noteCodes: ['sellers-lists-only'],
      sourceIds: ['secondary'],
    });
    expect(listed).toMatchObject({ value: 'partial', reason: { code: 'device-unknown' } });
    expect(listed?.conditions.map(({ code }) => code)).toEqual(['check-eid']);
  });
});

describe('a device whose eSIM works with one operator abroad', () => {
  const fi = variant({ noteCodes: ['one-operator-only'], esimOnly: true });

  it('is of no use here, whatever chip it has', () => {
    expect(withDevice({ esim: 'by-variant', variants: [fi] }, 'unit')?.value).toBe('no');
  });

  it('is of no use in any version where the model as a whole is so', () => {
    const model = {
      esim: 'by-variant' as const,
      variants: [fi],
      noteCodes: ['one-operator-only' as const],
      esimOnly: true,
    };
    expect(withDevice(model)?.value).toBe('no');
  });
});

describe('a device of which it is unclear whose profiles it takes', () => {
  const china = variant({ noteCodes: ['foreign-profiles-unclear'] });

  it('needs more than a look at its EID', () => {
    const known = withDevice({ esim: 'by-variant', variants: [china] }, 'unit');
    expect(known).toMatchObject({
      value: 'partial',
      conditions: [{ code: 'check-foreign-profiles', params: { modelId: 'model' } }],
    });
  });
});

describe('a device of which nothing is known', () => {
  it('is unknown, with what to look for', () => {
    const listed = withDevice({ esim: 'unknown' });
    expect(listed).toMatchObject({ value: 'unknown', support: 'none' });
    expect(listed?.conditions.map(({ code }) => code)).toEqual(['check-eid']);
  });

  it('stays unknown where a source about other units says no: that is a lead', () => {
    const lead = { esim: 'no' as const, reach: 'elsewhere' as const };
    expect(withDevice({ esim: 'unknown', lead })).toMatchObject({
      value: 'unknown',
      support: 'lead',
    });
  });
});

describe('a car', () => {
  it('is unknown: none is known that its owner can load with a profile, named or not', () => {
    expect(withDevice({ kind: 'car', esim: 'unknown' })).toMatchObject({
      value: 'unknown',
      conditions: [],
    });
    const built = householdFromParameters({ regionId: 'RU-MOW', members: 1 });
    if ('problems' in built) throw new Error('the household cannot be');
    const lines = built.household.lines.map((line) => ({ ...line, deviceKind: 'car' as const }));
    const { assess } = createAssessor(dataset([operator('alpha')]), []);
    const [alpha] = assess({ ...built.household, lines }, { asOf }).operators;
    expect(alpha?.axes.find(({ axis }) => axis === 'device')).toMatchObject({
      value: 'unknown',
      reason: { code: 'no-car-known' },
    });
  });
});
