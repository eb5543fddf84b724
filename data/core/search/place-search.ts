import type { Query, SearchOptions } from 'minisearch';
import MiniSearch from 'minisearch';
import type { LocalizedText } from '../schema/localized-text.ts';
import { normaliseName, readingsOf } from './normalise-name.ts';
import { romanise } from './romanise.ts';

/**
 * How well a normalised query fits an entry, 0 being best: it is the name, an alternate, the beginning of the name, of
 * an alternate, the beginnings of words, or only nearly any of these.
 */
export function matchTier(
  query: string,
  names: readonly string[],
  alternates: readonly string[],
): number {
  if (names.includes(query)) return 0;
  if (alternates.includes(query)) return 1;
  const readings = readingsOf(query);
  const begins = (name: string) => readings.some((reading) => name.startsWith(reading));
  if (names.some(begins)) return 2;
  if (alternates.some(begins)) return 3;
  const hasAllWords = (name: string) => readings.some((reading) => hasWords(name, reading));
  return [...names, ...alternates].some(hasAllWords) ? 4 : 5;
}

function hasWords(name: string, query: string): boolean {
  const words = name.split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

/** What of a region can be searched. */
export interface SearchableRegion {
  name: LocalizedText;
  officialName: string;
  aliases: readonly string[];
}

/** What of a settlement can be searched. */
export interface SearchablePlace {
  name: { ru: string; en: string; zh?: string | undefined };
  population: number;
  alternates?: readonly string[] | undefined;
}

/** A region or a settlement that a reader may have meant. */
export type PlaceHit<R, P> = { kind: 'region'; region: R } | { kind: 'place'; place: P };

/** Finds regions and settlements by any of their names. */
export interface PlaceSearch<R, P> {
  /**
   * The best matches first: exact names, then beginnings, then words; among equals regions first, then the larger
   * settlement. Where nothing fits, likely typing mistakes: up to one letter in five, in words of four and more.
   * @param query in Russian, English or Chinese, or a Latin spelling; nothing is found for an empty one
   */
  search: (query: string, limit: number) => PlaceHit<R, P>[];
}

/** Words shorter than this must be typed right: one other letter makes another word of them. */
const SHORTEST_MISTYPED = 4;
/** Words of a query that are looked for: the longest official name has fewer. Each costs a walk through the index. */
const MAX_WORDS = 12;
/** How to search where nothing is spelled as typed. */
const NEARLY: SearchOptions = {
  combineWith: 'AND',
  prefix: true,
  fuzzy: (term) => (term.length < SHORTEST_MISTYPED ? false : 0.2),
};
/** Scripts of the languages of the service; alternates in others are not indexed. */
const SEARCHED_SCRIPTS =
  /^[\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{M}]+$/u;

interface Entry<R, P> {
  hit: PlaceHit<R, P>;
  names: string[];
  alternates: string[];
  population: number;
}

/** Builds the search; the same one serves the server (all alternates) and the browser (without them). */
export function createPlaceSearch<R extends SearchableRegion, P extends SearchablePlace>(
  regions: readonly R[],
  places: readonly P[],
): PlaceSearch<R, P> {
  const entries = [...regions.map(regionEntry), ...places.map(placeEntry)] as const;
  const index = new MiniSearch<{ id: number; names: string }>({
    fields: ['names'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(
    entries.map(({ names, alternates }, id) => ({
      id,
      names: [...names, ...alternates].join(' '),
    })),
  );
  return {
    search: (query, limit) => {
      const wanted = withoutRepeats(normaliseName(query));
      if (wanted === '') return [];
      const asTyped = index.search(anyOf(readingsOf(wanted)), { prefix: true });
      const found = asTyped.length > 0 ? asTyped : index.search(wanted, NEARLY);
      return found
        .flatMap(({ id, score }) => {
          const entry = entries[id];
          if (entry === undefined) return [];
          return { entry, score, tier: matchTier(wanted, entry.names, entry.alternates) };
        })
        .toSorted(
          (a, b) => a.tier - b.tier || b.entry.population - a.entry.population || b.score - a.score,
        )
        .slice(0, limit)
        .map(({ entry }) => entry.hit);
    },
  };
}

/** All words of one of the texts. */
function anyOf(texts: readonly string[]): Query {
  return { combineWith: 'OR', queries: texts.map(allWordsOf) };
}

function allWordsOf(text: string): Query {
  return { combineWith: 'AND', queries: text.split(' ') };
}

function withoutRepeats(text: string): string {
  return [...new Set(text.split(' '))].slice(0, MAX_WORDS).join(' ');
}

function regionEntry<R extends SearchableRegion>(region: R): Entry<R, never> {
  const { name, officialName, aliases } = region;
  return {
    hit: { kind: 'region', region },
    names: normaliseAll([name.ru, name.en, name.zh, romanise(name.ru)]),
    // `Республика` begins the official names of 22 regions: those that are shown with it come first.
    alternates: normaliseAll([officialName, ...aliases, ...aliases.map(romanise)]),
    population: Infinity,
  };
}

function placeEntry<P extends SearchablePlace>(place: P): Entry<never, P> {
  const { name, population, alternates = [] } = place;
  return {
    hit: { kind: 'place', place },
    names: normaliseAll([name.ru, name.en, name.zh ?? '', romanise(name.ru)]),
    alternates: normaliseAll(alternates.filter((name) => SEARCHED_SCRIPTS.test(name))),
    population,
  };
}

function normaliseAll(names: readonly string[]): string[] {
  return [...new Set(names.map(normaliseName))].filter((name) => name !== '');
}
