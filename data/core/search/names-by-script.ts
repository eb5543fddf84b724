import { spellable } from './latin-spelling.ts';
import { createNameIndex, lineOf, type NameIndex } from './name-scans.ts';
import { createSimilarNames, type SimilarNames } from './similar-names.ts';
import { createSpeltNames, type SpeltNames } from './spelt-names.ts';
import {
  createLatinStarts,
  createStartScan,
  findWordStarts,
  type WordStarts,
} from './word-starts.ts';

/** Makes something once, when it is first asked for: what only some queries need costs the others nothing. */
export function whenFirstAsked<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The names of an entry. */
export interface NamesInScripts {
  /** The shown names and their romanisation, normalised. */
  readonly names: readonly string[];
  /** Of these the ones that a text without Latin letters can be; the others are first written out when they are asked for. */
  readonly withoutLatin: readonly string[];
  /** Every other name, in its own letters (`plainName`) if it is Latin, else normalised. */
  readonly alternates: readonly string[];
  /** Its Russian names as they are shown. */
  readonly russian: readonly string[];
  /** The Latin name as it is shown, where it may be another than the romanised Russian one; else empty. */
  readonly ownLatin: string;
}

/** Entries by their names. */
interface Names<E> extends NameIndex<E> {
  similar: SimilarNames<E>;
}

/** Entries by their names in the letters of a text. */
interface NamesByScript<E> {
  namesFor: (text: string) => Names<E>;
  /** Entries by Latin spellings of their Russian names. */
  latin: SpeltNames<E>;
  /** Makes in pieces, one a turn, what first queries in Latin letters or with typos would else wait for. */
  prepare: () => Iterable<unknown>;
}

/** After so many looks through all lines the table of their words would have been as quick. */
const MOST_SCANS = 30;
const HAS_LATIN = /\p{Script=Latin}/u;
const RUSSIAN = /^[а-яё ]+$/;
/** Those that normalised names have. */
const LATIN_LETTERS = 'abcdefghiklmnoprstuvxz';

/**
 * Indexes names by the script of what is looked for. Most queries are Russian: for these no name is written in Latin letters,
 * and for a Latin one only those that begin like it.
 * @param entries the largest first
 */
export function createNamesByScript<E extends NamesInScripts>(
  entries: readonly E[],
): NamesByScript<E> {
  const alternates = (entry: E): readonly string[] => entry.alternates;
  const inRussian = { shown: (entry: E) => entry.withoutLatin, alternates };
  const inAll = { shown: (entry: E) => entry.names, alternates };
  const lines = entries.map((entry) => lineOf(entry, inRussian));
  const scan = createStartScan(lines);
  let scans = 0;
  let table: WordStarts | undefined;
  const russianStarts = (): WordStarts => {
    table ??= findWordStarts((position) => lines[position] ?? '', entries.keys());
    return table;
  };
  const startsWithRussian = (letters: string): readonly number[] => {
    if (table !== undefined) return table.at(letters);
    scans += 1;
    return scans > MOST_SCANS ? russianStarts().at(letters) : scan(letters);
  };
  const latinStarts = whenFirstAsked(() =>
    createLatinStarts(
      startsWithRussian,
      entries.map(({ ownLatin }) => rawLine(ownLatin)),
    ),
  );

  const latinLines: string[] = [];
  const latinLineAt = (position: number): string => {
    const entry = entries[position];
    latinLines[position] ??= entry === undefined ? '' : lineOf(entry, inAll);
    return latinLines[position];
  };
  const namesIn = (
    namesOf: typeof inAll,
    lineAt: (position: number) => string,
    startsOf: (letters: string) => readonly number[],
  ): Names<E> => ({
    ...createNameIndex(entries, namesOf, lineAt, startsOf),
    similar: createSimilarNames(entries, namesOf),
  });
  const russian = namesIn(inRussian, (position) => lines[position] ?? '', startsWithRussian);
  const byFirst = new Map<string, WordStarts>();
  const startsWithLatin = (letters: string): readonly number[] => {
    const first = letters.charAt(0);
    const known = byFirst.get(first);
    if (known !== undefined) return known.at(letters);
    const positions = latinStarts()(first);
    if (positions.length === 0) return [];
    const begun = findWordStarts(latinLineAt, positions);
    byFirst.set(first, begun);
    return begun.at(letters);
  };
  const all = namesIn(inAll, latinLineAt, startsWithLatin);

  const latin = createSpeltNames(
    entries,
    ({ russian, alternates }) =>
      [...russian.map(spellable), ...alternates].filter((name) => RUSSIAN.test(name)),
    startsWithRussian,
  );
  return {
    namesFor: (text) => (HAS_LATIN.test(text) ? all : russian),
    latin,
    prepare: function* () {
      yield russianStarts();
      // Most typos are made in Russian, and without these a query with one is the longest task.
      yield* russian.similar.prepare();
      yield latinStarts();
      for (const letter of LATIN_LETTERS) yield startsWithLatin(letter);
      yield* latin.prepare();
      yield* all.similar.prepare();
    },
  };
}

/** A shown name with a space before and behind each word. */
function rawLine(name: string): string {
  return name === '' ? '' : ` ${name.toLowerCase().replaceAll('-', ' ')} `;
}
