import {
  inflectionStem,
  inflectionStems,
  matchTier,
  nearlyBegins,
  ONLY_NEARLY,
  swappedLetters,
  withoutDoubled,
} from './near-names.ts';
import { type Letters, plainName, readingsOf } from './normalise-name.ts';
import { mistyped, ONE_TYPO, type Ranked } from './rank-found.ts';
import type { Entry, OutsidePlace, SearchablePlace, SearchableRegion } from './search-entries.ts';
import { type SearchIndex, shownName } from './search-index.ts';
import { ALTERNATE } from './similar-names.ts';

/** What a text may be that is no whole name: each a reading of its own, tried one after the other by the search. */
export interface NearReadings<R, P, O> {
  /** What begins with the text, has words that begin with its words, or is the text in another case of the grammar. */
  continuing: (name: Letters) => Ranked<R, P, O>[];
  /** What begins with the text, and much larger places of which one letter is mistyped: `Красноярк` is hardly Красноярка. */
  begun: (name: Letters) => Ranked<R, P, O>[];
  /** Names that the text may be another case of the grammar of, or of their first words: `Казани`, `Питере`, `Набережных`. */
  inOtherCase: (normalised: string) => Ranked<R, P, O>[];
  /** Names with swapped letters, or with one letter in five otherwise. */
  misspelt: (name: Letters) => Ranked<R, P, O>[];
}

/** A longer text is no name with a typo in it. */
export const MOST_MISTYPED_WORDS = 4;
const MOST_MISTYPED_LETTERS = 60;

/** Cost of a name in another case of the grammar: as much as of one that begins so. */
const INFLECTED = 2;
/** Cost of a Latin beginning that spells a Russian name: a little more than of the beginning of a shown one. */
const BEGUN = 2.25;
/** Cost of one that is only heard alike, more than of any other beginning. */
const LOOSELY = 6;
/** So many letters are hardly typed on towards a village, and so many times as large a city is meant then. */
const LONG_BEGINNING = 6;
const MUCH_LARGER = 10;
/** People of a city that is rather meant than a village whose name is nearer, and that people name with their quarter. */
export const LARGE = 100_000;

const LATIN = /\p{Script=Latin}/u;

/** Makes the readings of texts that are no whole names. */
export function createNearReadings<
  R extends SearchableRegion,
  P extends SearchablePlace,
  O extends OutsidePlace,
>(index: SearchIndex<R, P, O>): NearReadings<R, P, O> {
  const continuing = rememberingLast(({ letters, normalised }: Letters): Ranked<R, P, O>[] => {
    if (normalised === '') return [];
    const texts = readingsOf(normalised);
    const isLatin = LATIN.test(letters);
    const spelt = isLatin ? index.speltFrom(letters) : [];
    const begun = index.withWords(isLatin ? [...new Set([...texts, letters])] : texts);
    const tierOf = (entry: Entry<R, P, O>): number => {
      const { names, alternates } = entry;
      if (!isLatin) return matchTier(texts, names, alternates);
      const shown = plainName(shownName(entry.target).en);
      const tier = matchTier([letters], [shown], alternates);
      if (tier < ONLY_NEARLY) return tier;
      return nearlyBegins(letters, shown) ? LOOSELY : Infinity;
    };
    return [
      ...inOtherCase(normalised),
      ...spelt.map((entry) => ({ entry, match: 'near' as const, cost: BEGUN })),
      ...begun
        .map((entry) => ({ entry, match: 'near' as const, cost: tierOf(entry) }))
        .filter(({ cost }) => cost < Infinity),
    ];
  });

  const begun = (name: Letters): Ranked<R, P, O>[] => {
    const all = continuing(name).filter(({ cost }) => cost < LOOSELY);
    const largest = Math.max(...all.map(({ entry }) => entry.population));
    const { normalised } = name;
    const isLong = normalised.length >= LONG_BEGINNING && !normalised.includes(' ');
    if (!isLong || largest <= 0 || largest >= LARGE) return all;
    const likelier = misspelt(name).filter(
      ({ entry, cost }) =>
        cost === ONE_TYPO &&
        entry.target.kind === 'place' &&
        entry.population >= Math.max(LARGE, MUCH_LARGER * largest),
    );
    return [...likelier.map((each) => ({ ...each, cost: 0 })), ...all];
  };

  const inOtherCase = (name: string): Ranked<R, P, O>[] => {
    const stems = inflectionStems(name);
    return index.inflected(name).map((entry) => {
      const isShown = entry.names.some(
        (each) => stems.includes(each) || stems.includes(inflectionStem(each)),
      );
      const cost = isShown ? INFLECTED : INFLECTED + ALTERNATE;
      return { entry, match: 'near', cost, isInflected: true };
    });
  };

  const misspelt = rememberingLast(({ letters, normalised: name }: Letters): Ranked<R, P, O>[] => {
    if (name.length > MOST_MISTYPED_LETTERS || name.split(' ').length > MOST_MISTYPED_WORDS)
      return [];
    if (name === '') return [];
    const swapped = [...withoutDoubled(letters), ...swappedLetters(letters)].flatMap((other) =>
      index.named(other),
    );
    const similar = index.similar(name);
    return [
      ...swapped.map(({ entry, match }) => mistyped(entry, match === 'exact' ? 1 : 1 + ALTERNATE)),
      ...similar.map(({ entry, typos }) => mistyped(entry, typos)),
    ];
  });

  return { continuing, begun, inOtherCase, misspelt };
}

/** Several readings of a query ask for the same name. */
function rememberingLast<T>(make: (name: Letters) => T): (name: Letters) => T {
  let last: { letters: string; made: T } | undefined;
  return (name) => {
    if (last?.letters !== name.letters) last = { letters: name.letters, made: make(name) };
    return last.made;
  };
}
