import { Converter } from 'opencc-js/t2cn';
import * as z from 'zod';
import { RegionId } from '../../../core/schema/ids.ts';
import type { Place } from '../../../core/schema/place.ts';
import type { Region } from '../../../core/schema/region.ts';
import { normaliseName } from '../../../core/search/normalise-name.ts';
import type { OutsidePlace } from '../../../core/search/search-index.ts';
import { packSearchNames, type SearchNames } from '../../../core/search/search-names.ts';
import { chooseRussianName } from './names.ts';
import { findTowns, type OfficialTowns } from './official-towns.ts';
import { type GeonamesKind, type GeonamesRow, readRowsOf } from './places-from-geonames.ts';

/** `other-names.json`: short forms, adjectives, former and foreign names that GeoNames lacks. */
export const OtherNames = z.strictObject({
  regions: z.record(RegionId, z.array(z.string().min(1)).min(1)),
  places: z.array(
    z.strictObject({
      id: z.int(),
      /** The name of the place, for whoever reads the file. */
      for: z.string().min(1),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
});
export type OtherNames = z.infer<typeof OtherNames>;

/** Territories that ISO 3166-2 files under Ukraine and that Russian operators serve, by their code in GeoNames. */
const TERRITORIES: Readonly<Record<string, string>> = {
  '05': 'UA-14',
  '08': 'UA-65',
  '11': 'UA-43',
  '14': 'UA-09',
  '20': 'UA-40',
  '26': 'UA-23',
};
/** Countries whose towns people of Russia have family in and look for. */
const NEAR = new Set('AM AZ BY EE FI GE KG KZ LT LV MD MN TJ TM UA UZ'.split(' '));
/** People of the smallest place that is known: in the territories, in a near country, anywhere. */
const LEAST = { territory: 500, near: 20_000, far: 3_000_000 };

/** Countries and territories stand before all towns. */
const AREA = { population: 50_000_000, isArea: true };

/** The territories themselves, which have no row of their own. */
const TERRITORY_NAMES: readonly OutsidePlace[] = [
  {
    code: 'UA-43',
    name: { ru: 'Крым', en: 'Crimea' },
    ...AREA,
    normalisedNames: ['Республика Крым', 'Автономная Республика Крым', 'Крымский полуостров'].map(
      normaliseName,
    ),
  },
  {
    code: 'UA-14',
    name: { ru: 'Донецкая область', en: 'Donetsk Oblast' },
    ...AREA,
    normalisedNames: ['ДНР', 'Донецкая Народная Республика', 'Донецкая'].map(normaliseName),
  },
  {
    code: 'UA-09',
    name: { ru: 'Луганская область', en: 'Luhansk Oblast' },
    ...AREA,
    normalisedNames: ['ЛНР', 'Луганская Народная Республика', 'Луганская'].map(normaliseName),
  },
  {
    code: 'UA-23',
    name: { ru: 'Запорожская область', en: 'Zaporizhzhia Oblast' },
    ...AREA,
    normalisedNames: ['Запорожская'].map(normaliseName),
  },
  {
    code: 'UA-65',
    name: { ru: 'Херсонская область', en: 'Kherson Oblast' },
    ...AREA,
    normalisedNames: ['Херсонская'].map(normaliseName),
  },
];

/** Usual Russian names that differ from any transcription, by the name in GeoNames. */
const EXONYMS: Readonly<Record<string, string>> = {
  Athens: 'Афины',
  Beijing: 'Пекин',
  Beirut: 'Бейрут',
  Brussels: 'Брюссель',
  Bucharest: 'Бухарест',
  Cairo: 'Каир',
  Copenhagen: 'Копенгаген',
  Damascus: 'Дамаск',
  Guangzhou: 'Гуанчжоу',
  Istanbul: 'Стамбул',
  Jakarta: 'Джакарта',
  Jerusalem: 'Иерусалим',
  Kyiv: 'Киев',
  Lisbon: 'Лиссабон',
  London: 'Лондон',
  'Los Angeles': 'Лос-Анджелес',
  'Mexico City': 'Мехико',
  Nanjing: 'Нанкин',
  'New York City': 'Нью-Йорк',
  Paris: 'Париж',
  Prague: 'Прага',
  Rome: 'Рим',
  'São Paulo': 'Сан-Паулу',
  Seoul: 'Сеул',
  Shenzhen: 'Шэньчжэнь',
  Chengdu: 'Чэнду',
  Vienna: 'Вена',
  Warsaw: 'Варшава',
  Zaporizhzhya: 'Запорожье',
};

/** Makes the names to search for out of GeoNames' table and the lists beside it. @throws Error naming each name without its place. */
export function makeSearchNames(sources: {
  text: string;
  regions: readonly Region[];
  places: readonly Place[];
  towns: OfficialTowns;
  otherNames: OtherNames;
}): SearchNames {
  const { text, regions, places, towns, otherNames } = sources;
  const byId = new Map(places.map((place) => [place.id, place]));
  const lost = otherNames.places.filter((each) => byId.get(each.id)?.name.ru !== each.for);
  if (lost.length > 0) {
    throw new Error(
      `other-names.json: ${lost.map(({ id, for: name }) => `no place ${id} is named ${name}`).join('; ')}`,
    );
  }
  return packSearchNames({
    regions,
    places,
    regionNames: new Map(Object.entries(otherNames.regions)),
    placeNames: new Map(otherNames.places.map(({ id, names }) => [id, names])),
    towns: new Set([...findTowns(towns, places).values()].map(({ id }) => id)),
    outside: outsidePlaces(text),
    traditional: traditionalPairs([
      ...regions.flatMap(({ name, aliases }) => [name.zh, ...aliases]),
      ...places.flatMap(({ name }) => name.zh ?? []),
    ]),
  });
}

/** Known places outside the regions, the largest first. */
function outsidePlaces(text: string): OutsidePlace[] {
  const places = readRowsOf(text, isKnownOutside).map((row): OutsidePlace => {
    const en = row.asciiName.replaceAll(/['’”`"]/g, '');
    const ru = EXONYMS[row.name] ?? russianName(row) ?? en;
    return {
      code: codeOf(row),
      name: { ru, en },
      population: row.population,
      normalisedNames: cyrillicNames(row, [ru, en]),
    };
  });
  const countries = [...new Set(places.map(({ code }) => code.split('-')[0] ?? code))];
  return [...TERRITORY_NAMES, ...countries.map(describeCountry), ...places].toSorted(
    (a, b) => b.population - a.population || (a.name.en < b.name.en ? -1 : 1),
  );
}

/** A country by its usual names. */
function describeCountry(code: string): OutsidePlace {
  const [ru, en] = ['ru', 'en'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code,
  );
  return {
    code,
    name: { ru: ru ?? code, en: en ?? code },
    ...AREA,
    normalisedNames: code === 'BY' ? [normaliseName('Белоруссия')] : [],
  };
}

/** Spellings that are Ukrainian although their letters are Russian. */
const UKRAINIAN = /[сцз]ьк|иця$|івка/iu;

function russianName({ name, alternates }: GeonamesRow): string | undefined {
  const russian = alternates.filter((each) => /^[а-яё -]+$/iu.test(each) && !UKRAINIAN.test(each));
  return chooseRussianName(name, russian.length > 0 ? russian : alternates);
}

function isKnownOutside(row: GeonamesKind): boolean {
  if (row.country === '' || row.country === 'RU' || row.featureCode === 'PPLX') return false;
  if (codeOf(row) !== row.country) return row.population >= LEAST.territory;
  if (NEAR.has(row.country)) return row.population >= LEAST.near;
  return row.population >= LEAST.far || row.featureCode === 'PPLC';
}

function codeOf({ country, admin1 }: Pick<GeonamesKind, 'country' | 'admin1'>): string {
  return (country === 'UA' ? TERRITORIES[admin1] : undefined) ?? country;
}

/** Other names in Russian letters, normalised: `Алма-Ата` is Алматы. */
function cyrillicNames({ alternates }: GeonamesRow, shown: readonly string[]): string[] {
  const seen = new Set([...shown.map(normaliseName), '']);
  return alternates
    .filter((name) => /^[а-яё -]+$/iu.test(name))
    .map(normaliseName)
    .filter((name) => !seen.has(name) && seen.add(name));
}

/** Traditional characters, each followed by its simplified one, for all that the names have. */
function traditionalPairs(names: readonly string[]): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  const used = new Set(names.flatMap((name) => [...name]));
  // The block of unified ideographs; the extensions have no names in them.
  return Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at))
    .flatMap((character) => {
      const simple = simplify(character);
      return simple !== character && used.has(simple) ? [character, simple] : [];
    })
    .join('');
}
