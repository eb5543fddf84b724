import { LATIN_LETTERS } from '../../../data/core/search/romanise.ts';

/** As the claims write the names of plans and tariffs: without the `ye` of geographical names. */
const LETTERS: Readonly<Record<string, string>> = { ...LATIN_LETTERS, е: 'e', ё: 'yo' };

/** A Russian name in Latin letters, so that a reader finds again on a card what a claim calls by that name. */
export function romanise(name: string): string {
  return name.replace(/[а-яё]/gi, (letter) => {
    const latin = LETTERS[letter.toLowerCase()] ?? letter;
    const isCapital = letter !== letter.toLowerCase();
    return isCapital ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}
