const ANY_RUN = Symbol('%');
const ANY_LETTER = Symbol('_');

/** A pattern in pieces; after a backslash a wildcard is the letter itself (OGC 21-065r2, 7.1.1). */
function piecesOf(pattern: string): readonly (string | symbol)[] {
  const wildcards: Readonly<Record<string, symbol>> = { '%': ANY_RUN, _: ANY_LETTER };
  return [...pattern.matchAll(/\\([%_\\])|./gsu)].map(
    ([piece, escaped]) => escaped ?? wildcards[piece] ?? piece,
  );
}

/**
 * Compiles a `LIKE` pattern: `%` is any run, `_` one character. It matches in linear steps per start, since a regular
 * expression could be made to hang.
 */
export function likePattern(patternText: string): (text: string) => boolean {
  const pattern = piecesOf(patternText);
  return (subject) => {
    const text = [...subject];
    let [at, wanted, star, mark] = [0, 0, -1, 0];
    while (at < text.length) {
      if (pattern[wanted] === ANY_RUN) {
        star = wanted++;
        mark = at;
      } else if (
        wanted < pattern.length &&
        (pattern[wanted] === ANY_LETTER || pattern[wanted] === text[at])
      ) {
        at++;
        wanted++;
      } else if (star >= 0) {
        wanted = star + 1;
        at = ++mark;
      } else return false;
    }
    while (pattern[wanted] === ANY_RUN) wanted++;
    return wanted === pattern.length;
  };
}
