/** Bounds of a search for a subset, and what it has to do. */
export type SubsetSearch<T> = {
  /** Fewest and most items of the subset. */
  least: number;
  most: number;
  /** Cheap look at a subset: only those that can help are tried. */
  canHelp(items: readonly T[]): boolean;
  /** The trial itself. */
  passes(items: readonly T[]): boolean;
  /** Subsets tried before the search gives up. */
  maxTrials: number;
};

/** The first of the smallest subsets, in the order of the items, that passes; `undefined` where none does in time. */
export function smallestSubset<T>(items: readonly T[], search: SubsetSearch<T>): T[] | undefined {
  let trials = 0;
  for (let size = search.least; size <= search.most; size++) {
    for (const subset of subsets(items, size)) {
      if (!search.canHelp(subset)) continue;
      if (++trials > search.maxTrials) return undefined;
      if (search.passes(subset)) return subset;
    }
  }
  return undefined;
}

/** All subsets of a size, in the order of the items. */
function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    const item = items[index];
    if (item === undefined) return;
    for (const rest of subsets(items, size - 1, index + 1)) yield [item, ...rest];
  }
}
