import { readDay } from '../datetime.ts';
import {
  COMPARISONS,
  type Cql2,
  FilterError,
  FOLDS,
  FUNCTIONS,
  type IntervalEnd,
  isTruth,
  MAX_NESTING,
  SPATIAL_PREDICATES,
  TEMPORAL_PREDICATES,
} from './expression.ts';
import { endOf } from './read-json.ts';
import { TokenReader, tokenize } from './tokens.ts';
import { parseShape, takeShape } from './well-known-text.ts';

/** Longest filter that is read. */
export const MAX_FILTER_LENGTH = 2_000;

/**
 * Parses CQL2 text: `AND`, `OR`, `NOT`, comparisons, `IS NULL`, `BETWEEN`, `IN`, `LIKE`, `CASEI`, `ACCENTI`, arithmetic,
 * `DATE`, `TIMESTAMP`, `INTERVAL`, `TRUE`, `FALSE`, spatial predicates over shapes in WKT, and temporal predicates.
 * A bracket may hold either a truth or a value: what it held is known only after it, so that both are read in one way.
 *
 * Decision: the parser is our own. The one on npm, cql2-wasm 0.5.0-rc1, loses parts of a filter in silence
 * (`n BETWEEN 1 AND 2 AND a = 1` keeps the BETWEEN alone, `a = 1 AND` and `a = 1; b` keep `a = 1`), takes twice as long
 * for each bracket before an error (22 of them half a minute), and is broken for good after some 300. Where it is right,
 * `cql2-library.test.ts` compares this parser and its filter with it.
 *
 * @throws FilterError saying what was expected where.
 */
