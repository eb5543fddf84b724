import { FilterError } from './expression.ts';

/** A piece of CQL2 text. Words are keywords, functions and property names; `name` is a property in double quotes. */
type Token =
  | { readonly kind: 'word' | 'name' | 'text' | 'symbol'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number };

const PATTERNS =
  /\s*(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|'((?:''|\\[\s\S]|[^'\\])*)'|'((?:''|\\[\s\S]|[^'\\])*\\)'|"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_.:]*)|(<>|<=|>=|[=<>(),+*/%^-]))/uy;

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

  /** Whether a keyword or symbol is next. */
  isNext(wanted: string): boolean {
    const token = this.peek();
    return (
      (token?.kind === 'word' || token?.kind === 'symbol') && token.value.toUpperCase() === wanted
    );
  }

  /** Steps over a keyword or symbol if it is next. */
  take(wanted: string): boolean {
    const found = this.isNext(wanted);
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
    if (!this.take(wanted)) this.fail(JSON.stringify(wanted));
  }

  /**
   * Throws a `FilterError` where a bracket stands behind a name that none can stand behind.
   *
   * @param known names of the kind that was meant
   */
  refuseCall(kind: string, name: string, known: readonly string[]): void {
    if (!this.isNext('(')) return;
    const found = JSON.stringify(name.slice(0, 60));
    throw new FilterError(`there is no ${kind} ${found}; there are ${known.join(', ')}`);
  }

  /** Throws a `FilterError` that says what was expected instead of the next token. */
  fail(expected: string): never {
    const token = this.peek();
    const found = token === undefined ? 'the end' : JSON.stringify(token.value);
    throw new FilterError(`expected ${expected}, not ${found}`);
  }
}
