import { distance } from 'fastest-levenshtein';
import type { NamesOf } from './name-scans.ts';

/** Words shorter than this must be typed right: one other letter makes another word of them. */
const SHORTEST_MISTYPED = 4;
/** Share of letters that may be mistyped. */
const MISTYPED_SHARE = 0.2;

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

/** Longer names are few, and longer queries seldom mistyped names; and how many lengths one piece notes. */
const LONGEST_PREPARED = 18;
const LENGTHS_AT_ONCE = 3;

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
      wanted.get(text.length)?.push({ text, letters: lettersOf(text), entry, isAlternate });
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
    for (const [length, candidates] of wanted) byLength.set(length, candidates);
  };
  const to = (name: string): { entry: E; typos: number }[] => {
    if (name.length < SHORTEST_MISTYPED) return [];
    const most = Math.max(1, Math.round(name.length * MISTYPED_SHARE));
    const least = Math.max(SHORTEST_MISTYPED, name.length - most);
    const lengths = lengthsBetween(least, name.length + most);
    note(lengths);
    const letters = lettersOf(name);
    const best = new Map<E, number>();
    for (const length of lengths) {
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
  return {
    to,
    prepare: function* () {
      for (let from = SHORTEST_MISTYPED; from <= LONGEST_PREPARED; from += LENGTHS_AT_ONCE)
        yield note(lengthsBetween(from, from + LENGTHS_AT_ONCE - 1));
    },
  };
}

function lengthsBetween(least: number, most: number): number[] {
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
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
