import type { NumberingTable } from '../schema/numbering.ts';
import type { AuthoredData, Entry } from './authored-data.ts';

/** The table of the latest register, which counts; `undefined` when there is none. Older ones are kept to compare. */
export function newestNumbering(data: AuthoredData): Entry<NumberingTable> | undefined {
  return data.numbering
    .toSorted((a, b) => (a.value.registerDate < b.value.registerDate ? -1 : 1))
    .at(-1);
}
