/** Latin spelling of the Cyrillic letters that are spelt alike wherever they stand: all but `е` and `ё`. */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Letters after which `е` and `ё` are heard with a `y` before them. */
const BEFORE_SOFT_VOWEL = 'аеёиоуыэюяйъь';

/**
 * Russian text in lower-case Latin letters by BGN/PCGN 1947, the system of GeoNames, without apostrophes and
 * diacritics: `е` and `ё` are `ye` at the start of a word and after vowels, `й`, `ъ` and `ь`. Other characters stay.
 */
export function romanise(text: string): string {
  let latin = '';
  let previous = ' ';
  for (const letter of text.toLowerCase()) {
    if (letter === 'е' || letter === 'ё') {
      latin += isHeardWithY(previous) ? 'ye' : 'e';
    } else {
      latin += LATIN_LETTERS[letter] ?? letter;
    }
    previous = letter;
  }
  return latin;
}

/** Whether `е` and `ё` are heard with a `y` behind this character: a vowel, a sign, or none of a word. */
function isHeardWithY(previous: string): boolean {
  if (BEFORE_SOFT_VOWEL.includes(previous) || previous === ' ' || previous === '-') return true;
  // Asked of few: the class of all letters is slow to compile.
  return LATIN_LETTERS[previous] === undefined && !/\p{L}/u.test(previous);
}

/** The same for a name, its words with a capital letter where they have one: `Rostov-na-Donu`. */
export function romaniseName(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => {
    const latin = romanise(word);
    const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
    return isCapital ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}

/** How German newspapers and maps write the letters that they spell otherwise than `LATIN_LETTERS` (Duden). */
const GERMAN_LETTERS: Readonly<Record<string, string>> = {
  ж: 'sch',
  з: 's',
  х: 'ch',
  ц: 'z',
  ч: 'tsch',
  ш: 'sch',
  щ: 'schtsch',
  ю: 'ju',
  я: 'ja',
  ё: 'jo',
};

/** Letters of the scientific transliteration (ISO/R 9), whose marks a search drops: `Čeljabinsk`. */
const SCIENTIFIC_LETTERS: Readonly<Record<string, string>> = {
  ж: 'z',
  х: 'ch',
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 'sc',
  ю: 'ju',
  я: 'ja',
};

/**
 * Other Latin spellings of a Russian name, for comparison by `normaliseName` only: German, scientific, and with `yo` for
 * `ё` as passports and encyclopedias have it.
 */
export function otherLatinSpellings(name: string): string[] {
  const lower = name.toLowerCase();
  const spell = (letters: Readonly<Record<string, string>>): string =>
    [...lower]
      .map((letter) => letters[letter] ?? LATIN_LETTERS[letter] ?? EH[letter] ?? letter)
      .join('');
  return [GERMAN_LETTERS, SCIENTIFIC_LETTERS, { ё: 'yo' }].map(spell);
}

/** `ye` and `e` are compared as one. */
const EH: Readonly<Record<string, string>> = { е: 'e', ё: 'e' };
