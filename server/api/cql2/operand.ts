import type { Column, FlatFeature, FlatValue } from '../../../data/core/features/collection.ts';
import type { FlatPart } from '../../../data/core/geo/flat-part.ts';
import { ARITHMETIC, type Arithmetic, type Cql2, FilterError, isOneOf } from './expression.ts';

const FOLDS: Readonly<Record<string, (text: string) => string>> = {
  casei: foldCase,
  accenti: foldAccents,
};

/** Quotients of `div` are cut towards zero, and remainders have the sign of what is divided, as in SQL and in C. */
const OPERATIONS: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
  div: (a, b) => Math.trunc(a / b),
};

/** Steps for reading a value, or for calculating with two. */
const STEPS_AN_OPERAND = 5;
/** Steps for folding one character, which takes about forty times as long as comparing two. */
const STEPS_A_FOLDED_CHARACTER = 40;

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
  /** Steps for reading it, without those for folding. */
  readonly steps: number;
  /** How often its text is folded; few letters become two by that, so that its length stays as it is. */
  readonly folds: number;
  /** Length of its text before it is folded. */
  lengthFor(item: FilterItem): number;
}

/** Most steps that reading some operands takes. */
export function stepsOf(operands: readonly Operand[]): (item: FilterItem) => number {
  const steps = operands.reduce((sum, operand) => sum + operand.steps, 0);
  const folded = operands.filter(({ folds }) => folds > 0);
  if (folded.length === 0) return () => steps;
  return (item) =>
    folded.reduce(
      (sum, { folds, lengthFor }) => sum + STEPS_A_FOLDED_CHARACTER * folds * lengthFor(item),
      steps,
    );
}

function constantOf(type: OperandType, constant: Scalar): Operand {
  return {
    ...{ type, constant, steps: STEPS_AN_OPERAND, folds: 0 },
    read: () => constant,
    lengthFor: () => 0,
  };
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
    if (typeof expression === 'string') return constantOf('text', expression);
    if (typeof expression === 'number') return constantOf('number', expression);
    if (typeof expression === 'boolean') return constantOf('boolean', expression);
    if ('date' in expression) return constantOf('date', expression.date);
    if ('property' in expression) return property(expression.property);
    if ('op' in expression) {
      const { op, args } = expression;
      if (isOneOf(ARITHMETIC, op)) return calculation(op, args);
      const fold = FOLDS[op];
      if (fold !== undefined) return folding(op, fold, value(required(args, 0)));
    }
    throw new FilterError('expected a property or a value');
  }

  function property(name: string): Operand {
    const type = types.get(name);
    if (type === undefined)
      throw new FilterError(
        `there is no property ${JSON.stringify(name.slice(0, 60))}; there are ${[...types.keys()].join(', ')}`,
      );
    const read = (item: FilterItem) =>
      name === 'id' ? item.feature.id : (item.feature.properties[name] ?? null);
    const lengthFor = (item: FilterItem) => String(read(item) ?? '').length;
    return { type, read, steps: STEPS_AN_OPERAND, folds: 0, lengthFor };
  }

  function folding(op: string, fold: (text: string) => string, inner: Operand): Operand {
    if (inner.type !== 'text') {
      throw new FilterError(`${op.toUpperCase()} expects a text, not a ${inner.type}`);
    }
    const folded = (text: Scalar) => (typeof text === 'string' ? fold(text) : text);
    if (inner.constant !== undefined) return constantOf('text', folded(inner.constant));
    return { ...inner, read: (item) => folded(inner.read(item)), folds: inner.folds + 1 };
  }

  /** What is no number (1/0, too large, a root of what is below zero) is unknown, as whatever rests on it. */
  function calculation(op: Arithmetic, args: readonly Cql2[]): Operand {
    const [left, right] = [value(required(args, 0)), value(required(args, 1))];
    for (const { type } of [left, right]) {
      if (type !== 'number') throw new FilterError(`${op} expects numbers, not a ${type}`);
    }
    const calculate = (a: Scalar, b: Scalar): number | null => {
      if (typeof a !== 'number' || typeof b !== 'number') return null;
      const result = OPERATIONS[op](a, b);
      return Number.isFinite(result) ? result : null;
    };
    if (left.constant !== undefined && right.constant !== undefined)
      return constantOf('number', calculate(left.constant, right.constant));
    return {
      type: 'number',
      read: (item) => calculate(left.read(item), right.read(item)),
      steps: left.steps + right.steps + STEPS_AN_OPERAND,
      folds: 0,
      lengthFor: () => 0,
    };
  }

  return value;
}

/** Takes the argument at `index`. Throws a `FilterError` when there is none. */
export function required(args: readonly Cql2[], index: number): Cql2 {
  const argument = args[index];
  if (argument === undefined) throw new FilterError('an argument is missing');
  return argument;
}

/** The dotless i of Turkish stays as it is: upper case would make the other i of it. */
const DOTLESS_I = 'ı';

/**
 * A text as `CASEI` compares it: full case folding (Unicode 3.13, CaseFolding.txt C and F), so that `Straße` is `STRASSE`.
 * JavaScript has none of its own. Upper case writes one letter as two where folding does, and letter by letter no sigma is
 * taken for one at the end of a word; lower case first, since the capital of `ß` is its own upper case.
 */
function foldCase(text: string): string {
  let folded = '';
  for (const letter of text) {
    if (letter === DOTLESS_I) folded += letter;
    else for (const capital of letter.toLowerCase().toUpperCase()) folded += capital.toLowerCase();
  }
  return folded;
}

/** A text as `ACCENTI` compares it: without the marks that Unicode parts from its letters, `ё` as `е` and `й` as `и`. */
function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
}
