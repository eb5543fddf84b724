import { type FilterItem, type Operand, stepsOf } from './operand.ts';

/** Truth in CQL2: `null` where a missing property leaves it open. */
export type Truth = boolean | null;

/** Something that is true of an item, false or open. */
export interface Predicate {
  test(item: FilterItem): Truth;
  /** Most steps that testing one item takes: a step is a comparison of two values, characters or corners. */
  stepsFor(item: FilterItem): number;
}

/** What is the same for every item costs nothing more. */
export function always(truth: Truth): Predicate {
  return { test: () => truth, stepsFor: () => 0 };
}

/** A test of operands: done once where all of them are constant. */
export function compare(
  operands: readonly Operand[],
  test: (item: FilterItem) => Truth,
): Predicate {
  if (operands.every(({ constant }) => constant !== undefined)) return always(test(NO_ITEM));
  return { test, stepsFor: stepsOf(operands) };
}

/** Stands for the item where nothing of it is read. */
const NO_ITEM: FilterItem = {
  feature: {
    type: 'Feature',
    id: '',
    geometry: { type: 'Point', coordinates: [] },
    properties: {},
  },
  parts: [],
};

/** `AND` (`deciding` false) and `OR` (`deciding` true) with three truth values. */
export function combine(predicates: readonly Predicate[], deciding: boolean): Predicate {
  return {
    test(item) {
      let open = false;
      for (const predicate of predicates) {
        const truth = predicate.test(item);
        if (truth === deciding) return deciding;
        open ||= truth === null;
      }
      return open ? null : !deciding;
    },
    stepsFor: (item) => predicates.reduce((sum, { stepsFor }) => sum + stepsFor(item), 0),
  };
}

/** `NOT`: what is open stays open. */
export function negate({ test, stepsFor }: Predicate): Predicate {
  return {
    test(item) {
      const truth = test(item);
      return truth === null ? null : !truth;
    },
    stepsFor,
  };
}
