import { mendMixedWords } from './look-alike-letters.ts';

/**
 * A name as it is compared: lower case, without accents (`ё` is `е`), apostrophes, soft hyphens and other invisible
 * characters, hyphens and other marks as single spaces; a word of two scripts in the letters of one. Latin spellings of
 * Russian sounds are brought together: `y`, `j` and `i`, `ye` and `e`, `kh` and `h`, `ts` and `c`, `w` and `v`, doubled
 * letters; so that `Nizhny`, `Nizhniy` and `Nižnij` need no table of alternates.
 */
export function normaliseName(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain, and the index normalises all of them.
  if (PLAIN_RUSSIAN.test(lower))
    return lower.replaceAll('ё', 'е').replaceAll('й', 'и').replaceAll('-', ' ');
  if (PLAIN_LATIN.test(lower)) return lower.split(/[ -]/).map(foldLatin).join(' ');
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼʹ`"”«»]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return mendMixedWords(plain).replace(/[a-z]+/g, foldLatin);
}

/** Words in Russian letters with one space or hyphen between them. */
const PLAIN_RUSSIAN = /^[а-яё]+(?:[ -][а-яё]+)*$/;
const PLAIN_LATIN = /^[a-z]+(?:[ -][a-z]+)*$/;

function foldLatin(word: string): string {
  return word
    .replaceAll('kh', 'h')
    .replace(/t[sz]/g, 'c')
    .replaceAll('w', 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/ie/g, 'e');
}

/**
 * Ends of a text that the next letter may turn into another one: `ts` and `tz` are `c`, `kh` is `h`, `ie` is `e`, and
 * doubled letters are single.
 */
const UNFINISHED: readonly (readonly [RegExp, string])[] = [
  [/c?t$/, 'c'],
  [/h?k$/, 'h'],
  [/i$/, 'e'],
];

/**
 * What a normalised text may be the beginning of: itself and, where its last letter can be the first half of a sound
 * that `normaliseName` writes with another letter, the text with that letter. So `irkut` begins `Irkutsk`.
 */
export function readingsOf(normalised: string): string[] {
  const completed = UNFINISHED.filter(([end]) => end.test(normalised));
  return [normalised, ...completed.map(([end, letter]) => normalised.replace(end, letter))];
}
