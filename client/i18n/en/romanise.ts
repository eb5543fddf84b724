/** English spelling of the Cyrillic letters, as the claims write the names of plans and tariffs. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
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

/** A Russian name in Latin letters, so that a reader finds again on a card what a claim calls by that name. */
export function romanise(name: string): string {
  return name.replace(/[а-яё]/gi, (letter) => {
    const latin = LETTERS[letter.toLowerCase()] ?? letter;
    const isCapital = letter !== letter.toLowerCase();
    return isCapital ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}
