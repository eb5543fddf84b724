import { isLatinSpelling, spellable } from './latin-spelling.ts';
import { createNamesByScript } from './names-by-script.ts';
import { inflectionStems } from './near-names.ts';
import { type Letters, loosen, normaliseName, plainName } from './normalise-name.ts';
import { createRegionLookup } from './region-lookup.ts';
import {
  createEntries,
  type Entry,
  type Found,
  type FurtherFacts,
  type OutsidePlace,
  type SearchablePlace,
  type SearchableRegion,
  type Target,
} from './search-entries.ts';

/** The names of everything that can be found. */
export interface SearchIndex<R, P, O> {
  entries: readonly Entry<R, P, O>[];
  /** Everything that bears a name of these letters, or that they spell by a rule; nothing that they are only nearly. */
  named: (letters: string) => readonly Found<R, P, O>[];
  /** Everything whose Russian name begins as the Latin letters spell. */
  speltFrom: (latin: string) => Entry<R, P, O>[];
  /** Regions that the words name with a type word or adjective, in any order and case. */
  regionsNamed: (words: readonly Letters[]) => readonly Found<R, P, O>[];
  /** Entries with names that have all words of one of the texts, or words that begin so. */
  withWords: (texts: readonly string[]) => Entry<R, P, O>[];
  /** Entries with a name, or a word of one, that differs in a few letters, and in how many. */
  similar: (name: string) => { entry: Entry<R, P, O>; typos: number }[];
  /** Entries that an inflected name may be of, in their order. */
  inflected: (name: string) => readonly Entry<R, P, O>[];
  /** Makes in pieces what first queries in Latin letters or with typos would else wait for. */
  prepare: () => Iterable<unknown>;
}

const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

/** Indexes all names. */
export function createSearchIndex<
  R extends SearchableRegion,
  P extends SearchablePlace,
  O extends OutsidePlace,
>(
  regions: readonly R[],
  places: readonly P[],
  outside: readonly O[],
  further: FurtherFacts,
): SearchIndex<R, P, O> {
  const normalise = remembering(normaliseName);
  const entries = createEntries(regions, places, outside, further, normalise);
  const { namesFor, latin, prepare } = createNamesByScript(entries);
  const bearing = (name: string): readonly Entry<R, P, O>[] => namesFor(name).bearing(name);
  /** Those with the Latin name, another Latin name, or a Russian one that is spelt so. */
  const namedInLatin = (letters: string): Found<R, P, O>[] => {
    const isShown = ({ target }: Entry<R, P, O>) => plainName(shownName(target).en) === letters;
    const isSpelt = ({ target }: Entry<R, P, O>): boolean =>
      isLatinSpelling(letters, spellable(shownName(target).ru));
    const shown = bearing(loosen(letters)).filter(isShown);
    const others = [
      ...bearing(letters).filter(({ alternates }) => alternates.includes(letters)),
      ...latin.spelt(letters),
    ];
    return [
      ...shown.map((entry) => ({ entry, match: 'exact' as const })),
      ...[...new Set(others)]
        .filter((entry) => !shown.includes(entry))
        .map((entry) => ({ entry, match: 'alternate' as const, isShown: isSpelt(entry) })),
    ];
  };
  const namedOtherwise = (letters: string): Found<R, P, O>[] => {
    const name = loosen(letters);
    const isShown = ({ target, names }: Entry<R, P, O>): boolean =>
      HAN.test(name) ? names.includes(name) : plainName(shownName(target).ru) === letters;
    // Without its mark `й` is still that letter, as in telegrams; `и` with a mark is another.
    const isOther = ({ names, alternates }: Entry<R, P, O>): boolean =>
      alternates.includes(name) || (names.includes(name) && name === letters);
    const bearers = bearing(name);
    const shown = bearers.filter(isShown);
    const others = bearers.filter((entry) => !shown.includes(entry) && isOther(entry));
    return [
      ...shown.map((entry) => ({ entry, match: 'exact' as const })),
      ...others.map((entry) => ({
        entry,
        match: 'alternate' as const,
        isShown: entry.names.includes(name),
        isPart: entry.target.kind === 'place' && isPartOf(name, entry.names),
      })),
    ];
  };
  return {
    entries,
    named: (letters) => (LATIN.test(letters) ? namedInLatin(letters) : namedOtherwise(letters)),
    speltFrom: latin.begun,
    regionsNamed: createRegionLookup(entries, normalise),
    withWords: (texts) => namesFor(texts.join(' ')).withWords(texts),
    similar: (name) => namesFor(name).similar.to(name),
    inflected: (name) => {
      const { inflected } = namesFor(name);
      return [...new Set(inflectionStems(name).flatMap(inflected))];
    },
    prepare,
  };
}

function isPartOf(name: string, names: readonly string[]): boolean {
  const [before, behind] = HAN.test(name) ? [name, name] : [` ${name}`, `${name} `];
  return names.some((each) => each !== name && (each.startsWith(behind) || each.endsWith(before)));
}

/** The Russian and English name that is shown. */
export function shownName<
  R extends SearchableRegion,
  P extends SearchablePlace,
  O extends OutsidePlace,
>(target: Target<R, P, O>): { ru: string; en: string } {
  if (target.kind === 'region') return target.region.name;
  return target.kind === 'place' ? target.place.name : target.outside.name;
}

/** Regions are made entries and looked up by the same names. */
function remembering(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}
