import { FilterMistake } from './expression.ts';

/** A piece of CQL2 text. Words are keywords, functions and property names; `name` is a property in double quotes. */
export type Token =
  | { readonly kind: 'word' | 'name' | 'text' | 'symbol'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number };

const PATTERNS =
  /\s*(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|'((?:''|\\'|[^'])*)'|"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_.:]*)|(<>|<=|>=|[=<>(),+-]))/uy;

/**
 * Cuts CQL2 text into tokens (OGC 21-065r2, annex B): a quote inside a quoted text is written twice
 * or after a backslash. There are no other escapes: `\t` is a backslash and a letter, a tab stands for itself.
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

function tokenOf([, number, text, name, word, symbol]: readonly (string | undefined)[]): Token {
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  if (text !== undefined) return { kind: 'text', value: text.replaceAll(/''|\\'/g, "'") };
  if (name !== undefined) return { kind: 'name', value: name.replaceAll('""', '"') };
  if (word !== undefined) return { kind: 'word', value: word };
  return { kind: 'symbol', value: symbol ?? '' };
}
