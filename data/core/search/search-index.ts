import type { LocalizedText } from '../schema/localized-text.ts';
import { isLatinSpelling, spellable } from './latin-spelling.ts';
import { createNamesByScript, type NamesInScripts } from './names-by-script.ts';
import { inflectionStems } from './near-names.ts';
import { type Letters, loosen, normaliseName, plainName } from './normalise-name.ts';
import { createRegionLookup } from './region-lookup.ts';
import { createEntries } from './search-entries.ts';

/** What of a region can be searched. */
export interface SearchableRegion {
  id: string;
  name: LocalizedText;
  officialName: string;
  type: string;
  aliases: readonly string[];
  /** Former names, adjectives and abbreviations. */
  searchNames?: readonly string[] | undefined;
}

/** What of a settlement can be searched. */
export interface SearchablePlace {
  id: number;
  name: { ru: string; en: string; zh?: string | undefined };
  regionId: string;
  population: number;
  /** Whether the English name is known to be the romanised Russian one, so that it is not read for the index. */
  isRomanised?: boolean | undefined;
}

/** A place that people look for and that lies outside the mapped regions. */
export interface OutsidePlace {
  /** Country in ISO 3166-1 (`BY`) or territory in ISO 3166-2 (`UA-43`). */
  code: string;
  name: { ru: string; en: string };
  population: number;
  /** Other names (`asAlternate`). */
  normalisedNames?: readonly string[] | undefined;
  /** A country or territory as a whole. */
  isArea?: boolean | undefined;
}

/** From the best to the least. */
export const MATCHES = ['exact', 'alternate', 'near'] as const;

/** How a query fits a name: it is a shown name, another known one, or only nearly one. */
export type Match = (typeof MATCHES)[number];

/** What was found, without how. */
export type Target<R, P, O> =
  | { kind: 'region'; region: R }
  | { kind: 'place'; place: P }
  | { kind: 'outside'; outside: O };

/** One thing in the index. */
export interface Entry<R, P, O> extends NamesInScripts {
  target: Target<R, P, O>;
  /** Infinity for regions. */
  population: number;
  /** Region, or country or territory outside, that it lies in or is. */
  regionId: string;
  /** Whether other places lie in it. */
  isArea: boolean;
  isTown: boolean;
}

/** An entry with how it was found. */
export interface Found<R, P, O> {
  entry: Entry<R, P, O>;
  match: Match;
  /** Whether an alternate is the shown name in other letters and no other name. */
  isShown?: boolean;
  /** Whether an alternate is whole words of the shown name: `Ростов` of Ростов-на-Дону, `Челны` of Набережные Челны. */
  isPart?: boolean;
}

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

/** What is known of settlements besides what they show, by id. */
export interface FurtherFacts {
  /** Other names (`asAlternate`). */
  names: ReadonlyMap<number, readonly string[]>;
  /** Settlements with the status of a town. */
  towns: ReadonlySet<number>;
}

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
  return names.some((each) => each.startsWith(`${name} `) || each.endsWith(` ${name}`));
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
