import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortItems } from '../../server/api/collections/select-items.ts';

interface Numbered {
  readonly key: number;
  readonly position: number;
}

const byKey = (a: Numbered, b: Numbered) => a.key - b.key;
const numbered = (keys: readonly number[]): Numbered[] =>
  keys.map((key, position) => ({ key, position }));

describe('features in order', () => {
  it('come as a sort in one stretch leaves them, equal ones as they came', async () => {
    const anyKeys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 1_000 });
    await fc.assert(
      fc.asyncProperty(anyKeys, async (keys) => {
        const items = numbered(keys);
        expect(await sortItems(items, byKey, () => undefined)).toEqual(items.toSorted(byKey));
      }),
    );
  });

  it('let others be answered before many comparisons were made', async () => {
    const items = numbered(Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 5_000));
    let sinceGivenWay = 0;
    let most = 0;
    const compare = (a: Numbered, b: Numbered) => {
      sinceGivenWay += 1;
      return byKey(a, b);
    };
    await sortItems(items, compare, () => {
      most = Math.max(most, sinceGivenWay);
      sinceGivenWay = 0;
      return undefined;
    });
    expect(most).toBeLessThan(2_000);
  });
});
