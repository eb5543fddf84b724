/** How one way of writing Russian in Latin letters spells each letter, or two together; the first spelling is the rule's own. */
type Scheme = Readonly<Record<string, readonly string[]>>;

/** Letters that all ways of writing Russian in Latin letters have in common. */
const ALIKE: Scheme = {
  а: ['a'],
  б: ['b'],
  в: ['v'],
  г: ['g'],
  д: ['d'],
  е: ['e', 'ye', 'je'],
  ж: ['zh'],
  з: ['z'],
  и: ['i'],
  й: ['y', 'i', 'j', 'jj'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  ъ: ['', 'y', 'j'],
  ы: ['y'],
  ь: [''],
  э: ['e'],
  ю: ['yu', 'iu', 'ju'],
  я: ['ya', 'ia', 'ja'],
  // Adjectives end so; the marks of `й` are not there in every name.
  ий: ['iy', 'y', 'ii', 'ij', 'i'],
  ый: ['yy', 'y', 'yi', 'yj', 'iy'],
  ии: ['ii', 'iy', 'y', 'ij', 'i'],
  ыи: ['yy', 'y', 'yi', 'yj', 'iy'],
  ыу: ['yu'],
  кс: ['x'],
};

/**
 * Ways of writing Russian names in Latin letters, without the marks that a search drops. One name is spelt by one of them; where
 * a rule had several editions, the spellings of each stand.
 */
const SCHEMES: readonly Scheme[] = [
  // English: BGN/PCGN 1947, BS 2979, ALA-LC, GOST 7.79 B, GOST R 52290 (road signs), and passports by the orders of
  // 1997, GOST R 52535.1 (2006, `tc` in 2010) and ICAO 9303 (since 2013).
  {
    ...ALIKE,
    ё: ['e', 'yo', 'ye', 'jo', 'io'],
    х: ['kh', 'h', 'x'],
    ц: ['ts', 'tc', 'c', 'cz', 'tz'],
    ч: ['ch'],
    ш: ['sh'],
    щ: ['shch', 'sch', 'shh'],
    ъ: ['', 'ie', 'y', 'j'],
    э: ['e', 'eh'],
  },
  // Telegrams (order of 2001).
  {
    ...ALIKE,
    ё: ['e'],
    ж: ['j'],
    й: ['i'],
    х: ['h'],
    ц: ['c'],
    ч: ['ch'],
    ш: ['sh'],
    щ: ['sc', 'sh'],
    ю: ['iu'],
    я: ['ia'],
  },
  // Scientific: ISO 9:1995 (GOST 7.79 A), ISO/R 9, and Czech, Slovak, Croatian and Italian papers.
  {
    ...ALIKE,
    ё: ['e', 'jo', 'o'],
    ж: ['z'],
    х: ['h', 'ch', 'kh', 'x'],
    ц: ['c'],
    ч: ['c'],
    ш: ['s'],
    щ: ['s', 'sc', 'st'],
    ю: ['u', 'ju'],
    я: ['a', 'ja'],
  },
  // French: papers, and passports until 1997.
  {
    ...ALIKE,
    г: ['g', 'gu'],
    е: ['e', 'ie', 'ye'],
    ё: ['io', 'e', 'ie'],
    ж: ['j'],
    с: ['s', 'ss'],
    у: ['ou'],
    х: ['kh'],
    ц: ['ts'],
    ч: ['tch'],
    ш: ['ch'],
    щ: ['chtch'],
    ю: ['iou', 'you'],
    я: ['ia', 'ya'],
  },
  // German (Duden).
  {
    ...ALIKE,
    в: ['w'],
    ё: ['jo', 'o', 'e'],
    ж: ['sch', 'sh', 'zh'],
    з: ['s'],
    й: ['i', 'j', ''],
    с: ['s', 'ss', 'ß'],
    х: ['ch'],
    ц: ['z'],
    ч: ['tsch'],
    ш: ['sch'],
    щ: ['schtsch'],
    ю: ['ju'],
    я: ['ja'],
  },
  // Polish (PWN).
  {
    ...ALIKE,
    в: ['w'],
    е: ['e', 'ie', 'je'],
    ё: ['io', 'jo', 'o', 'e'],
    ж: ['z'],
    л: ['l', 'ł'],
    х: ['ch'],
    ц: ['c'],
    ч: ['cz'],
    ш: ['sz'],
    щ: ['szcz'],
  },
  // Dutch, Danish, Norwegian and Swedish.
  {
    ...ALIKE,
    ё: ['jo', 'o', 'e'],
    ж: ['zj', 'zh'],
    у: ['oe', 'u'],
    х: ['ch', 'kh', 'h'],
    ц: ['ts'],
    ч: ['tsj', 'tj'],
    ш: ['sj'],
    щ: ['sjtsj', 'sjtj'],
    ю: ['joe', 'ju'],
  },
];

/**
 * Whether a Latin text is a Russian name as one way of writing it spells it; other letters of the name stand as they are.
 * @param latin small letters without marks, words parted by spaces (`plainName`)
 * @param russian small letters, words parted by spaces
 * @param isBegun whether the beginning of the name is enough
 */
export function isLatinSpelling(latin: string, russian: string, isBegun = false): boolean {
  return SCHEMES.some((scheme) => spells(scheme, latin, 0, russian, 0, isBegun));
}

function spells(
  scheme: Scheme,
  latin: string,
  from: number,
  russian: string,
  at: number,
  isBegun: boolean,
): boolean {
  if (at === russian.length) return from === latin.length;
  if (isBegun && from === latin.length) return true;
  const goesOn = (spellings: readonly string[] | undefined, letters: number): boolean =>
    spellings?.some((spelling) => {
      if (isBegun && spelling.startsWith(latin.slice(from))) return true;
      const isHere = latin.startsWith(spelling, from);
      return (
        isHere && spells(scheme, latin, from + spelling.length, russian, at + letters, isBegun)
      );
    }) ?? false;
  const letter = russian.charAt(at);
  return (
    goesOn(scheme[letter] ?? [letter], 1) ||
    (at + 1 < russian.length && goesOn(scheme[russian.slice(at, at + 2)], 2)) ||
    (mayBeShortI(russian, at) && goesOn(scheme.й, 1))
  );
}

/** Whether a letter is `и` where `й` may have lost its mark: behind a vowel, and at the start of a word before one. */
function mayBeShortI(russian: string, at: number): boolean {
  if (russian.charAt(at) !== 'и') return false;
  const before = russian.charAt(at - 1);
  return VOWEL.test(before) || ((at === 0 || before === ' ') && VOWEL.test(russian.charAt(at + 1)));
}

const VOWEL = /[аеёоуыэюя]/;

/** Whether the text begins like a spelling of a name with this first letter, whose marks may be lost. */
export function mayBegin(latin: string, first: string): boolean {
  const letters = first === 'и' ? ['и', 'й'] : first === 'е' ? ['е', 'ё'] : [first];
  return SCHEMES.some((scheme) =>
    letters.some((letter) =>
      scheme[letter]?.some((each) => latin.startsWith(each) || each.startsWith(latin)),
    ),
  );
}

/** A Russian name as spellings are compared with it: small letters, words parted by spaces. */
export function spellable(russian: string): string {
  return russian.toLowerCase().replace(/[ —–-]+/g, ' ');
}
