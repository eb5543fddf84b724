import { describe, expect, it } from 'vitest';
import { createSimilarNames } from '../../../../data/core/search/similar-names.ts';

const LONGER = 'село имени одиннадцатой армии';

/** Names of which it is counted how often they are read. */
function watched(names: readonly string[]) {
  let read = 0;
  const similar = createSimilarNames(names, {
    shown: (name) => {
      read += 1;
      return [name];
    },
    alternates: () => [],
  });
  return { similar, read: () => read };
}

describe('mistyped names', () => {
  it.each([
    ['томсг', 'томск'],
    ['петропавловск камчацкии', 'петропавловск камчатскии'],
    ['село имени одинадцатой армии', LONGER],
  ])('of %s finds %s', (typed, meant) => {
    const { similar } = watched(['томск', 'петропавловск камчатскии', LONGER]);
    expect(similar.to(typed).map(({ entry }) => entry)).toEqual([meant]);
  });

  it('of any length are looked for without reading the names again once these were prepared', () => {
    const { similar, read } = watched(['томск', LONGER]);
    for (const step of similar.prepare()) expect(step).toBeUndefined();
    const before = read();
    for (const length of [5, 16, 20, 30, 60]) similar.to('а'.repeat(length));
    expect(read()).toBe(before);
  });
});
