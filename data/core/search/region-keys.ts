import { roleOf } from './query-words.ts';

/** Endings of Russian adjectives of regions, all cases and genders, as `normaliseName` writes them (`й` is `и`). */
const ADJECTIVE = /(ск|цк|ин|н)(ая|ои|ую|ии|ыи|ого|ому|ом|им|ым|ое|ие|ые|их|ых|ею)$/;

/**
 * Words of a region's name in any order and case: type words are left out, adjectives stand without their ending and
 * are told from nouns by `~`, so that `область Кировская` and `Кировской области` have one key and `Кировск` another.
 * @param words normalised
 */
export function regionKey(words: readonly string[]): string {
  const names = words.filter((word) => !NO_NAME.has(roleOf(word) ?? '')).map(adjectiveStem);
  return [...new Set(names)].sort().join(' ');
}

const NO_NAME: ReadonlySet<string> = new Set(['region', 'filler', 'town']);

function adjectiveStem(word: string): string {
  const found = ADJECTIVE.exec(word);
  return found === null || word.length < 6 ? word : `${word.slice(0, found.index)}${found[1]}~`;
}

/** Types of regions that a type word stands for; empty for a word that says nothing of it. */
export function typesOfWord(word: string): readonly string[] {
  return TYPES.find(([pattern]) => pattern.test(word))?.[1] ?? [];
}

const TYPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^обл|^obl|^gebiet/, ['oblast', 'autonomous-oblast']],
  [/^кра|^кр$|^kra/, ['krai']],
  [/^респ|^respub|^republi/, ['republic']],
  [/^ао|^автон|^autonomous|^округ|^okrug/, ['autonomous-okrug', 'autonomous-oblast']],
];
