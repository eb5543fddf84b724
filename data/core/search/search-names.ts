import * as z from 'zod';
import { LocalizedText } from '../schema/localized-text.ts';
import { type Place, REGION_TYPES, type Region } from '../schema/region.ts';
import { packColumn, unpackColumn } from './compact-places.ts';
import { isLatinSpelling, spellable } from './latin-spelling.ts';
import { createPlaceSearch, type PlaceSearch } from './place-search.ts';
import { asAlternate, type OutsidePlace, type SearchablePlace } from './search-entries.ts';

/**
 * What a search needs besides the settlements in columns: `search-names.json`. Server and browser read the same file, so both
 * give the same answers.
 */
export const SearchNames = z.strictObject({
  regions: z.array(
    z.strictObject({
      id: z.string(),
      name: LocalizedText,
      officialName: z.string(),
      type: z.enum(REGION_TYPES),
      aliases: z.array(z.string()),
    }),
  ),
  /** Settlements with further names, by id, and these names (`asAlternate`) joined by `/`; each list is a column (`packColumn`). */
  placeIds: z.string(),
  placeNames: z.string(),
  /** Settlements with the status of a town, in a column. */
  towns: z.string(),
  /** Known places outside the mapped regions in columns, the largest first. */
  outside: z.strictObject({
    /** Country in ISO 3166-1 or territory in ISO 3166-2. */
    code: z.string(),
    ru: z.string(),
    en: z.string(),
    /** In thousands of people. */
    population: z.string(),
    /** Other names (`asAlternate`), joined by `/`. */
    alternates: z.string(),
    /** So many of the first are countries and territories. */
    areas: z.int().nonnegative(),
  }),
  /** Pairs of a traditional Chinese character and the simplified one that some name has, in a row. */
  traditional: z.string(),
});
export type SearchNames = z.infer<typeof SearchNames>;

/** Stands between the names of one place; no normalised name has it. */
const OR = '/';
/** Smaller places are looked for in the languages of the service; the names that other languages have for them are left out. */
const NAMED_ABROAD = 30_000;
const RUSSIAN_SCRIPT = /^[\p{Script=Cyrillic}\p{Script=Han}\p{N} ]+$/u;
/** Latin letters that somebody would type: no skeletons of consonants (`mskv`). */
const LATIN_NAME = /^[\p{Script=Latin}\p{N} ]*[aeiou][\p{Script=Latin}\p{N} ]*$/u;
const SKELETON = /[^aeiou ]{5}/;

/** What the file is made from. */
interface SearchNameSources {
  regions: readonly Region[];
  places: readonly Place[];
  /** Further names of regions by id: former names, adjectives, abbreviations. */
  regionNames: ReadonlyMap<string, readonly string[]>;
  /** Further names of settlements by id. */
  placeNames: ReadonlyMap<number, readonly string[]>;
  towns: ReadonlySet<number>;
  outside: readonly OutsidePlace[];
  traditional: string;
}

/** Packs the names; the same sources give the same file. */
export function packSearchNames(sources: SearchNameSources): SearchNames {
  const { regions, places, regionNames, placeNames, towns, outside, traditional } = sources;
  const named = places
    .map((place) => ({ id: place.id, names: furtherNames(place, placeNames.get(place.id) ?? []) }))
    .filter(({ names }) => names.length > 0);
  return {
    regions: regions.map(({ id, name, officialName, type, aliases }) => ({
      id,
      name,
      officialName,
      type,
      aliases: [...aliases, ...(regionNames.get(id) ?? [])],
    })),
    placeIds: packColumn(named.map(({ id }) => id)),
    placeNames: packColumn(named.map(({ names }) => names.join(OR))),
    towns: packColumn(places.map(({ id }) => id).filter((id) => towns.has(id))),
    outside: {
      code: packColumn(outside.map(({ code }) => code)),
      ru: packColumn(outside.map(({ name }) => name.ru)),
      en: packColumn(outside.map(({ name }) => name.en)),
      population: packColumn(outside.map(({ population }) => Math.ceil(population / 1000))),
      alternates: packColumn(outside.map(({ normalisedNames = [] }) => normalisedNames.join(OR))),
      areas: outside.findIndex(({ isArea }) => isArea !== true),
    },
    traditional,
  };
}

/** Names that the settlement's own do not lead to, as the index holds them. */
function furtherNames(place: Place, added: readonly string[]): string[] {
  const { name, alternates, population } = place;
  const seen = new Set([name.ru, name.en, name.zh ?? '', ''].map((each) => asAlternate(each)));
  const russian = spellable(name.ru);
  const isSearched = (text: string): boolean =>
    RUSSIAN_SCRIPT.test(text) ||
    (population >= NAMED_ABROAD && LATIN_NAME.test(text) && !SKELETON.test(text));
  const own = [...added, ...firstHalf(name.ru)].map((each) => asAlternate(each));
  const others = alternates.map((each) => asAlternate(each)).filter(isSearched);
  return [...own, ...others].filter(
    (text) => !seen.has(text) && !isLatinSpelling(text, russian) && seen.add(text),
  );
}

/**
 * `Спасск` of Спасск-Дальний, `Комсомольск` of Комсомольск-на-Амуре: the name without what only tells the place from its namesakes,
 * as people there say it. Not of `Усть-`, `Нижне-` and adjectives, which are no names alone.
 */
function firstHalf(name: string): string[] {
  const half = WITH_ADDITION.exec(name)?.[1];
  return half === undefined ? [] : [half];
}

const WITH_ADDITION = /^(\p{Lu}\p{Ll}{3,}[^оейя])-(?:на-.+|\p{Lu}\p{Ll}+(?:[иы]й|[ая]я|[ое]е))$/u;

/** Builds the search over the settlements and everything that the file names. */
export function searchByNames<P extends SearchablePlace>(
  names: SearchNames,
  places: readonly P[],
): PlaceSearch<SearchNames['regions'][number], P> {
  const ids = unpackColumn('placeIds', names.placeIds);
  const further = unpackColumn('placeNames', names.placeNames, ids.length);
  return createPlaceSearch(names.regions, places, {
    outside: unpackOutside(names),
    further: {
      names: new Map(ids.map((id, row) => [Number(id), further[row]?.split(OR) ?? []])),
      towns: new Set(unpackColumn('towns', names.towns).map(Number)),
    },
    traditional: names.traditional,
  });
}

/** The places outside the mapped regions. @throws RangeError when a column is shorter or longer than the codes. */
function unpackOutside({ outside }: SearchNames): OutsidePlace[] {
  const codes = unpackColumn('code', outside.code);
  const column = (name: 'ru' | 'en' | 'population' | 'alternates'): string[] =>
    unpackColumn(name, outside[name], codes.length);
  const [russian, english] = [column('ru'), column('en')];
  const [populations, alternates] = [column('population'), column('alternates')];
  return codes.map((code, row) => ({
    code,
    name: { ru: russian[row] ?? '', en: english[row] ?? '' },
    population: Number(populations[row]) * 1000,
    isArea: row < outside.areas,
    normalisedNames: alternates[row] ? alternates[row].split(OR) : [],
  }));
}
