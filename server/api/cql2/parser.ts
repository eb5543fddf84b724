import type { Position } from 'geojson';
import { readDay } from '../datetime.ts';
import {
  type Cql2,
  FilterError,
  MAX_NESTING,
  SPATIAL_PREDICATES,
  TEMPORAL_PREDICATES,
} from './expression.ts';
import { endOf } from './read-json.ts';

/** A piece of CQL2 text. Words are keywords, functions and property names; `name` is a property in double quotes. */
export type Token =
  | { readonly kind: 'word' | 'name' | 'text' | 'symbol'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number };

const PATTERNS =
  /\s*(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|'((?:''|\\[\s\S]|[^'\\])*)'|'((?:''|\\[\s\S]|[^'\\])*\\)'|"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_.:]*)|(<>|<=|>=|[=<>(),+-]))/uy;

/** Control characters by the letter that stands for each after a backslash (OGC 21-065r2, requirement cql2-text/escaping). */
const CONTROLS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/**
 * Cuts CQL2 text into tokens (OGC 21-065r2, annex B). In a quoted text a quote is written twice or after a backslash, which
 * also makes control characters of seven letters and a backslash of another; before anything else it stands for itself, as
 * in a pattern of `LIKE`. One before the last quote of all is the end of the text.
 *
 * @throws FilterError naming the first character that begins no token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERNS);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      throw new FilterError(`cannot read on from ${JSON.stringify(text.slice(from, from + 20))}`);
    }
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function readEscapes(text: string): string {
  return text.replaceAll(/''|\\([\\'abtnvfr])/g, (_match, letter: string | undefined) =>
    letter === undefined ? "'" : (CONTROLS[letter] ?? letter),
  );
}

function tokenOf([, number, text, ended, name, word, symbol]: readonly (
  | string
  | undefined
)[]): Token {
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  const quoted = text ?? ended;
  if (quoted !== undefined) return { kind: 'text', value: readEscapes(quoted) };
  if (name !== undefined) return { kind: 'name', value: name.replaceAll('""', '"') };
  if (word !== undefined) return { kind: 'word', value: word };
  return { kind: 'symbol', value: symbol ?? '' };
}

/** Tokens of a filter with a position among them. Keywords are compared without case. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next token, without stepping over it; `undefined` at the end. */
  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Steps over the next token. */
  next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** Steps over a keyword or symbol if it is next. */
  take(wanted: string): boolean {
    const token = this.peek();
    const found =
      (token?.kind === 'word' || token?.kind === 'symbol') && token.value.toUpperCase() === wanted;
    if (found) this.#at++;
    return found;
  }

  /** Steps over a sign if it is next. */
  takeSign(): 1 | -1 | undefined {
    if (this.take('-')) return -1;
    return this.take('+') ? 1 : undefined;
  }

  /** Steps over a keyword or symbol; throws a `FilterError` where another stands. */
  expect(wanted: string): void {
    if (!this.take(wanted)) this.fail(wanted);
  }

  /** Throws a `FilterError` that says what was expected instead of the next token. */
  fail(expected: string): never {
    const token = this.peek();
    const found = token === undefined ? 'the end' : JSON.stringify(token.value);
    throw new FilterError(`expected ${expected}, not ${found}`);
  }
}

/** Longest filter that is read. */
export const MAX_FILTER_LENGTH = 2_000;

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='];

/**
 * Parses CQL2 text: `AND`, `OR`, `NOT`, comparisons, `IS NULL`, `BETWEEN`, `IN`, `LIKE`, `CASEI`, `ACCENTI`, `DATE`,
 * `TIMESTAMP`, `INTERVAL`, `TRUE`, `FALSE`, spatial predicates over shapes in WKT, and temporal predicates.
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
  if (reader.take('(')) {
    const inner = parseAlternatives(reader, depth + 1);
    reader.expect(')');
    return inner;
  }
  for (const op of SPATIAL_PREDICATES) {
    if (reader.take(op.toUpperCase())) return parsePair(reader, op, parseShape);
  }
  for (const op of TEMPORAL_PREDICATES) {
    if (reader.take(op.toUpperCase())) return parsePair(reader, op, parseTime);
  }
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
    throw new FilterError(`expected at most ${MAX_NESTING} levels of nesting`);
  for (const op of ['casei', 'accenti']) {
    if (!reader.take(op.toUpperCase())) continue;
    reader.expect('(');
    const inner = parseOperand(reader, depth + 1);
    reader.expect(')');
    return { op, args: [inner] };
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
  if (date === undefined) throw new FilterError(`expected ${example}`);
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

function parseTime(reader: TokenReader): Cql2 {
  if (!reader.take('INTERVAL')) return parseOperand(reader, 0);
  reader.expect('(');
  const from = parseEnd(reader);
  reader.expect(',');
  const to = parseEnd(reader);
  reader.expect(')');
  return { interval: [from, to] };
}

function parseEnd(reader: TokenReader): string | undefined {
  const token = reader.next();
  if (token?.kind !== 'text')
    throw new FilterError("expected INTERVAL('2026-01-01','2026-12-31'), an open end being '..'");
  return endOf(token.value);
}

/** A property or a shape in well-known text (OGC 06-103r4); heights are read and not looked at. */
function parseShape(reader: TokenReader): Cql2 {
  if (reader.take('BBOX')) return { op: 'bbox', args: parseList(reader) };
  if (reader.take('POINT')) return { type: 'Point', coordinates: only1(parseTuple(reader)) };
  if (reader.take('LINESTRING')) return { type: 'LineString', coordinates: parseTuple(reader) };
  if (reader.take('POLYGON')) {
    return { type: 'Polygon', coordinates: parseTuples(reader, parseTuple) };
  }
  if (reader.take('MULTIPOINT')) {
    return { type: 'MultiPoint', coordinates: parseTuples(reader, parsePlace) };
  }
  if (reader.take('MULTILINESTRING')) {
    return { type: 'MultiLineString', coordinates: parseTuples(reader, parseTuple) };
  }
  if (reader.take('MULTIPOLYGON')) {
    const rings = (inner: TokenReader) => parseTuples(inner, parseTuple);
    return { type: 'MultiPolygon', coordinates: parseTuples(reader, rings) };
  }
  const property = parseOperand(reader, 0);
  return typeof property === 'object' && 'property' in property
    ? property
    : reader.fail('a property, BBOX, POINT, LINESTRING, POLYGON or one of several of them');
}

/** Things in brackets, separated by commas; a `Z` before them announces heights. */
function parseTuples<T>(reader: TokenReader, parse: (reader: TokenReader) => T): T[] {
  reader.take('Z');
  reader.expect('(');
  const list = [parse(reader)];
  while (reader.take(',')) list.push(parse(reader));
  reader.expect(')');
  return list;
}

function parseTuple(reader: TokenReader): Position[] {
  return parseTuples(reader, parsePosition);
}

/** One of several points, in brackets of its own or not. */
function parsePlace(reader: TokenReader): Position {
  if (!reader.take('(')) return parsePosition(reader);
  const position = parsePosition(reader);
  reader.expect(')');
  return position;
}

function parsePosition(reader: TokenReader): Position {
  const position = [parseNumber(reader), parseNumber(reader)];
  const next = reader.peek();
  const isHeight =
    next?.kind === 'number' || (next?.kind === 'symbol' && '+-'.includes(next.value));
  if (isHeight) parseNumber(reader);
  return position;
}

function only1(positions: readonly Position[]): Position {
  const [position, ...others] = positions;
  if (position === undefined || others.length > 0)
    throw new FilterError('expected POINT(lon lat), one position');
  return position;
}

function parseNumber(reader: TokenReader): number {
  const value = parseOperand(reader, 0);
  return typeof value === 'number' ? value : reader.fail('a number');
}
