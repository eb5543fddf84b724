import type { Column, FlatFeature, FlatValue } from '../../../data/core/features/collection.ts';
import type { FlatPart } from '../../../data/core/geo/flat-part.ts';

import { type Cql2, FilterError } from './expression.ts';
import { foldAccents, foldCase } from './fold-text.ts';

/** Functions that make texts alike before they are compared. */
const FOLDS: Readonly<Record<string, (text: string) => string>> = {
  casei: foldCase,
  accenti: foldAccents,
};

export type Scalar = FlatValue | boolean;

export type OperandType = 'text' | 'number' | 'boolean' | 'date';

/** What a filter looks at: the flat properties and the parts of the geometry. */
export interface FilterItem {
  readonly feature: FlatFeature;
  readonly parts: readonly FlatPart[];
}

/** One side of a comparison: a property or a value, with its type for the check before the first item is read. */
export interface Operand {
  readonly type: OperandType;
  readonly read: (item: FilterItem) => Scalar;
  /** The value itself where it is the same for every item. */
  readonly constant?: Scalar;
}

const OPERAND_TYPES: Readonly<Record<Column['type'], OperandType>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  date: 'date',
};

/**
 * Makes the function that reads operands over the given columns and `id`; `CASEI` folds the case of its operand.
 * That function throws a `FilterError` for an unknown property and for what is no operand.
 */
export function createOperandReader(columns: readonly Column[]): (expression: Cql2) => Operand {
  const types = new Map(columns.map(({ name, type }) => [name, OPERAND_TYPES[type]]));
  types.set('id', 'text');

  function value(expression: Cql2): Operand {
    if (typeof expression === 'string')
      return { type: 'text', read: () => expression, constant: expression };
    if (typeof expression === 'number')
      return { type: 'number', read: () => expression, constant: expression };
    if (typeof expression === 'boolean')
      return { type: 'boolean', read: () => expression, constant: expression };
    if ('date' in expression)
      return { type: 'date', read: () => expression.date, constant: expression.date };
    if ('property' in expression) {
      const name = expression.property;
      const type = types.get(name);
      if (type === undefined)
        throw new FilterError(
          `there is no property ${JSON.stringify(name.slice(0, 60))}; there are ${[...types.keys()].join(', ')}`,
        );
      return {
        type,
        read:
          name === 'id'
            ? (item) => item.feature.id
            : (item) => item.feature.properties[name] ?? null,
      };
    }
    const fold = 'op' in expression ? FOLDS[expression.op] : undefined;
    if (fold !== undefined && 'op' in expression) {
      const inner = value(required(expression.args, 0));
      if (inner.type !== 'text') {
        throw new FilterError(`${expression.op.toUpperCase()} expects a text, not a ${inner.type}`);
      }
      const folded = (text: Scalar) => (typeof text === 'string' ? fold(text) : text);
      const operand = { type: inner.type, read: (item: FilterItem) => folded(inner.read(item)) };
      return inner.constant === undefined
        ? operand
        : { ...operand, constant: folded(inner.constant) };
    }
    throw new FilterError('expected a property or a value');
  }

  return value;
}

/** Takes the argument at `index`. Throws a `FilterError` when there is none. */
export function required(args: readonly Cql2[], index: number): Cql2 {
  const argument = args[index];
  if (argument === undefined) throw new FilterError('an argument is missing');
  return argument;
}
