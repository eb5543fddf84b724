import type { GiveWay } from '../../middleware/fair-queue.ts';

/** Sorted in one stretch: by a hundred columns that are the same everywhere, some milliseconds. */
const RUN_LENGTH = 128;
/** Merged between two looks at whether others wait. */
const MERGED_AT_ONCE = 64;

/**
 * The same items in order, equal ones in the order in which they came; others are answered meanwhile. Short runs are sorted by
 * the language and merged by twos, which takes no more comparisons than sorting all at once.
 */
export async function sortItems<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += RUN_LENGTH) {
    runs.push(items.slice(start, start + RUN_LENGTH).toSorted(compare));
    const others = giveWay();
    if (others !== undefined) await others;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [first = [], second = []] = [runs[at], runs[at + 1]];
      merged.push(await merge(first, second, compare, giveWay));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
  giveWay: GiveWay,
): Promise<readonly Item[]> {
  const merged: Item[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [first[left], second[right]];
    if (a === undefined || b === undefined) break;
    if (compare(a, b) <= 0) {
      merged.push(a);
      left += 1;
    } else {
      merged.push(b);
      right += 1;
    }
    if (merged.length % MERGED_AT_ONCE > 0) continue;
    const others = giveWay();
    if (others !== undefined) await others;
  }
  return [...merged, ...first.slice(left), ...second.slice(right)];
}
