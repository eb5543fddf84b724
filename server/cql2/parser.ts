import { readDay } from '../collections/datetime.ts';
import { type Cql2, FilterMistake } from './expression.ts';
import { TokenReader } from './token-reader.ts';
import { tokenize } from './tokens.ts';

/** Longest filter that is read, and how deep its brackets may nest. */
export const MAX_FILTER_LENGTH = 2_000;
const MAX_NESTING = 40;

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='];

/**
 * Parses CQL2 text: `AND`, `OR`, `NOT`, comparisons, `IS NULL`, `BETWEEN`, `IN`, `LIKE`, `CASEI`, `DATE`,
 * `TIMESTAMP`, `TRUE`, `FALSE`, and `S_INTERSECTS` with `POINT` or `BBOX`.
 *
 * Decision: the parser is our own. The one on npm, cql2-wasm 0.5.0-rc1, loses parts of a filter in silence
 * (`n BETWEEN 1 AND 2 AND a = 1` keeps the BETWEEN alone, `a = 1 AND` and `a = 1; b` keep `a = 1`), takes twice as long
 * for each bracket before a mistake (22 of them half a minute), and is broken for good after some 300. Where it is right,
 * `cql2-library.test.ts` compares this parser and its filter with it.
 *
 * @throws FilterMistake saying what was expected where.
 */
export function parseCql2(text: string): Cql2 {
  if (text.length > MAX_FILTER_LENGTH) {
    throw new FilterMistake(`expected at most ${MAX_FILTER_LENGTH} characters`);
  }
  const reader = new TokenReader(tokenize(text));
  const expression = parseAlternatives(reader, 0);
  if (reader.peek() !== undefined) reader.fail('the end');
  return expression;
}

function parseAlternatives(reader: TokenReader, depth: number): Cql2 {
  const args = [parseConjunction(reader, depth)];
  while (reader.take('OR')) args.push(parseConjunction(reader, depth));
  return only(args) ?? { op: 'or', args };
}

function parseConjunction(reader: TokenReader, depth: number): Cql2 {
  const args = [parseFactor(reader, depth)];
  while (reader.take('AND')) args.push(parseFactor(reader, depth));
  return only(args) ?? { op: 'and', args };
}

function only(args: readonly Cql2[]): Cql2 | undefined {
  return args.length === 1 ? args[0] : undefined;
}

function parseFactor(reader: TokenReader, depth: number): Cql2 {
  if (depth > MAX_NESTING)
    throw new FilterMistake(`expected at most ${MAX_NESTING} levels of nesting`);
  if (reader.take('NOT')) return { op: 'not', args: [parseFactor(reader, depth + 1)] };
  if (reader.take('(')) {
    const inner = parseAlternatives(reader, depth + 1);
    reader.expect(')');
    return inner;
  }
  if (reader.take('S_INTERSECTS')) return parseIntersection(reader);
  return parsePredicate(reader);
}

function parsePredicate(reader: TokenReader): Cql2 {
  const left = parseOperand(reader, 0);
  for (const op of COMPARISONS) {
    if (reader.take(op)) return { op, args: [left, parseOperand(reader, 0)] };
  }
  if (reader.take('IS')) {
    const negated = reader.take('NOT');
    reader.expect('NULL');
    return negate(negated, { op: 'isNull', args: [left] });
  }
  const negated = reader.take('NOT');
  if (reader.take('LIKE'))
    return negate(negated, { op: 'like', args: [left, parseOperand(reader, 0)] });
  if (reader.take('IN')) return negate(negated, { op: 'in', args: [left, parseList(reader)] });
  if (reader.take('BETWEEN')) {
    const low = parseOperand(reader, 0);
    reader.expect('AND');
    return negate(negated, { op: 'between', args: [left, low, parseOperand(reader, 0)] });
  }
  if (typeof left === 'boolean' && !negated) return left;
  return reader.fail('a comparison such as = or LIKE');
}

function negate(negated: boolean, predicate: Cql2): Cql2 {
  return negated ? { op: 'not', args: [predicate] } : predicate;
}

function parseList(reader: TokenReader): readonly Cql2[] {
  reader.expect('(');
  const list = [parseOperand(reader, 0)];
  while (reader.take(',')) list.push(parseOperand(reader, 0));
  reader.expect(')');
  return list;
}

function parseOperand(reader: TokenReader, depth: number): Cql2 {
  if (depth > MAX_NESTING)
    throw new FilterMistake(`expected at most ${MAX_NESTING} levels of nesting`);
  if (reader.take('CASEI')) {
    reader.expect('(');
    const inner = parseOperand(reader, depth + 1);
    reader.expect(')');
    return { op: 'casei', args: [inner] };
  }
  for (const kind of ['DATE', 'TIMESTAMP'] as const) {
    if (reader.take(kind)) return parseInstant(reader, kind);
  }
  const sign = reader.takeSign();
  const token = reader.peek();
  if (token?.kind === 'number') {
    reader.next();
    return (sign ?? 1) * token.value;
  }
  if (token === undefined || token.kind === 'symbol' || sign !== undefined)
    return reader.fail('a property or a value');
  reader.next();
  if (token.kind === 'text') return token.value;
  if (token.kind === 'word' && /^(true|false)$/i.test(token.value))
    return token.value.toLowerCase() === 'true';
  return { property: token.value };
}

const INSTANT_FORMS = {
  DATE: { form: /^[^T]*$/i, example: "DATE('2026-11-23')" },
  TIMESTAMP: { form: /T.*Z$/i, example: "TIMESTAMP('2026-11-23T12:00:00Z')" },
};

/** A day or an instant. Our facts hold for whole days, so an instant stands for its day, as in `datetime`. */
function parseInstant(reader: TokenReader, kind: keyof typeof INSTANT_FORMS): Cql2 {
  reader.expect('(');
  const token = reader.next();
  const { form, example } = INSTANT_FORMS[kind];
  const date = token?.kind === 'text' && form.test(token.value) ? readDay(token.value) : undefined;
  if (date === undefined) throw new FilterMistake(`expected ${example}`);
  reader.expect(')');
  return { date };
}

/** `S_INTERSECTS(geometry, POINT(37 55))` or with `BBOX(west,south,east,north)`. */
function parseIntersection(reader: TokenReader): Cql2 {
  reader.expect('(');
  const property = parseOperand(reader, 0);
  reader.expect(',');
  const shape = parseShape(reader);
  reader.expect(')');
  return { op: 's_intersects', args: [property, shape] };
}

function parseShape(reader: TokenReader): Cql2 {
  if (reader.take('BBOX')) return { op: 'bbox', args: parseList(reader) };
  if (!reader.take('POINT')) return reader.fail('POINT or BBOX');
  // A height, announced by Z or not, is read as in BBOX and not looked at.
  reader.take('Z');
  reader.expect('(');
  const coordinates = [parseNumber(reader), parseNumber(reader)];
  if (!reader.take(')')) {
    parseNumber(reader);
    reader.expect(')');
  }
  return { type: 'Point', coordinates };
}

function parseNumber(reader: TokenReader): number {
  const value = parseOperand(reader, 0);
  return typeof value === 'number' ? value : reader.fail('a number');
}
