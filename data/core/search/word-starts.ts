import { normaliseName } from './normalise-name.ts';
import { romanise } from './romanise.ts';

/** Where in a list of lines words begin with some letters. */
export interface WordStarts {
  /** Positions of the lines with a word that begins with one or two letters, in order. */
  at: (letters: string) => readonly number[];
}

/** Finds the lines with a word that begins with some letters. */
export type FindStarts = (letters: string) => readonly number[];

/**
 * Looks for the letters in all lines as one text. That takes as long as making the table of `findWordStarts` for a hundredth of
 * the lines, so whoever looks for a few beginnings needs no table.
 */
export function createStartScan(lines: readonly string[]): FindStarts {
  const text = lines.join('');
  const ends = new Uint32Array(lines.length);
  let end = 0;
  for (let at = 0; at < lines.length; at += 1) {
    end += lines[at]?.length ?? 0;
    ends[at] = end;
  }
  /** The line that a character of the text stands in: the first that ends behind it. */
  const lineAt = (offset: number): number => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (letters) => {
    if (letters === '') return [];
    const wanted = ` ${letters}`;
    const found: number[] = [];
    for (let at = text.indexOf(wanted); at >= 0; ) {
      const line = lineAt(at);
      found.push(line);
      // The last character of a line is the space behind its last word.
      at = text.indexOf(wanted, ends[line]);
    }
    return found;
  };
}

/** More than any code of a letter, so that one number holds two letters. */
const SECOND = 0x10000;

/**
 * Notes the first two letters of all words; a space stands before and behind each word of a line.
 * @param positions of the lines to read, in order
 */
export function findWordStarts(
  lineAt: (position: number) => string,
  positions: Iterable<number>,
): WordStarts {
  const byLetters = new Map<number, number[]>();
  for (const position of positions) {
    const line = lineAt(position);
    let space = line.indexOf(' ');
    while (space >= 0 && space + 1 < line.length) {
      const key = line.charCodeAt(space + 1) * SECOND + line.charCodeAt(space + 2);
      const begun = byLetters.get(key);
      if (begun === undefined) byLetters.set(key, [position]);
      else if (begun[begun.length - 1] !== position) begun.push(position);
      space = line.indexOf(' ', space + 1);
    }
  }
  return {
    at: (letters) => {
      const first = letters.charCodeAt(0);
      if (letters.length > 1) return byLetters.get(first * SECOND + letters.charCodeAt(1)) ?? [];
      const begun = [...byLetters].filter(([key]) => Math.floor(key / SECOND) === first);
      return inOrder(begun.flatMap(([, positions]) => positions));
    },
  };
}

/**
 * Finds where words may begin with a letter once Russian ones are also written in Latin letters (`romanise`) and all as they are
 * compared (`normaliseName`): by the letters that such words begin with as they are written. So a Latin query has only the names
 * written out that can be meant, and some more.
 * @param russian finds among the Russian names
 * @param own Latin names in small letters, a space before and behind each word
 */
export function createLatinStarts(
  russian: FindStarts,
  own: readonly string[],
): (letter: string) => readonly number[] {
  const latin = createStartScan(own);
  const odd = [...own.keys()].filter((at) => ODD_START.test(own[at] ?? ''));
  return (letter) => {
    const letters = lettersBehind(letter);
    return inOrder([...letters.russian.flatMap(russian), ...letters.latin.flatMap(latin), ...odd]);
  };
}

/** A mark or a letter with a sign, of which the place in the alphabet is first known when it is normalised. */
const ODD_START = / [^a-z ]/;
const RUSSIAN_STARTS = 'абвгдежзиклмнопрстуфхцчшщыэюя';
/** Where the second letter of a word changes the sound of the first, besides the letter's own sound. */
const RUSSIAN_WITH_NEXT: Readonly<Record<string, string>> = { c: 'т', e: 'иы' };
const LATIN_WITH_NEXT: Readonly<Record<string, string>> = {
  c: 't',
  e: 'ijy',
  h: 'k',
  i: 'jy',
  v: 'w',
};

/** Letters that words begin with which begin with this one once they are romanised and normalised. */
export function lettersBehind(letter: string): {
  readonly russian: readonly string[];
  readonly latin: readonly string[];
} {
  const alone = [...RUSSIAN_STARTS].filter((each) =>
    normaliseName(romanise(each)).startsWith(letter),
  );
  return {
    // Other names of places in Latin letters stand among the Russian ones.
    russian: [letter, ...alone, ...(RUSSIAN_WITH_NEXT[letter] ?? '')],
    latin: [letter, ...(LATIN_WITH_NEXT[letter] ?? '')],
  };
}

/** Each position once; numbers in one block sort without a call for each two. */
function inOrder(positions: readonly number[]): number[] {
  const sorted = Uint32Array.from(positions).sort();
  return [...sorted].filter((position, at) => position !== sorted[at - 1]);
}
