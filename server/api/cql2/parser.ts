import { readDay } from '../datetime.ts';
import { type Cql2, FilterMistake } from './expression.ts';

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
 * @throws FilterMistake naming the first character that begins no token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERNS);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      throw new FilterMistake(`cannot read on from ${JSON.stringify(text.slice(from, from + 20))}`);
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

  /** Steps over a keyword or symbol; throws a `FilterMistake` where another stands. */
  expect(wanted: string): void {
    if (!this.take(wanted)) this.fail(wanted);
  }

  /** Throws a `FilterMistake` that says what was expected instead of the next token. */
  fail(expected: string): never {
    const token = this.peek();
    const found = token === undefined ? 'the end' : JSON.stringify(token.value);
    throw new FilterMistake(`expected ${expected}, not ${found}`);
  }
}

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
