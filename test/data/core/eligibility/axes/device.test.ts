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
  it('is a no, stated by its source', () => {
    expect(withDevice({ esim: 'no' })).toMatchObject({
      value: 'no',
      method: 'stated',
      confidence: 'official',
    });
  });

  it('is a no that is concluded where no source says it of this very model', () => {
    expect(withDevice({ esim: 'no', method: 'inferred' })).toMatchObject({
      value: 'no',
      method: 'inferred',
    });
    const china = variant({ esim: 'no', method: 'inferred' });
    const sourceIds = ['official', 'press'];
    expect(withDevice({ esim: 'by-variant', variants: [china], sourceIds }, 'unit')).toMatchObject({
      value: 'no',
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
  const fi = variant({ noteCodes: ['one-operator-only'] });

  it('is of no use here, whatever chip it has', () => {
    expect(withDevice({ esim: 'by-variant', variants: [fi] }, 'unit')?.value).toBe('no');
  });

  it('is of no use in any version where the model as a whole is so', () => {
    const model = {
      esim: 'by-variant' as const,
      variants: [fi],
      noteCodes: ['one-operator-only' as const],
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
