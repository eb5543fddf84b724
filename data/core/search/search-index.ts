import type { LocalizedText } from '../schema/localized-text.ts';
import { createNamesByScript, type NamesInScripts } from './names-by-script.ts';
import { inflectionStems } from './near-names.ts';
import { normaliseName } from './normalise-name.ts';
import { regionKey, typesOfWord } from './query-words.ts';
import { otherLatinSpellings, romanise } from './romanise.ts';
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
  /** Other names, already normalised. */
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
}

/** The names of everything that can be found. */
export interface SearchIndex<R, P, O> {
  entries: readonly Entry<R, P, O>[];
  /** Everything that bears this normalised name. */
  named: (name: string) => readonly Found<R, P, O>[];
  /** Regions that the words name with a type word or adjective, in any order and case. */
  regionsNamed: (words: readonly string[]) => readonly Found<R, P, O>[];
  /** Entries with names that have all words of one of the texts, or words that begin so. */
  withWords: (texts: readonly string[]) => Entry<R, P, O>[];
  /** Entries with a name, or a word of one, that differs in a few letters, and in how many. */
  similar: (name: string) => { entry: Entry<R, P, O>; typos: number }[];
  /** Entries that an inflected name may be of, in their order. */
  inflected: (name: string) => readonly Entry<R, P, O>[];
  /** Makes in pieces what first queries in Latin letters or with typos would else wait for. */
  prepare: () => Iterable<unknown>;
}

const LATIN = /^[a-z ]+$/;

/** What is known of settlements besides what they show, by id. */
export interface FurtherFacts {
  /** Other names, already normalised. */
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
  const { namesFor, soundingLike, prepare } = createNamesByScript(entries);
  /** Entries whose Russian name is spelt so in German, scientific or passport letters. */
  const spelt = (latin: string): Found<R, P, O>[] =>
    soundingLike(latin)
      .filter(({ target }) =>
        otherLatinSpellings(russianName(target)).some((name) => normaliseName(name) === latin),
      )
      .map((entry) => ({ entry, match: 'alternate' }));
  return {
    entries,
    named: (name) => {
      const bearers = namesFor(name).bearing(name);
      const isShown = (entry: Entry<R, P, O>) => entry.names.includes(name);
      const found: Found<R, P, O>[] = [
        ...bearers.filter(isShown).map((entry) => ({ entry, match: 'exact' as const })),
        ...bearers
          .filter((entry) => !isShown(entry))
          .map((entry) => ({ entry, match: 'alternate' as const })),
      ];
      return found.length === 0 && LATIN.test(name) ? spelt(name) : found;
    },
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

function russianName<R extends SearchableRegion, P extends SearchablePlace, O extends OutsidePlace>(
  target: Target<R, P, O>,
): string {
  if (target.kind === 'region') return target.region.name.ru;
  return target.kind === 'place' ? target.place.name.ru : target.outside.name.ru;
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

/** Looks regions up by their key (`regionKey`), narrowed by the type words that stand with it. */
function createRegionLookup<R extends SearchableRegion, P, O>(
  entries: readonly Entry<R, P, O>[],
  normalise: typeof normaliseName,
): SearchIndex<R, P, O>['regionsNamed'] {
  interface Keyed extends Found<R, P, O> {
    type: string;
    /** `Kirov` names the oblast only with the word `Oblast`. */
    needsType: boolean;
  }
  const byKey = new Map<string, Keyed[]>();
  for (const entry of entries) {
    if (entry.target.kind !== 'region') continue;
    const { type } = entry.target.region;
    for (const { text, match } of keyedNames(entry.target.region)) {
      const words = normalise(text).split(' ');
      const key = regionKey(words);
      const needsType = !key.includes('~') && words.some((word) => typesOfWord(word).length > 0);
      const keyed = byKey.get(key) ?? [];
      byKey.set(key, keyed);
      if (!keyed.some((other) => other.entry === entry && !(other.needsType && !needsType))) {
        keyed.push({ entry, match, type, needsType });
      }
    }
  }
  byKey.delete('');
  return (words) => {
    const key = regionKey(words);
    const types = words.flatMap(typesOfWord);
    const fits = ({ type, needsType }: Keyed): boolean =>
      types.length === 0 ? !needsType : types.includes(type);
    const found = (byKey.get(key) ?? []).filter(fits);
    if (found.length > 0) {
      return found.map(({ entry, match }) => ({
        entry,
        match: types.length === 0 && key.includes('~') ? 'alternate' : match,
      }));
    }
    if (types.length === 0 || key.length < 3 || /[ ~]/.test(key)) return [];
    // `Свердл. обл.`: the beginning of one adjective.
    const begun = [...byKey].filter(([other]) => other.includes('~') && other.startsWith(key));
    const meant = begun.flatMap(([, keyed]) => keyed.filter(fits));
    const [first] = meant;
    const isClear = first !== undefined && meant.every(({ entry }) => entry === first.entry);
    return isClear ? [{ entry: first.entry, match: 'alternate' }] : [];
  };
}

function keyedNames(region: SearchableRegion): { text: string; match: Match }[] {
  const { name, officialName, aliases, searchNames = [] } = region;
  const shown = [name.ru, officialName, name.en];
  const firstHalves = shown.map((text) => text.replace(/\s[-—–]\s.*|\(.*\)/u, ''));
  return [
    ...[...shown, ...firstHalves].map((text) => ({ text, match: 'exact' as const })),
    { text: romanise(name.ru), match: 'exact' },
    ...[...aliases, ...searchNames].map((text) => ({ text, match: 'alternate' as const })),
  ];
}
