import { LANGUAGES, type LocalizedText } from '../schema/localized-text.ts';
import type { NamesInScripts } from './names-by-script.ts';
import { normaliseName, normaliseNames, plainName } from './normalise-name.ts';
import { romanise } from './romanise.ts';

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

/** What is known of settlements besides what they show, by id. */
export interface FurtherFacts {
  /** Other names (`asAlternate`). */
  names: ReadonlyMap<number, readonly string[]>;
  /** Settlements with the status of a town. */
  towns: ReadonlySet<number>;
}

/**
 * What is alike in the entries of settlements and of places outside. Classes, and few fields: a browser that just started takes
 * longer to make seven thousand objects with closures than for all else of the index.
 */
abstract class LazyEntry implements NamesInScripts {
  readonly alternates: readonly string[];
  readonly withoutLatin: readonly string[];
  private written: readonly string[] | undefined = undefined;

  constructor(withoutLatin: readonly string[], alternates: readonly string[]) {
    this.withoutLatin = withoutLatin;
    this.alternates = alternates;
  }

  get names(): readonly string[] {
    this.written ??= withLatin(this.withoutLatin, this.latinNames());
    return this.written;
  }

  abstract get russian(): readonly string[];
  abstract get ownLatin(): string;
  protected abstract latinNames(): string[];
}

class PlaceEntry<P extends SearchablePlace> extends LazyEntry implements Entry<never, P, never> {
  readonly target: { kind: 'place'; place: P };
  readonly population: number;
  readonly isTown: boolean;

  constructor(place: P, russian: string, alternates: readonly string[], isTown: boolean) {
    const { zh } = place.name;
    super(
      zh === undefined ? named(russian) : merged(named(russian), named(normaliseName(zh))),
      alternates,
    );
    this.target = { kind: 'place', place };
    this.population = place.population;
    this.isTown = isTown;
  }

  get isArea(): boolean {
    return false;
  }

  get regionId(): string {
    return this.target.place.regionId;
  }

  get russian(): readonly string[] {
    return [this.target.place.name.ru];
  }

  get ownLatin(): string {
    const { place } = this.target;
    return place.isRomanised === true ? '' : place.name.en;
  }

  protected latinNames(): string[] {
    return [this.ownLatin, romanise(this.target.place.name.ru)];
  }
}

class OutsideEntry<O extends OutsidePlace> extends LazyEntry implements Entry<never, never, O> {
  readonly target: { kind: 'outside'; outside: O };
  readonly population: number;

  constructor(outside: O, russian: string) {
    const { normalisedNames = NONE } = outside;
    // Its Chinese name is no lesser one than that of a place inside, though it is not shown.
    const chinese = normalisedNames.filter((each) => HAN.test(each));
    super([...named(russian), ...chinese], normalisedNames);
    this.target = { kind: 'outside', outside };
    this.population = outside.population;
  }

  get isArea(): boolean {
    return this.target.outside.isArea ?? false;
  }

  get isTown(): boolean {
    return true;
  }

  get regionId(): string {
    return this.target.outside.code;
  }

  get russian(): readonly string[] {
    return [this.target.outside.name.ru];
  }

  get ownLatin(): string {
    return this.target.outside.name.en;
  }

  protected latinNames(): string[] {
    return [this.ownLatin];
  }
}

/**
 * Entries of all that can be found, the largest first, regions before all.
 * @param normalise `normaliseName`, which may know what it gave before
 */
export function createEntries<
  R extends SearchableRegion,
  P extends SearchablePlace,
  O extends OutsidePlace,
>(
  regions: readonly R[],
  places: readonly P[],
  outside: readonly O[],
  further: FurtherFacts,
  normalise = normaliseName,
): Entry<R, P, O>[] {
  const russian = normaliseNames([...places, ...outside].map(({ name }) => name.ru));
  const entries: Entry<R, P, O>[] = [
    ...regions.map((region) => regionEntry(region, normalise)),
    ...places.map((place, at) => {
      const { id } = place;
      const alternates = further.names.get(id) ?? NONE;
      return new PlaceEntry(place, russian[at] ?? '', alternates, further.towns.has(id));
    }),
    ...outside.map((each, at) => new OutsideEntry(each, russian[places.length + at] ?? '')),
  ];
  return entries.sort((a, b) => (a.population === b.population ? 0 : b.population - a.population));
}

function regionEntry<R extends SearchableRegion>(
  region: R,
  normalise: typeof normaliseName,
): Entry<R, never, never> {
  const { id, name, officialName, aliases, searchNames = [] } = region;
  const names = normaliseAll(
    [...LANGUAGES.map((language) => name[language]), romanise(name.ru)],
    normalise,
  );
  const others = [officialName, ...aliases, ...searchNames, id];
  return {
    target: { kind: 'region', region },
    names,
    withoutLatin: names,
    russian: [name.ru, officialName],
    // Stands among the names already.
    ownLatin: '',
    // `Республика` begins the official names of 22 regions: those that are shown with it come first.
    alternates: normaliseAll(others, (each) => asAlternate(each, normalise)),
    population: Infinity,
    regionId: id,
    isArea: true,
    isTown: false,
  };
}

/** Another name as the index holds it: in its own letters if it is Latin, since only these are that name. */
export function asAlternate(name: string, normalise = normaliseName): string {
  const plain = plainName(name);
  return LATIN.test(plain) ? plain : normalise(name);
}

const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;
const NONE: readonly string[] = [];

function named(normalised: string): readonly string[] {
  return normalised === '' ? NONE : [normalised];
}

/** Latin names behind the others, each once. */
function withLatin(names: readonly string[], latin: readonly string[]): readonly string[] {
  const all = [...names];
  for (const name of latin) {
    const each = name === '' ? '' : normaliseName(name);
    if (each !== '' && !all.includes(each)) all.push(each);
  }
  return all;
}

function normaliseAll(names: readonly string[], normalise = normaliseName): string[] {
  const normalised: string[] = [];
  for (const name of new Set(names)) {
    if (name === '') continue;
    const each = normalise(name);
    if (each !== '' && !normalised.includes(each)) normalised.push(each);
  }
  return normalised;
}

function merged(names: readonly string[], more: readonly string[]): readonly string[] {
  return more.length === 0 ? names : [...new Set([...names, ...more])];
}
