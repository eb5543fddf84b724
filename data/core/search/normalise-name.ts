import { mendMixedWords } from './other-letters.ts';

/**
 * The letters of a name: lower case, `ё` as `е`, Latin letters without their marks, without apostrophes, soft hyphens and other
 * invisible characters, hyphens and other marks as single spaces; a word of two scripts in the letters of one. Who types these has
 * typed the name.
 */
export function plainName(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain, and the index reads all of them.
  if (PLAIN_RUSSIAN.test(lower)) return lower.replaceAll('ё', 'е').replaceAll('-', ' ');
  if (PLAIN_LATIN.test(lower)) return lower.replaceAll('-', ' ');
  if (PLAIN_CHINESE.test(text)) return text.replaceAll('-', ' ');
  const decomposed = text.normalize('NFKD').replace(/и\u0306/giu, 'й');
  const isOneScript = !(HAS_LATIN.test(decomposed) && HAS_CYRILLIC.test(decomposed));
  if (isOneScript && USUAL.test(decomposed)) return foldUsual(decomposed);
  const plain = decomposed
    .replace(/[\p{M}\p{Cf}'’ʼʹʺ`"”«»]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return mendMixedWords(plain);
}

/**
 * A name as it is looked for, more loosely than its letters (`plainName`): `й` is `и`, and Latin spellings of Russian sounds are
 * brought together: `y`, `j` and `i`, `ye` and `e`, `kh` and `h`, `ts` and `c`, `w` and `v`, doubled letters. Two names that are alike
 * so need not be one.
 */
export function normaliseName(text: string): string {
  return loosen(plainName(text));
}

/** A word or name as it was typed, for comparison. */
export interface Letters {
  /** `plainName` of it. */
  letters: string;
  /** `normaliseName` of it. */
  normalised: string;
}

/** The letters of a name with what they are looked for by. */
export function lettersOf(plain: string): Letters {
  return { letters: plain, normalised: loosen(plain) };
}

/** `normaliseName` of the letters of a name. */
export function loosen(plain: string): string {
  return plain.replaceAll('й', 'и').replace(/[a-z]+/g, foldLatin);
}

/** Words in Russian letters with one space or hyphen between them. */
const PLAIN_RUSSIAN = /^[а-яё]+(?:[ -][а-яё]+)*$/;
const PLAIN_LATIN = /^[a-z]+(?:[ -][a-z]+)*$/;
/** Unified ideographs, of which none has another form. */
const PLAIN_CHINESE = /^[\u4e00-\u9fff]+(?:[ -][\u4e00-\u9fff]+)*$/;
/** What nearly all other names consist of once marks are parted from letters: the classes of Unicode are slow to compile. */
const USUAL = /^(?:[ -~ß«»’–—\u0400-\u0481\u048a-\u04ff]|[\u0300-\u036f])*$/;
const HAS_LATIN = /[A-Za-zß]/;
const HAS_CYRILLIC = /[\u0400-\u04ff]/;

/** What `plainName` does to any name, for one in letters of one script. */
function foldUsual(decomposed: string): string {
  return decomposed
    .replace(/[\u0300-\u036f]|['’`"«»]/g, '')
    .toLowerCase()
    .replace(/[^a-zß0-9\u0430-\u0481\u048a-\u04ff]+/g, ' ')
    .trim();
}

/**
 * Many names as `normaliseName` gives each of them, mostly Russian ones: what is alike for all of these is done to all in one
 * text, where a call for each takes a browser that just started ten times as long.
 */
export function normaliseNames(names: readonly string[]): string[] {
  const folded = names
    .join(BETWEEN)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('й', 'и')
    .replaceAll('-', ' ')
    .split(BETWEEN);
  return names.map((name, at) => {
    const each = folded[at] ?? '';
    return FOLDED_RUSSIAN.test(each) && folded.length === names.length ? each : normaliseName(name);
  });
}

/** Stands in no name. */
const BETWEEN = '\n';
const FOLDED_RUSSIAN = /^[а-я]+(?: [а-я]+)*$/;

/**
 * One walk over the letters, since the index folds some ten thousand words: `kh` is `h`, `ts` and `tz` are `c`, `w` is `v`, `y`
 * and `j` are `i`; then doubled letters are single, and then `ie` is `e`.
 */
function foldLatin(word: string): string {
  let folded = '';
  let last = '';
  for (let at = 0; at < word.length; at += 1) {
    let letter = word.charAt(at);
    const next = word.charAt(at + 1);
    if (letter === 'k' && next === 'h') continue;
    if (letter === 't' && (next === 's' || next === 'z')) {
      letter = 'c';
      at += 1;
    } else {
      letter = SAME_SOUND[letter] ?? letter;
    }
    if (letter === last) continue;
    folded = last === 'i' && letter === 'e' ? `${folded.slice(0, -1)}e` : folded + letter;
    last = letter;
  }
  return folded;
}

const SAME_SOUND: Readonly<Record<string, string>> = { w: 'v', y: 'i', j: 'i' };

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
