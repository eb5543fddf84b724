import { describe, expect, it } from 'vitest';
import { findModel, modelName } from '../../../client/check/model-field.tsx';
import { createRealContext } from '../real-context.ts';

const { devices } = await createRealContext();
const phones = devices.filter(({ kind }) => kind === 'phone');

describe('a model found by what is typed', () => {
  it.each(['Apple iPhone 13', 'iphone 13', '  apple   IPHONE 13 '])('%j is one model', (typed) => {
    expect(findModel(phones, typed)?.id).toBe('apple-iphone-13');
  });

  it.each(['', 'iphone', 'iPhone 1', 'Nokia 3310'])('%j is none', (typed) => {
    expect(findModel(phones, typed)).toBeUndefined();
  });

  it('finds each model of the catalogue by its own name', () => {
    const kinds = new Map(
      devices.map(({ kind }) => [kind, devices.filter((d) => d.kind === kind)]),
    );
    for (const model of devices) {
      expect(findModel(kinds.get(model.kind) ?? [], modelName(model))?.id).toBe(model.id);
    }
  });
});
