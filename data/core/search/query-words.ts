import { normaliseName } from './normalise-name.ts';

/** What a word that is no name says about the names beside it. */
export type WordRole =
  /** `г.`, `city`: a town is meant. */
  | 'town'
  /** `с.`, `пгт`: a smaller settlement is meant. */
  | 'village'
  /** `обл.`, `republic`: a region is meant. */
  | 'region'
  /** `р-н`: a district; its name says nothing about the region. */
  | 'district'
  /** `ул.`: the name of a street stands beside it. */
  | 'street'
  /** `кв.`: a number stands behind it. */
  | 'house'
  /** `Россия`, `городской`: nothing to look for. */
  | 'filler'
  /** `в`, `near`: a word between names. */
  | 'link';

/** Words in full and abbreviated, with the cases that stand in addresses. Of a word in two lines the upper one counts. */
const WORDS: readonly (readonly [WordRole, string])[] = [
  ['town', 'г гор город города городе городу city town stadt ville g gor gorod gorode'],
  [
    'village',
    'с село селе села дер деревня деревни деревне д п пос посёлок посёлке пгт рп пст кп дп х хут хутор хуторе ст станица ' +
      'станице аул ауле сл слобода нп рабочий дачный курортный городского типа village selo posyolok poselok settlement dorf',
  ],
  [
    'region',
    'обл область области областью край края крае краю кр респ республика республики республике республику республикой ао ' +
      'аобл автономный автономная автономной автономного автономном автон округ округа округе oblast obl region krai ' +
      'kray kraj republic republik respublika republique republica resp autonomous okrug gebiet region territory area oblasti kraya respubliki ' +
      'регион региона регионе',
  ],
  [
    'district',
    'район района районе рн мр district rayon raion улус улуса кожуун сельсовет волость',
  ],
  [
    'street',
    'ул улица улице улицы пр просп проспект проспекте пер переулок пл площадь площади бульвар ш шоссе наб набережная туп ' +
      'тупик проезд аллея мкр микрорайон квартал тракт снт тер street str avenue ave road ul ulitsa ulica prospekt prospect ' +
      'per pereulok pl ploshchad nab naberezhnaya bulvar shosse proezd strasse',
  ],
  [
    'house',
    'дом к кор корп корпус стр строение кв квартира оф офис лит литера эт этаж подъезд под вл владение пом помещение ' +
      'house building apt flat dom kv korp',
  ],
  [
    'filler',
    'россия россии рф российская федерация russia russian federation russland го городской муниципальный муниципального ' +
      'сельское городское поселение поселения of the de la du des федерального значения индекс адрес',
  ],
  ['link', 'в во из на под за до около возле близ у рядом и near in from at and bei aus und'],
];

const ROLES: ReadonlyMap<string, WordRole> = new Map(
  [...WORDS]
    .reverse()
    .flatMap(([role, words]) =>
      words.split(' ').map((word) => [normaliseName(word), role] as const),
    ),
);

/** The role of a normalised word; undefined for a word that can only be a name. */
export function roleOf(word: string): WordRole | undefined {
  return ROLES.get(word);
}

/** Abbreviations with a mark inside, which would fall apart into words. */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['ст-ц[аые]', 'станица'],
  ['р-на?', 'район'],
  ['р\\.\\s?п\\.', 'рп'],
  ['р/п', 'рп'],
  ['п\\.\\s?г\\.\\s?т\\.', 'пгт'],
  ['г\\.\\s?о\\.', 'го'],
  ['м\\.\\s?о\\.', 'мо'],
  ['а\\.\\s?о\\.', 'ао'],
  ['а\\.\\s?обл\\.?', 'аобл'],
  ['обл-ть', 'область'],
  ['пр-(?:к?т|д)', 'проспект'],
  ['б-р', 'бульвар'],
  ['мк?р?-н', 'мкр'],
  ['кв-л', 'квартал'],
  ['с/с', 'сельсовет'],
  ['г-д', 'город'],
];
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ABBREVIATIONS.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Writes out the abbreviations that have a mark inside: `р-н`, `ст-ца`, `п. г. т.`. */
export function writeOutAbbreviations(text: string): string {
  return text.replace(ABBREVIATION, (found, ...groups: unknown[]) => {
    const at = groups.findIndex((group) => typeof group === 'string');
    return ABBREVIATIONS[at]?.[1] ?? found;
  });
}

/** Endings of Russian adjectives of regions, all cases and genders, as `normaliseName` writes them (`й` is `и`, `y` is `i`). */
const ADJECTIVE =
  /(?:(ск|цк|ин|н)(ая|ои|ую|ии|ыи|ого|ому|ом|им|ым|ое|ие|ые|их|ых|ею)|(sk|ck)(aia|oi|ui|i|ogo|omu|om|im|oe))$/;

/**
 * Words of a region's name in any order and case: type words are left out, adjectives stand without their ending and
 * are told from nouns by `~`, so that `область Кировская` and `Кировской области` have one key and `Кировск` another.
 * @param words normalised
 */
export function regionKey(words: readonly string[]): string {
  const names = words.filter((word) => !isNoName(word)).map(adjectiveStem);
  return [...new Set(names)].sort().join(' ');
}

/** Whether a normalised word is none of a region's name but says what kind of thing it is. */
export function isNoName(word: string): boolean {
  return NO_NAME.has(roleOf(word) ?? '');
}

const NO_NAME: ReadonlySet<string> = new Set(['region', 'filler', 'town']);

function adjectiveStem(word: string): string {
  const found = ADJECTIVE.exec(word);
  return found === null || word.length < 6
    ? word
    : `${word.slice(0, found.index)}${found[1] ?? found[3]}~`;
}

/** Types of regions that a type word stands for; empty for a word that says nothing of it. */
export function typesOfWord(word: string): readonly string[] {
  return TYPES.find(([pattern]) => pattern.test(word))?.[1] ?? [];
}

const TYPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^обл|^obl|^gebiet/, ['oblast', 'autonomous-oblast']],
  [/^кра|^кр$|^kra/, ['krai']],
  [/^респ|^resp|^republi/, ['republic']],
  [/^ао|^автон|^autonomous|^округ|^okrug/, ['autonomous-okrug', 'autonomous-oblast']],
  // English and German papers call each of them a region or territory, but no city.
  [
    /^region|^регион|^territor/,
    ['oblast', 'krai', 'republic', 'autonomous-okrug', 'autonomous-oblast'],
  ],
];
