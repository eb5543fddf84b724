import { distance } from 'fastest-levenshtein';

/** What has names to scan, all of them normalised. */
interface Named {
  names: readonly string[];
  alternates: readonly string[];
}

/**
 * Finds entries by words of their names, also unfinished ones. All names stand in one text that is scanned for the longest
 * word: at five thousand places that takes a fraction of a millisecond, while an index of words (MiniSearch) takes longer to
 * build than all queries of a reader to answer.
 * @param entries the largest first
 */
export function createWordSearch<E extends Named>(
  entries: readonly E[],
): (texts: readonly string[]) => E[] {
  const lines = entries.map(({ names, alternates }) => ` ${[...names, ...alternates].join(' ')}\n`);
  const starts = new Uint32Array(lines.length);
  let length = 0;
  lines.forEach((line, at) => {
    starts[at] = length;
    length += line.length;
  });
  const text = lines.join('');
  return (texts) => {
    const most = (texts[0] ?? '').length < LONG_ENOUGH ? MOST_FOUND : Infinity;
    const found = new Set<E>();
    for (const words of texts.map((each) => each.split(' '))) {
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
      let at = text.indexOf(` ${longest}`);
      while (at >= 0 && found.size < most) {
        const line = lineAt(starts, at);
        const entry = entries[line];
        if (entry !== undefined && words.every((word) => lines[line]?.includes(` ${word}`))) {
          found.add(entry);
        }
        // One hit a line is enough.
        at = text.indexOf(` ${longest}`, starts[line + 1] ?? text.length);
      }
    }
    return [...found];
  };
}

/** So few letters begin thousands of words, of which the list shows the largest places anyway. */
const LONG_ENOUGH = 4;
const MOST_FOUND = 400;

/** Index of the last start at or before a position. */
function lineAt(starts: Uint32Array, position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

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
export function createSimilarNames<E extends Named>(
  entries: readonly E[],
): (name: string) => { entry: E; typos: number }[] {
  const byLength = new Map<number, Candidate<E>[]>();
  const add = (text: string, entry: E, isAlternate: boolean): void => {
    if (text.length < SHORTEST_MISTYPED) return;
    const candidates = byLength.get(text.length) ?? [];
    byLength.set(text.length, candidates);
    candidates.push({ text, letters: lettersOf(text), entry, isAlternate });
  };
  for (const entry of entries) {
    for (const text of withWordsOf(entry.names)) add(text, entry, false);
    for (const text of withWordsOf(entry.alternates)) add(text, entry, true);
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
