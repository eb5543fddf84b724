import type { RegionScope } from '../schema/ids.ts';
import type { ImportedNumbering, NumberRange } from '../schema/numbering.ts';

/** Numbers of one prefix that belong together: one holder, one home tariff area. */
interface Allocation {
  /** Legal name of the holder, as the register spells it. */
  holderName: string;
  /** Operator of the dataset, where it knows the holder. */
  operatorId?: string;
  /** Territory as the register spells it. */
  territoryName: string;
  /** Home tariff area: several regions where the register merges them, `RU` for the whole country, absent when unmapped. */
  regionIds?: RegionScope;
  /** How many of the 1,000 numbers with this prefix. */
  numbers: number;
}

export interface NumberingAnswer {
  /** The seven digits that were asked. */
  prefix: string;
  registerDate: string;
  /** Largest first. More than one when blocks smaller than 1,000 numbers share the prefix. */
  allocations: Allocation[];
  /** Always there: a number that was ported is served by another operator than its holder. */
  caveat: 'number-portability';
}

/** Answers for the first seven digits of a Russian mobile number (`9161234`); `undefined` when nobody holds them. */
export type NumberingLookup = (prefix: string) => NumberingAnswer | undefined;

const NUMBERS_PER_PREFIX = 1000;

/**
 * Makes the look-up over an imported register. Only seven digits are looked at, so that nobody sends a whole number.
 * The look-up throws a `RangeError` for anything that is not `9` and six more digits.
 */
export function createNumberingLookup(imported: ImportedNumbering): NumberingLookup {
  return (prefix) => {
    if (!/^9\d{6}$/.test(prefix)) {
      throw new RangeError(`${prefix}: expected the first seven digits of a number, like 9161234`);
    }
    const first = Number(prefix) * NUMBERS_PER_PREFIX;
    const last = first + NUMBERS_PER_PREFIX - 1;
    const allocations = new Map<string, Allocation>();
    for (const range of rangesOverlapping(imported.ranges, first, last)) {
      const numbers = Math.min(lastOf(range), last) - Math.max(firstOf(range), first) + 1;
      const key = `${range[3]} ${range[4]}`;
      const known = allocations.get(key);
      if (known === undefined) allocations.set(key, describe(imported, range, numbers));
      else known.numbers += numbers;
    }
    if (allocations.size === 0) return undefined;
    return {
      prefix,
      registerDate: imported.registerDate,
      allocations: [...allocations.values()].sort((a, b) => b.numbers - a.numbers),
      caveat: 'number-portability',
    };
  };
}

const NUMBERS_PER_CODE = 10_000_000;
const firstOf = (range: NumberRange): number => range[0] * NUMBERS_PER_CODE + range[1];
const lastOf = (range: NumberRange): number => range[0] * NUMBERS_PER_CODE + range[2];

/** Ranges, in order, that share ten-digit numbers with `[first, last]`: the first one is found by bisection. */
function rangesOverlapping(
  ranges: readonly NumberRange[],
  first: number,
  last: number,
): readonly NumberRange[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && lastOf(range) < first) low = middle + 1;
    else high = middle;
  }
  const found: NumberRange[] = [];
  for (const range of ranges.slice(low, low + NUMBERS_PER_PREFIX)) {
    if (firstOf(range) > last) break;
    found.push(range);
  }
  return found;
}

function describe(imported: ImportedNumbering, range: NumberRange, numbers: number): Allocation {
  const holder = imported.holders[range[3]];
  const territory = imported.territories[range[4]];
  return {
    holderName: holder?.name ?? '',
    ...(holder?.operatorId === undefined ? {} : { operatorId: holder.operatorId }),
    territoryName: territory?.name ?? '',
    ...(territory?.regionIds === undefined ? {} : { regionIds: territory.regionIds }),
    numbers,
  };
}
