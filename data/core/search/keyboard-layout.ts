import russian from 'convert-layout/ru.js';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * What the same keys give in the other layout, English or Russian: `Vjcrdf` is `Москва`, `Ьщысщц` is `Moscow`.
 * Undefined for a text with letters of both scripts or of neither.
 */
export function inOtherLayout(text: string): string | undefined {
  const [isLatin, isCyrillic] = [LATIN.test(text), CYRILLIC.test(text)];
  if (isLatin === isCyrillic) return undefined;
  return isLatin ? russian.fromEn(text) : russian.toEn(text);
}
