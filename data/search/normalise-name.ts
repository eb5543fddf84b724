/**
 * A name as it is compared: lower case, without accents (`ё` is `е`), apostrophes gone, hyphens and other marks as single
 * spaces. Latin spellings of Russian sounds are brought together: `y`, `j` and `i`, `ye` and `e`, `kh` and `h`, `ts`
 * and `c`, `w` and `v`, doubled letters; so that `Nizhny`, `Nizhniy` and `Nižnij` need no table of alternates.
 */
export function normaliseName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼʹ`"”«»]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(/[a-z]+/g, foldLatin);
}

function foldLatin(word: string): string {
  return word
    .replaceAll('kh', 'h')
    .replace(/t[sz]/g, 'c')
    .replaceAll('w', 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/ie/g, 'e');
}
