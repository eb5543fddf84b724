import { FilterMistake } from './expression.ts';
import type { Token } from './tokens.ts';

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
