/**
 * How well a normalised query fits an entry, 0 being best: it is the name, an alternate, the beginning of the name, of
 * an alternate, the beginnings of words, or only nearly any of these.
 */
export function matchTier(
  query: string,
  names: readonly string[],
  alternates: readonly string[],
): number {
  if (names.includes(query)) return 0;
  if (alternates.includes(query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (alternates.some((name) => name.startsWith(query))) return 3;
  return [...names, ...alternates].some((name) => hasWords(name, query)) ? 4 : 5;
}

function hasWords(name: string, query: string): boolean {
  const words = name.split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}
