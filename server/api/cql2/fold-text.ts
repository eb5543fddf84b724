/** The dotless i of Turkish stays as it is: upper case would make the other i of it. */
const DOTLESS_I = 'ı';

/**
 * A text as `CASEI` compares it: full case folding (Unicode 3.13, CaseFolding.txt C and F), so that `Straße` is `STRASSE`.
 * JavaScript has none of its own. Upper case writes one letter as two where folding does, and letter by letter no sigma is
 * taken for one at the end of a word; lower case first, since the capital of `ß` is its own upper case.
 */
export function foldCase(text: string): string {
  let folded = '';
  for (const letter of text) {
    if (letter === DOTLESS_I) folded += letter;
    else for (const capital of letter.toLowerCase().toUpperCase()) folded += capital.toLowerCase();
  }
  return folded;
}

/** A text as `ACCENTI` compares it: without the marks that Unicode parts from its letters, `ё` as `е` and `й` as `и`. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
}