export function parseCql2(text: string): Cql2 {
  if (text.length > MAX_FILTER_LENGTH) {
    throw new FilterError(`expected at most ${MAX_FILTER_LENGTH} characters`);
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
    throw new FilterError(`expected at most ${MAX_NESTING} levels of nesting`);
  if (reader.take('NOT')) return { op: 'not', args: [parseFactor(reader, depth + 1)] };
  return parsePredicate(reader, depth);
}

function parsePredicate(reader: TokenReader, depth: number): Cql2 {
  const left = parseSum(reader, depth);
  for (const op of COMPARISONS) {
    if (reader.take(op)) return { op, args: [left, parseSum(reader, depth)] };
  }
  if (reader.take('IS')) {
    const negated = reader.take('NOT');
    reader.expect('NULL');
    return negate(negated, { op: 'isNull', args: [left] });
  }
  const negated = reader.take('NOT');
  if (reader.take('LIKE'))
    return negate(negated, { op: 'like', args: [left, parseSum(reader, depth)] });
  if (reader.take('IN'))
    return negate(negated, { op: 'in', args: [left, parseList(reader, depth)] });
  if (reader.take('BETWEEN')) {
    const low = parseSum(reader, depth);
    reader.expect('AND');
    return negate(negated, { op: 'between', args: [left, low, parseSum(reader, depth)] });
  }
  const isValueInBrackets = depth > 0 && reader.isNext(')');
  if (!negated && (isTruth(left) || isValueInBrackets)) return left;
  return reader.fail('a comparison such as = or LIKE');
}

function negate(negated: boolean, predicate: Cql2): Cql2 {
  return negated ? { op: 'not', args: [predicate] } : predicate;
}

function parseList(reader: TokenReader, depth: number): readonly Cql2[] {
  reader.expect('(');
  const list = [parseSum(reader, depth)];
  while (reader.take(',')) list.push(parseSum(reader, depth));
  reader.expect(')');
  return list;
}

/** A value: a chain of sums of products of powers (OGC 21-065r2, annex B, `arithmeticExpression`). */
function parseSum(reader: TokenReader, depth: number): Cql2 {
  return parseChain(reader, ['+', '-'], () => parseProduct(reader, depth));
}

function parseProduct(reader: TokenReader, depth: number): Cql2 {
  return parseChain(reader, ['*', '/', '%', 'div'], () => parsePower(reader, depth));
}

/** Operations of one rank, from the left. */
function parseChain(reader: TokenReader, ranks: readonly string[], parse: () => Cql2): Cql2 {
  let left = parse();
  for (;;) {
    const op = ranks.find((each) => reader.take(each.toUpperCase()));
    if (op === undefined) return left;
    left = { op, args: [left, parse()] };
  }
}

/** One power: the grammar knows no power of a power without brackets. */
function parsePower(reader: TokenReader, depth: number): Cql2 {
  const base = parseSigned(reader, depth);
  return reader.take('^') ? { op: '^', args: [base, parseSigned(reader, depth)] } : base;
}

/** The sign belongs to what follows it, before any power: `-2^2` is 4. */
function parseSigned(reader: TokenReader, depth: number): Cql2 {
  const sign = reader.takeSign();
  const token = reader.peek();
  if (token?.kind === 'number') {
    reader.next();
    return (sign ?? 1) * token.value;
  }
  if (sign === undefined) return parseOperand(reader, depth);
  return sign === 1
    ? reader.fail('a number')
    : { op: '*', args: [-1, parseOperand(reader, depth)] };
}

function parseOperand(reader: TokenReader, depth: number): Cql2 {
  if (depth > MAX_NESTING)
    throw new FilterError(`expected at most ${MAX_NESTING} levels of nesting`);
  const whole = takeBrackets(reader, depth) ?? takeTime(reader) ?? takeShape(reader);
  if (whole !== undefined) return whole;
  const token = reader.peek();
  if (token === undefined || token.kind === 'symbol' || token.kind === 'number')
    return reader.fail('a property or a value');
  reader.next();
  if (token.kind === 'text') return token.value;
  if (token.kind === 'word') reader.refuseCall('function', token.value, FUNCTIONS);
  if (token.kind === 'word' && /^(true|false)$/i.test(token.value))
    return token.value.toLowerCase() === 'true';
  return { property: token.value };
}

/** What stands in brackets, alone or after the name of a predicate or of a folding, if that is next. */
function takeBrackets(reader: TokenReader, depth: number): Cql2 | undefined {
  if (reader.take('(')) {
    const inner = parseAlternatives(reader, depth + 1);
    reader.expect(')');
    return inner;
  }
  for (const op of SPATIAL_PREDICATES) {
    if (reader.take(op.toUpperCase())) return parsePair(reader, op, parseShape);
  }
  for (const op of TEMPORAL_PREDICATES) {
    if (reader.take(op.toUpperCase()))
      return parsePair(reader, op, (inner) => parseSum(inner, depth + 1));
  }
  for (const op of FOLDS) {
    if (!reader.take(op.toUpperCase())) continue;
    reader.expect('(');
    const inner = parseSum(reader, depth + 1);
    reader.expect(')');
    return { op, args: [inner] };
  }
  return undefined;
}

function takeTime(reader: TokenReader): Cql2 | undefined {
  for (const kind of ['DATE', 'TIMESTAMP'] as const) {
    if (reader.take(kind)) return parseInstant(reader, kind);
  }
  return reader.take('INTERVAL') ? parseInterval(reader) : undefined;
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
  if (date === undefined) {
    const found = token === undefined ? 'the end' : JSON.stringify(token.value);
    throw new FilterError(`expected ${example}, not ${found}`);
  }
  reader.expect(')');
  return { date };
}

/** A predicate over two arguments in brackets: `S_INTERSECTS(geometry, POINT(37 55))`. */
function parsePair(reader: TokenReader, op: string, parse: (reader: TokenReader) => Cql2): Cql2 {
  reader.expect('(');
  const first = parse(reader);
  reader.expect(',');
  const second = parse(reader);
  reader.expect(')');
  return { op, args: [first, second] };
}

function parseInterval(reader: TokenReader): Cql2 {
  reader.expect('(');
  const from = parseEnd(reader);
  reader.expect(',');
  const to = parseEnd(reader);
  reader.expect(')');
  return { interval: [from, to] };
}

function parseEnd(reader: TokenReader): IntervalEnd {
  const token = reader.next();
  if (token?.kind === 'text') return endOf(token.value);
  if (token?.kind === 'word' || token?.kind === 'name') return { property: token.value };
  throw new FilterError("expected INTERVAL('2026-01-01','2026-12-31'), an open end being '..'");
}
