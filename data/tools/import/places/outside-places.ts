import { normaliseName } from '../../../core/search/normalise-name.ts';
import { asAlternate, type OutsidePlace } from '../../../core/search/search-entries.ts';
import { chooseChineseName, chooseRussianName } from './names.ts';
import {
  CITY_QUARTER,
  type GeonamesKind,
  type GeonamesRow,
  readRowsOf,
} from './places-from-geonames.ts';

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

/** The territories themselves, and others that people call by a name, which have no row of their own. */
const TERRITORY_NAMES: readonly OutsidePlace[] = [
  {
    code: 'UA-43',
    name: { ru: 'Крым', en: 'Crimea' },
    ...AREA,
    normalisedNames: [
      'Республика Крым',
      'Автономная Республика Крым',
      'Крымский полуостров',
      '克里米亚',
    ].map(normaliseName),
  },
  {
    code: 'UA-14',
    name: { ru: 'Донецкая область', en: 'Donetsk Oblast' },
    ...AREA,
    normalisedNames: ['ДНР', 'Донецкая Народная Республика', 'Донецкая', '顿涅茨克州'].map(
      normaliseName,
    ),
  },
  {
    code: 'UA-09',
    name: { ru: 'Луганская область', en: 'Luhansk Oblast' },
    ...AREA,
    normalisedNames: ['ЛНР', 'Луганская Народная Республика', 'Луганская', '卢甘斯克州'].map(
      normaliseName,
    ),
  },
  {
    code: 'UA-23',
    name: { ru: 'Запорожская область', en: 'Zaporizhzhia Oblast' },
    ...AREA,
    normalisedNames: ['Запорожская', '扎波罗热州'].map(normaliseName),
  },
  {
    code: 'UA-65',
    name: { ru: 'Херсонская область', en: 'Kherson Oblast' },
    ...AREA,
    normalisedNames: ['Херсонская', '赫尔松州'].map(normaliseName),
  },
  { code: 'GE-AB', name: { ru: 'Абхазия', en: 'Abkhazia' }, ...AREA },
  {
    code: 'GE',
    name: { ru: 'Южная Осетия', en: 'South Ossetia' },
    ...AREA,
    normalisedNames: ['РЮО'].map(normaliseName),
  },
  {
    code: 'MD-SN',
    name: { ru: 'Приднестровье', en: 'Transnistria' },
    ...AREA,
    normalisedNames: ['ПМР'].map(normaliseName),
  },
  {
    code: 'AZ',
    name: { ru: 'Нагорный Карабах', en: 'Nagorno-Karabakh' },
    ...AREA,
    normalisedNames: ['Карабах'].map(normaliseName),
  },
];

type Simplify = (text: string) => string;

/**
 * Known places outside the mapped regions, the largest first: territories, countries, and their towns out of GeoNames' table.
 * @param usualNames by the key of a place (`UA/Kharkiv`) its usual Russian name, then further ones
 * @param simplify traditional Chinese characters to simplified ones
 * @throws Error naming each listed name without its place
 */
export function outsidePlaces(
  text: string,
  usualNames: Readonly<Record<string, readonly string[]>>,
  simplify: Simplify,
): OutsidePlace[] {
  const rows = readRowsOf(text, isKnownOutside);
  const keys = new Set(rows.map(outsideKey));
  const lost = Object.keys(usualNames).filter((key) => !keys.has(key));
  if (lost.length > 0) throw new Error(`other-names.json: no place ${lost.join(', ')}`);
  const places = rows.map((row): OutsidePlace => {
    const en = englishName(row);
    const [usual, ...further] = usualNames[outsideKey(row)] ?? [];
    const ru = usual ?? russianName(row) ?? en;
    const zh = isNamedInChinese(row) ? chooseChineseName(row.alternates, simplify) : undefined;
    const names = [...cyrillicNames(row), ...further, ...(zh === undefined ? [] : [zh])];
    return {
      code: codeOf(row),
      name: { ru, en },
      population: row.population,
      normalisedNames: otherThan([ru, en], names),
    };
  });
  const countries = [...new Set(places.map(({ code }) => code.split('-')[0] ?? code))];
  return [...TERRITORY_NAMES, ...countries.map(describeCountry), ...places].toSorted(
    (a, b) => b.population - a.population || (a.name.en < b.name.en ? -1 : 1),
  );
}

