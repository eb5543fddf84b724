import { readingsOf } from './normalise-name.ts';

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
  const readings = readingsOf(query);
  const begins = (name: string) => readings.some((reading) => name.startsWith(reading));
  if (names.some(begins)) return 2;
  if (alternates.some(begins)) return 3;
  const hasAllWords = (name: string) => readings.some((reading) => hasWords(name, reading));
  return [...names, ...alternates].some(hasAllWords) ? 4 : 5;
}

function hasWords(name: string, query: string): boolean {
  const words = name.split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}
