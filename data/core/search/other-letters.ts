import russian from 'convert-layout/ru.js';

/**
 * Letters that are drawn alike in both scripts, Latin to Cyrillic; small ones where only the capitals look alike stand too,
 * because names are compared in small letters. By hand: the packages of confusable characters lead to Latin only.
 */
const CYRILLIC_OF_LATIN: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const LATIN_OF_CYRILLIC = Object.fromEntries(
  Object.entries(CYRILLIC_OF_LATIN).map(([latin, cyrillic]) => [cyrillic, latin]),
);

const MIXED =
  /\p{Script=Latin}[^\p{L}]*\p{Script=Cyrillic}|\p{Script=Cyrillic}[^\p{L}]*\p{Script=Latin}/u;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;

/**
 * Brings each word of two scripts into the one that all its letters are drawn in, `EKATEPИHБУPГ` into Cyrillic ones; where that are both
 * or none, into the one that most are of: `Moсква` with a Latin `M`.
 */
export function mendMixedWords(lowerCase: string): string {
  return lowerCase.replace(WORD, (word) => {
    if (!MIXED.test(word)) return word;
    const latin = word.match(/\p{Script=Latin}/gu) ?? [];
    const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
    const mayBeCyrillic = latin.every((letter) => CYRILLIC_OF_LATIN[letter] !== undefined);
    const mayBeLatin = cyrillic.every((letter) => LATIN_OF_CYRILLIC[letter] !== undefined);
    const isLatin = mayBeCyrillic === mayBeLatin ? latin.length * 2 > word.length : mayBeLatin;
    return replaceLetters(word, isLatin ? LATIN_OF_CYRILLIC : CYRILLIC_OF_LATIN);
  });
}

/** A text typed in Latin letters that all look like Cyrillic ones, in these: `MOCKBA`. Undefined for any other text. */
export function asCyrillicLookAlike(lowerCase: string): string | undefined {
  const letters = lowerCase.match(/\p{L}/gu) ?? [];
  if (letters.length === 0 || letters.some((letter) => CYRILLIC_OF_LATIN[letter] === undefined)) {
    return undefined;
  }
  return replaceLetters(lowerCase, CYRILLIC_OF_LATIN);
}

function replaceLetters(text: string, letters: Readonly<Record<string, string>>): string {
  return [...text].map((letter) => letters[letter] ?? letter).join('');
}

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const LATIN_WORD = /[^\s\p{Script=Cyrillic}]*\p{Script=Latin}[^\s\p{Script=Cyrillic}]*/gu;
/** Marks that are letters of the Russian layout and yet stand between words, as in `rfpfym, nfnfhcnfy`. */
const MARK_AFTER_WORD = /(?<=\p{L})[,.;](?=\s|$)/gu;

/**
 * What the same keys give in the other layout, English or Russian: `Vjcrdf` is `Москва`, `Ьщысщц` is `Moscow`. Where a mark
 * stands behind a word, also with the mark as it is; of a text in both scripts its Latin words are read so (`г. rfpfym`).
 */
export function inOtherLayout(text: string): string[] {
  const [isLatin, isCyrillic] = [LATIN.test(text), CYRILLIC.test(text)];
  if (isLatin && isCyrillic) return [text.replace(LATIN_WORD, (word) => russian.fromEn(word))];
  if (!isLatin && !isCyrillic) return [];
  if (isCyrillic) return [russian.toEn(text)];
  const marks = text.match(MARK_AFTER_WORD) ?? [];
  const withMarks = text
    .split(MARK_AFTER_WORD)
    .map((words, at) => russian.fromEn(words) + (marks[at] ?? ''))
    .join('');
  return marks.length === 0 ? [withMarks] : [withMarks, russian.fromEn(text)];
}