function englishName({ asciiName }: GeonamesRow): string {
  return asciiName.replaceAll(/['’”`"]/g, '');
}

function outsideKey(row: GeonamesRow): string {
  return `${codeOf(row)}/${englishName(row)}`;
}

/** Names as the index holds them, each once, without the shown ones. */
function otherThan(shown: readonly string[], names: readonly string[]): string[] {
  const seen = new Set([...shown.map((name) => asAlternate(name)), '']);
  return names.map((name) => asAlternate(name)).filter((name) => !seen.has(name) && seen.add(name));
}

/** A country by its usual names. */
function describeCountry(code: string): OutsidePlace {
  const [ru, en, zh] = ['ru', 'en', 'zh'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code,
  );
  const name = { ru: ru ?? code, en: en ?? code };
  return {
    code,
    name,
    ...AREA,
    normalisedNames: otherThan(
      [name.ru, name.en],
      [...(COUNTRY_NAMES[code] ?? []), ...(zh === undefined ? [] : [zh])],
    ),
  };
}

/** What people call countries besides their names in CLDR. */
const COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['Эмираты', 'Объединённые Арабские Эмираты', 'UAE'],
  BY: ['Белоруссия'],
  CN: ['КНР'],
  CZ: ['Чешская Республика', 'Czech Republic'],
  GB: ['Англия', 'England', 'UK'],
  HK: ['Гонконг', 'Hong Kong', '香港'],
  KG: ['Кыргызстан'],
  KP: ['Северная Корея'],
  KR: ['Южная Корея', 'Корея'],
  MD: ['Молдавия'],
  NL: ['Голландия', 'Holland'],
  TM: ['Туркмения'],
  TR: ['Turkey'],
  US: ['США', 'Америка', 'USA', 'Соединённые Штаты Америки'],
  ZA: ['ЮАР'],
};

/** Spellings that are Ukrainian although their letters are Russian. */
const UKRAINIAN = /[сцз]ьк|иця$|івка/iu;

/** The Russian name of a row; not a Ukrainian spelling where it has another. */
export function russianName({ name, alternates }: GeonamesRow): string | undefined {
  const russian = alternates.filter((each) => /^[а-яё -]+$/iu.test(each) && !UKRAINIAN.test(each));
  return chooseRussianName(name, russian.length > 0 ? russian : alternates);
}

function isKnownOutside(row: GeonamesKind): boolean {
  if (row.country === '' || row.country === 'RU' || row.featureCode === CITY_QUARTER) return false;
  if (codeOf(row) !== row.country) return row.population >= LEAST.territory;
  if (NEAR.has(row.country)) return row.population >= LEAST.near;
  return row.population >= LEAST.far || row.featureCode === 'PPLC';
}

function codeOf({ country, admin1 }: Pick<GeonamesKind, 'country' | 'admin1'>): string {
  return (country === 'UA' ? TERRITORIES[admin1] : undefined) ?? country;
}

/** Other names in Russian letters: `Алма-Ата` is Алматы. */
function cyrillicNames({ alternates }: GeonamesRow): string[] {
  return alternates.filter((name) => /^[а-яё -]+$/iu.test(name));
}

/** Smaller towns abroad are looked for in Russian and Latin letters only: each name costs the reader's browser. */
function isNamedInChinese(row: GeonamesRow): boolean {
  const least = codeOf(row) === row.country ? LEAST_IN_CHINESE.near : LEAST_IN_CHINESE.territory;
  return row.featureCode === 'PPLC' || row.population >= least;
}

const LEAST_IN_CHINESE = { territory: 50_000, near: 250_000 };
