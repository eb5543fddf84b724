import { distance } from 'fastest-levenshtein';
import type { NamesOf } from './name-scans.ts';

/** Words shorter than this must be typed right: one other letter makes another word of them. */
const SHORTEST_MISTYPED = 4;
/** Share of letters that may be mistyped. */
const MISTYPED_SHARE = 0.2;
/** From so many letters on two may be others that sound otherwise; shorter names are too many for that. */
const LONG_NAME = 10;
/** From so many letters on the first one may be that of a key beside it. */
const LONG_WITH_SLIP = 8;

/** What a name that is not shown counts against one that is. */
export const ALTERNATE = 0.5;

/** A name, or a word of one, that a mistyped text may be. */
interface Candidate<E> {
  text: string;
  letters: number;
  entry: E;
  isAlternate: boolean;
}

/** Finds mistyped names. */
export interface SimilarNames<E> {
  /** Entries with a name, or a word of one, that differs in at most one letter in five; half a typo more for an alternate. */
  to: (name: string) => { entry: E; typos: number }[];
  /** Notes the names of usual lengths, a few lengths a piece. */
  prepare: () => Iterable<unknown>;
}

/** How many lengths one piece notes. */
const LENGTHS_AT_ONCE = 3;
/** Names of so many letters and more are few: they are noted under this one length, in the order of their own. */
const LONG = 19;

/**
 * Names are noted by their length when a text of nearly that length is first asked for: all at once would be as much work as
 * a hundred queries.
 */
export function createSimilarNames<E>(
  entries: readonly E[],
  { shown, alternates }: NamesOf<E>,
): SimilarNames<E> {
  const byLength = new Map<number, Candidate<E>[]>();
  const note = (lengths: readonly number[]): void => {
    const wanted = new Map<number, Candidate<E>[]>();
    for (const length of lengths) if (!byLength.has(length)) wanted.set(length, []);
    if (wanted.size === 0) return;
    const add = (text: string, entry: E, isAlternate: boolean): void => {
      const candidates = wanted.get(Math.min(text.length, LONG));
      candidates?.push({ text, letters: lettersOf(text), entry, isAlternate });
    };
    const addAll = (names: readonly string[], entry: E, isAlternate: boolean): void => {
      for (const name of names) {
        add(name, entry, isAlternate);
        if (name.includes(' ')) for (const word of name.split(' ')) add(word, entry, isAlternate);
      }
    };
    for (const entry of entries) {
      addAll(shown(entry), entry, false);
      addAll(alternates(entry), entry, true);
    }
    wanted.get(LONG)?.sort((a, b) => a.text.length - b.text.length);
    for (const [length, candidates] of wanted) byLength.set(length, candidates);
  };
  const to = (name: string): { entry: E; typos: number }[] => {
    if (name.length < SHORTEST_MISTYPED) return [];
    const most = Math.max(1, Math.round(name.length * MISTYPED_SHARE));
    const [least, longest] = [Math.max(SHORTEST_MISTYPED, name.length - most), name.length + most];
    const lengths = lengthsBetween(least, longest);
    note(lengths);
    const letters = lettersOf(name);
    const best = new Map<E, number>();
    for (const length of lengths) {
      for (const candidate of byLength.get(length) ?? []) {
        const { length: letterCount } = candidate.text;
        if (letterCount < least || letterCount > longest) continue;
        // One typo changes at most two letters of the set, so most names need no comparison.
        if (countBits(letters ^ candidate.letters) > 2 * most) continue;
        const changed = distance(name, candidate.text);
        if (changed > most || !isLikely(name, candidate.text, changed)) continue;
        const typos = changed + (candidate.isAlternate ? ALTERNATE : 0);
        if (typos < (best.get(candidate.entry) ?? Infinity)) {
          best.set(candidate.entry, typos);
        }
      }
    }
    return [...best].map(([entry, typos]) => ({ entry, typos }));
  };
  return {
    to,
    prepare: function* () {
      for (let from = SHORTEST_MISTYPED; from <= LONG; from += LENGTHS_AT_ONCE)
        yield note(lengthsBetween(from, from + LENGTHS_AT_ONCE - 1));
    },
  };
}

/**
 * Whether somebody who means the one name may have typed the other: nobody gets the first letter wrong, but for one that sounds
 * alike, is missing or too many, or in long names that of a key beside it; and of the other letters in short names only one, where
 * they do not sound alike.
 */
function isLikely(typed: string, name: string, changed: number): boolean {
  const [heardTyped, heard] = [soundOf(typed), soundOf(name)];
  const [first, meant] = [typed.charAt(0), name.charAt(0)];
  const isBegunAlike =
    heardTyped.charAt(0) === heard.charAt(0) ||
    typed.charAt(1) === meant ||
    name.charAt(1) === first ||
    (name.length >= LONG_WITH_SLIP && areNeighbours(first, meant));
  if (!isBegunAlike) return false;
  return changed < 2 || typed.length >= LONG_NAME || distance(heardTyped, heard) < 2;
}

/** The letters of a Russian text as they sound where no stress falls on them. */
function soundOf(text: string): string {
  let sound = '';
  for (const letter of text) {
    const heard = SOUNDS[letter] ?? letter;
    if (heard !== sound.at(-1)) sound += heard;
  }
  return sound;
}

const SOUNDS: Readonly<Record<string, string>> = {
  о: 'а',
  е: 'и',
  э: 'и',
  ы: 'и',
  я: 'и',
  ю: 'у',
  б: 'п',
  в: 'ф',
  г: 'к',
  х: 'к',
  д: 'т',
  з: 'с',
  ц: 'с',
  ж: 'ш',
  щ: 'ш',
  ч: 'ш',
  ь: '',
  ъ: '',
};

const KEYS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(a: string, b: string): boolean {
  return KEYS.some(
    (row) => Math.abs(row.indexOf(a) - row.indexOf(b)) === 1 && row.includes(a) && row.includes(b),
  );
}

/** The lengths under which names are noted. */
function lengthsBetween(least: number, most: number): number[] {
  const [from, to] = [Math.min(least, LONG), Math.min(most, LONG)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
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
