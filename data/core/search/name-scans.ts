import { inflectionStem } from './near-names.ts';

/** Finds entries by their names. */
export interface NameIndex<E> {
  /** Entries with words that begin as all words of one of the texts do, in their order. */
  withWords(texts: readonly string[]): E[];
  /** Entries with exactly this name, in their order. */
  bearing(name: string): readonly E[];
  /** Entries of which a name, or the first word of one, has this stem, in their order. */
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

/** The names of an entry in one text, with a space before and behind each word. */
export function lineOf<E>(entry: E, { shown, alternates }: NamesOf<E>): string {
  const names = shown(entry).join(' ');
  const others = alternates(entry);
  return others.length === 0 ? ` ${names} ` : ` ${names} ${others.join(' ')} `;
}

/**
 * Finds entries by the first two letters of the words in their names. Names are told apart when letters are first asked for:
 * an index of all words (MiniSearch) takes longer to build than all queries of a reader to answer.
 * @param entries the largest first
 * @param lineAt the names of the entry at a position (`lineOf`)
 * @param starts positions of the entries with a word that begins with one or two letters, in order
 */
export function createNameIndex<E>(
  entries: readonly E[],
  { shown, alternates }: NamesOf<E>,
  lineAt: (position: number) => string,
  starts: (letters: string) => readonly number[],
): NameIndex<E> {
  const known = new Map<string, Beginning<E>>();
  const beginning = (word: string): Beginning<E> => {
    const letters = word.slice(0, 2);
    const before = known.get(letters);
    if (before !== undefined) return before;
    const found = starts(letters);
    if (found.length === 0) return { positions: found };
    const made = { positions: found };
    known.set(letters, made);
    return made;
  };
  /** Of the names that begin with the letters; their keys begin so too. */
  const tableOf = (
    letters: string,
    at: readonly number[],
    keysOf: (name: string) => readonly string[],
  ) => {
    const table = new Map<string, E[]>();
    const add = (name: string, entry: E): void => {
      if (!name.startsWith(letters)) return;
      for (const key of keysOf(name)) {
        const bearers = table.get(key);
        if (bearers === undefined) table.set(key, [entry]);
        else if (bearers.at(-1) !== entry) bearers.push(entry);
      }
    };
    for (const position of at) {
      const entry = entries[position];
      if (entry === undefined) continue;
      for (const name of shown(entry)) add(name, entry);
      for (const name of alternates(entry)) add(name, entry);
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
          if (entry !== undefined && words.every((word) => lineAt(at).includes(` ${word}`))) {
            found.add(entry);
          }
        }
      }
      return [...found];
    },
    bearing(name) {
      const begun = beginning(name);
      begun.byName ??= tableOf(name.slice(0, 2), begun.positions, (each) => [each]);
      return begun.byName.get(name) ?? [];
    },
    inflected(stem) {
      const begun = beginning(stem);
      begun.byStem ??= tableOf(stem.slice(0, 2), begun.positions, (name) => {
        // Abbreviations have no cases.
        if (name.length < SHORTEST_INFLECTED) return [];
        const [first = ''] = name.split(' ', 1);
        // `Саратов` ends like a case of something else, and in `Саратове` nothing but `е` is an ending. What is said of
        // Набережные Челны is said of `Набережных`.
        const wholes = [inflectionStem(name), name];
        return first === name || first.length < LONG_ENOUGH
          ? wholes
          : [...wholes, inflectionStem(first)];
      });
      return begun.byStem.get(stem) ?? [];
    },
  };
}

/** The shortest names that have cases: `Уфа`. */
const SHORTEST_INFLECTED = 3;
/** So few letters begin thousands of words, of which the list shows the largest places anyway. */
const LONG_ENOUGH = 4;
const MOST_FOUND = 400;
