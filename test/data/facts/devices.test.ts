import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import { DeviceFile } from '../../../data/tools/authored/authored-data.ts';

const folder = new URL('../../../data/facts/devices/', import.meta.url);
const models: DeviceModel[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap(
    (file) => DeviceFile.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).models,
  );

/** The variant that carries a model code, with its model. */
function withCode(code: string) {
  const found = models.flatMap((model) =>
    model.variants
      .filter((variant) => variant.modelCodes.includes(code))
      .map((variant) => ({ model, variant })),
  );
  expect(found, code).toHaveLength(1);
  return found[0];
}

test('432 models of 30 makers stand in the catalogue, each once', () => {
  expect(models).toHaveLength(432);
  expect(new Set(models.map(({ id }) => id)).size).toBe(432);
  expect(new Set(models.map(({ brand }) => brand)).size).toBe(30);
});

// Codes that buyers of imported phones meet: read off the research, not off the files under test.
test.each([
  ['A2108', 'iPhone XR', 'no'],
  ['A2104', 'iPhone XS Max', 'no'],
  ['A2223', 'iPhone 11', 'no'],
  ['A2298', 'iPhone SE (2nd generation)', 'no'],
  ['A2404', 'iPhone 12', 'no'],
  ['A2634', 'iPhone 13', 'no'],
  ['A2884', 'iPhone 14', 'no'],
  ['A3108', 'iPhone 15 Pro Max', 'no'],
  ['A3288', 'iPhone 16', 'no'],
  ['A3410', 'iPhone 16e', 'no'],
  ['A3521', 'iPhone 17', 'no'],
  ['A3527', 'iPhone 17 Pro Max', 'no'],
  ['A3518', 'iPhone Air', 'yes'],
  ['A3635', 'iPhone 17e', 'yes'],
  ['A2154', 'iPad Air (3rd generation)', 'no'],
  ['A3162', 'iPad (10th generation)', 'yes'],
])('the version for China %s of the %s: eSIM %s', (code, model, esim) => {
  const found = withCode(code);
  expect(found?.model.model).toBe(model);
  expect(found?.variant.market.en).toContain('China mainland');
  expect(found?.variant.esim).toBe(esim);
});

test('versions for China, Hong Kong or Macao are counted as in the research', () => {
  const counts: Record<string, number> = {};
  for (const { kind, variants } of models) {
    for (const { market, esim } of variants) {
      if (!/China mainland|Hong Kong|Macao/.test(market.en)) continue;
      const key = `${kind} ${esim}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  expect(counts).toEqual({
    'phone no': 101,
    'phone yes': 8,
    'phone unknown': 19,
    'tablet no': 20,
    'tablet yes': 1,
    'tablet unknown': 12,
    'watch yes': 19,
    'watch unknown': 14,
  });
});

test('a model whose versions differ never says a plain yes', () => {
  for (const { id, esim, variants } of models.filter(({ kind }) => kind === 'phone')) {
    if (variants.some((variant) => variant.esim === 'no') && variants.length > 1) {
      expect(['by-variant', 'no', 'unknown'], id).toContain(esim);
    }
  }
});

test('the iPhone Air has no tray anywhere, US iPhones since 14 have none', () => {
  expect(models.find(({ id }) => id === 'apple-iphone-air')?.esimOnly).toBe(true);
  const american = models
    .filter(({ id }) => /^apple-iphone-1[4-7](-|$)/.test(id))
    .flatMap(({ variants }) => variants.filter(({ market }) => market.en === 'USA'));
  expect(american).toHaveLength(15);
  for (const variant of american) expect(variant.esimOnly, variant.id).toBe(true);
  expect(withCode('A2882')?.variant.esimOnly).toBeUndefined();
});

test('a car is in the catalogue only as a terminal that takes no profile', () => {
  const cars = models.filter(({ kind }) => kind === 'car');
  expect(cars.map(({ esim, noteCodes }) => [esim, noteCodes])).toEqual([
    ['unknown', ['emergency-calls-only']],
  ]);
});

test('only a model of unknown support stands without a source', () => {
  for (const { id, esim, sourceIds } of models) {
    if (sourceIds.length === 0) expect(esim, id).toBe('unknown');
  }
});

test('ids of variants are unique within their model', () => {
  for (const { id, variants } of models) {
    expect(new Set(variants.map((variant) => variant.id)).size, id).toBe(variants.length);
  }
});
