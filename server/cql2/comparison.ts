import { readDay } from '../collections/datetime.ts';
import { FilterMistake } from './expression.ts';
import type { Operand, Scalar } from './operand.ts';

type Compare = (a: NonNullable<Scalar>, b: NonNullable<Scalar>) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/**
 * The comparison that an operation is over two operands.
 *
 * @throws FilterMistake for an operation that is none, and for operands of unlike types.
 */
export function comparisonOf(op: string, left: Operand, right: Operand): Compare {
  const compare = COMPARISONS[op];
  if (compare === undefined)
    throw new FilterMistake(`the operation ${JSON.stringify(op)} is not supported`);
  if (left.type !== right.type) throw unlike(left, right);
  return compare;
}

/** Says which types do not go together, and how a day is written where a text was meant as one. */
function unlike(left: Operand, right: Operand): FilterMistake {
  const words = `a ${left.type} is compared with a ${right.type}`;
  const [text] = [left, right].flatMap(({ type, constant }) =>
    type === 'text' && typeof constant === 'string' ? [constant] : [],
  );
  const isDayWanted = [left.type, right.type].includes('date');
  const day = isDayWanted && text !== undefined ? readDay(text) : undefined;
  return new FilterMistake(day === undefined ? words : `${words}: write DATE('${day}')`);
}
