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
    for (const note of ['nano-sim-only', 'two-nano-sims-no-esim'] as const) {
      const makers = ['makers-connection-only' as const, note];
      expect(withDevice({ ...watch, noteCodes: makers })?.value).toBe('no');
    }
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

describe('how well it is known what a device takes', () => {
  it.each([
    ['official', 'stated', 'stated', 'yes'],
    ['register', 'stated', 'stated', 'yes'],
    ['official', 'inferred', 'reported', 'yes'],
    ['register', 'inferred', 'reported', 'yes'],
  ] as const)(
    'a %s source from which it is %s makes it %s: %s',
    (sourceId, method, support, value) => {
      expect(withDevice({ sourceIds: [sourceId], method })).toMatchObject({
        value,
        support,
        method,
      });
    },
  );

  it.each(['press', 'secondary'])(
    'a chip that only %s tells of is to be looked for',
    (sourceId) => {
      const told = withDevice({ sourceIds: [sourceId] });
      expect(told).toMatchObject({ value: 'partial', conditions: [{ code: 'check-eid' }] });
      expect(told?.support).toBeUndefined();
      const market = withDevice({
        sourceIds: [sourceId],
        esim: 'by-variant',
        variants: [variant({})],
      });
      expect(market).toMatchObject({ value: 'partial', support: 'reported' });
    },
  );

  it('a plain no by the press is reported, by the maker stated', () => {
    const watch = { kind: 'watch' as const, esim: 'no' as const };
    expect(withDevice({ ...watch, sourceIds: ['press'] })).toMatchObject({ support: 'reported' });
    expect(withDevice({ ...watch, sourceIds: ['official'] })).toMatchObject({ support: 'stated' });
  });

  it.each(['two-nano-sims-no-esim', 'nano-sim-and-esim', 'two-nano-sims-and-esim'] as const)(
    'a watch said to be %s takes a plastic card',
    (note) => {
      const watch = { kind: 'watch' as const, esim: 'no' as const };
      expect(withDevice({ ...watch, noteCodes: [note] })?.value).toBe('partial');
    },
  );

  it('a model of one operator abroad is a no in each of its variants', () => {
    const model = {
      kind: 'watch' as const,
      esim: 'by-variant' as const,
      noteCodes: ['one-operator-only' as const],
      variants: [variant({})],
    };
    expect(withDevice(model, 'unit')?.value).toBe('no');
    expect(withDevice({ ...model, noteCodes: [] }, 'unit')?.value).toBe('yes');
  });

  it('a list of sellers decides nothing, but that a device of one operator is of no use', () => {
    const watch = { kind: 'watch' as const, esim: 'no' as const };
    expect(withDevice({ ...watch, noteCodes: ['sellers-lists-only'] })).toMatchObject({
      value: 'partial',
      conditions: [{ code: 'check-eid' }],
    });
    expect(
      withDevice({ ...watch, noteCodes: ['sellers-lists-only', 'one-operator-only'] })?.value,
    ).toBe('no');
  });
});
