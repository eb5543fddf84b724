import { distance } from 'fastest-levenshtein';
import { inflectionStem } from './near-names.ts';

/** Finds entries by their names. */
export interface NameIndex<E> {
  /** Entries with words that begin as all words of one of the texts do, in their order. */
  withWords(texts: readonly string[]): E[];
  /** Entries with exactly this name, in their order. */
  bearing(name: string): readonly E[];
  /** Entries of which a name has this stem, in their order. */
  inflected(stem: string): readonly E[];
}

/** Which names of an entry an index holds, all of them normalised. */
export interface NamesOf<E> {
  shown: (entry: E) => readonly string[];
  alternates: (entry: E) => readonly string[];
}

/** Positions of the entries with a word that begins with some letters, and tables of the names that begin so. */
interface Beginning<E> {
  readonly positions: readonly number[];
  byName?: ReadonlyMap<string, readonly E[]>;
  byStem?: ReadonlyMap<string, readonly E[]>;
}

/**
 * Indexes entries by the first two letters of the words in their names. Names are told apart when letters are first asked for:
 * an index of all words (MiniSearch) takes longer to build than all queries of a reader to answer.
 * @param entries the largest first
 */
export function createNameIndex<E>(
  entries: readonly E[],
  { shown, alternates }: NamesOf<E>,
): NameIndex<E> {
  const lines = entries.map((entry) => {
    const names = shown(entry).join(' ');
    const others = alternates(entry);
    return others.length === 0 ? ` ${names} ` : ` ${names} ${others.join(' ')} `;
  });
  const positions = positionsByLetters(lines);
  const known = new Map<string, Beginning<E>>();
  const beginning = (word: string): Beginning<E> => {
    const letters = word.slice(0, 2);
    const before = known.get(letters);
    if (before !== undefined) return before;
    const found = positions(letters);
    if (found.length === 0) return { positions: found };
    const made = { positions: found };
    known.set(letters, made);
    return made;
  };
  const tableOf = (
    letters: string,
    at: readonly number[],
    keysOf: (entry: E) => readonly string[],
  ) => {
    const table = new Map<string, E[]>();
    for (const entry of at.flatMap((position) => entries[position] ?? [])) {
      for (const key of keysOf(entry)) {
        if (!key.startsWith(letters)) continue;
        const bearers = table.get(key);
        if (bearers === undefined) table.set(key, [entry]);
        else if (bearers.at(-1) !== entry) bearers.push(entry);
      }
    }
    return table;
  };
  return {
    withWords(texts) {
      const most = (texts[0] ?? '').length < LONG_ENOUGH ? MOST_FOUND : Infinity;
      const found = new Set<E>();
      for (const words of texts.map((each) => each.split(' '))) {
        const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
        for (const at of beginning(longest).positions) {
          if (found.size >= most) break;
          const entry = entries[at];
          if (entry !== undefined && words.every((word) => lines[at]?.includes(` ${word}`))) {
            found.add(entry);
          }
        }
      }
      return [...found];
    },
    bearing(name) {
      const begun = beginning(name);
      begun.byName ??= tableOf(name.slice(0, 2), begun.positions, (entry) => [
        ...shown(entry),
        ...alternates(entry),
      ]);
      return begun.byName.get(name) ?? [];
    },
    inflected(stem) {
      const begun = beginning(stem);
      begun.byStem ??= tableOf(stem.slice(0, 2), begun.positions, (entry) =>
        // `Саратов` ends like a case of something else, and in `Саратове` nothing but `е` is an ending.
        [...shown(entry), ...alternates(entry)].flatMap((name) => [inflectionStem(name), name]),
      );
      return begun.byStem.get(stem) ?? [];
    },
  };
}

/** Where words begin with one or two letters, in order; a space stands before and behind each word of a line. */
function positionsByLetters(lines: readonly string[]): (letters: string) => readonly number[] {
  const byLetters = new Map<number, number[]>();
  for (let position = 0; position < lines.length; position += 1) {
    const line = lines[position] ?? '';
    let space = line.indexOf(' ');
    while (space >= 0 && space + 1 < line.length) {
      const key = line.charCodeAt(space + 1) * SECOND + line.charCodeAt(space + 2);
      const positions = byLetters.get(key);
      if (positions === undefined) byLetters.set(key, [position]);
      else if (positions.at(-1) !== position) positions.push(position);
      space = line.indexOf(' ', space + 1);
    }
  }
  return (letters) => {
    const first = letters.charCodeAt(0);
    if (letters.length > 1) return byLetters.get(first * SECOND + letters.charCodeAt(1)) ?? [];
    const begun = [...byLetters].filter(([key]) => Math.floor(key / SECOND) === first);
    return [...new Set(begun.flatMap(([, positions]) => positions))].sort((a, b) => a - b);
  };
}

/** More than any code of a letter, so that one number holds two letters. */
const SECOND = 0x10000;

/** So few letters begin thousands of words, of which the list shows the largest places anyway. */
const LONG_ENOUGH = 4;
const MOST_FOUND = 400;

/** Words shorter than this must be typed right: one other letter makes another word of them. */
const SHORTEST_MISTYPED = 4;
/** Share of letters that may be mistyped. */
const MISTYPED_SHARE = 0.2;

interface Candidate<E> {
  text: string;
  letters: number;
  entry: E;
  isAlternate: boolean;
}

/** What a name that is not shown counts against one that is. */
export const ALTERNATE = 0.5;

/** Finds entries with a name, or a word of one, that differs in at most one letter in five; half a typo more for an alternate. */
export function createSimilarNames<E>(
  entries: readonly E[],
  { shown, alternates }: NamesOf<E>,
): (name: string) => { entry: E; typos: number }[] {
  const byLength = new Map<number, Candidate<E>[]>();
  const add = (text: string, entry: E, isAlternate: boolean): void => {
    if (text.length < SHORTEST_MISTYPED) return;
    const candidates = byLength.get(text.length) ?? [];
    byLength.set(text.length, candidates);
    candidates.push({ text, letters: lettersOf(text), entry, isAlternate });
  };
  for (const entry of entries) {
    for (const text of withWordsOf(shown(entry))) add(text, entry, false);
    for (const text of withWordsOf(alternates(entry))) add(text, entry, true);
  }
  return (name) => {
    if (name.length < SHORTEST_MISTYPED) return [];
    const most = Math.max(1, Math.round(name.length * MISTYPED_SHARE));
    const letters = lettersOf(name);
    const best = new Map<E, number>();
    for (let length = name.length - most; length <= name.length + most; length += 1) {
      for (const candidate of byLength.get(length) ?? []) {
        // One typo changes at most two letters of the set, so most names need no comparison.
        if (countBits(letters ^ candidate.letters) > 2 * most) continue;
        const changed = distance(name, candidate.text);
        const typos = changed + (candidate.isAlternate ? ALTERNATE : 0);
        if (changed <= most && typos < (best.get(candidate.entry) ?? Infinity)) {
          best.set(candidate.entry, typos);
        }
      }
    }
    return [...best].map(([entry, typos]) => ({ entry, typos }));
  };
}

/** Names and the words of those that have several. */
function withWordsOf(names: readonly string[]): Set<string> {
  const texts = new Set<string>();
  for (const name of names) {
    texts.add(name);
    if (name.includes(' ')) for (const word of name.split(' ')) texts.add(word);
  }
  return texts;
}

/** The letters of a text as a set of 32 bits; letters may share a bit. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** Bits that are set, counted in groups side by side (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
