const ANY_RUN = Symbol('%');
const ANY_LETTER = Symbol('_');

/** A pattern in pieces; after a backslash a wildcard is the letter itself (OGC 21-065r2, 7.1.1). */
function piecesOf(pattern: string): readonly (string | symbol)[] {
  const wildcards: Readonly<Record<string, symbol>> = { '%': ANY_RUN, _: ANY_LETTER };
  return [...pattern.matchAll(/\\([%_\\])|./gsu)].map(
    ([piece, escaped]) => escaped ?? wildcards[piece] ?? piece,
  );
}

/** A compiled `LIKE` pattern. */
export interface LikePattern {
  matches(text: string): boolean;
  /** Most characters that are compared with a text of so many. */
  stepsFor(length: number): number;
}

/**
 * Compiles a `LIKE` pattern: `%` is any run, `_` one character. After a run it starts anew at each character of the text,
 * so that it compares at most as many as text and pattern make together: a regular expression could be made to hang.
 */
export function likePattern(patternText: string): LikePattern {
  const pattern = piecesOf(patternText);
  const shortest = pattern.filter((piece) => piece !== ANY_RUN).length;
  return {
    stepsFor: (length) => (length < shortest ? 1 : length * (1 + Math.min(length, shortest))),
    matches(subject) {
      if (subject.length < shortest) return false;
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
    },
  };
}
