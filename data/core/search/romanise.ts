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
