import { distance } from 'fastest-levenshtein';
import { isLatinSpelling } from '../latin-spelling.ts';
import { romanise } from '../romanise.ts';
import { latinReadings, wordsOf } from './device-text.ts';

/** Spellings of the words of names: under the word as makers print it, how people write it. */
export type Spellings = Readonly<Record<string, readonly string[]>>;

/** What one part of a query may stand for. */
export interface Reading {
  /** As it was typed. */
  typed: string;
  /** Words of names that it may be. Empty where no name has anything alike. */
  words: readonly string[];
}

/** Reads texts as words of the names that makers print. */
interface WordReader {
  /** A name or another name, where each part is one word. */
  name(text: string): string[];
  /** A query: its parts with all that each may stand for among the known words. */
  query(text: string): Reading[];
  /** Known words that nearly are the typed one, as printed or as people spell them. */
  nearly(typed: string): string[];
}

/** Spellings have no more words: `smart baby watch`. */
const LONGEST_PHRASE = 4;
/** So many Cyrillic letters beside a number are letters of a model: `с24`, `гт 7`. */
const LETTERS_OF_A_MODEL = 2;
/** Shorter words must be typed right: one other letter makes another word of them. */
const SHORTEST_MISTYPED = 4;
/** Words run together have no more letters: `redminotepro`. */
const LONGEST_RUN = 24;

/** A reader that knows these spellings and the words of names. */
export function createWordReader(
  spellings: Spellings,
  vocabulary: ReadonlySet<string>,
): WordReader {
  const known = (word: string): boolean => vocabulary.has(word);
  const byPhrase = new Map<string, string[][]>();
  // In the order of the words, so that equal spellings are read alike however they came here.
  for (const [word, phrases] of Object.entries(spellings).toSorted()) {
    for (const phrase of phrases) {
      const key = wordsOf(phrase).join(' ');
      byPhrase.set(key, [...(byPhrase.get(key) ?? []), wordsOf(word)]);
    }
  }
  const phraseAt = (words: readonly string[], at: number) => {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
      const typed = words.slice(at, at + length).join(' ');
      const meant = byPhrase.get(typed);
      if (meant !== undefined) return { typed, meant, length };
    }
    return undefined;
  };
  /** What a spelling stands for: one meaning word by word, several as the choices for one word. */
  const ofPhrase = ({ typed, meant }: { typed: string; meant: string[][] }): Reading[] => {
    const [first = [], ...others] = meant;
    const itself = known(typed) ? [typed] : [];
    if (first.length > 1) return first.map((word) => ({ typed, words: [word] }));
    return [{ typed, words: [...new Set([...itself, ...first, ...others.flat()])] }];
  };
  const alone = (typed: string): Reading[] => {
    const isShort = isCyrillic(typed) && typed.length <= LETTERS_OF_A_MODEL;
    const words = [...(isShort ? latinReadings(typed) : []), typed].filter(known);
    if (words.length > 0) return [{ typed, words }];
    const parts = apart(typed) ?? [];
    if (parts.length > 0) return parts.map((word) => ({ typed, words: [word] }));
    return [{ typed, words: [] }];
  };
  const apart = (run: string): string[] | undefined => {
    if (run.length > LONGEST_RUN || /\d/.test(run)) return undefined;
    return splitRun(run, (part) => (known(part) ? [part] : byPhrase.get(part)?.[0]));
  };
  return {
    name: (text) => {
      const words = wordsOf(text);
      const read: string[] = [];
      for (let at = 0; at < words.length; ) {
        const phrase = phraseAt(words, at);
        const word = words[at] ?? '';
        read.push(...(known(word) ? [word] : (phrase?.meant[0] ?? [word])));
        at += known(word) ? 1 : (phrase?.length ?? 1);
      }
      return read;
    },
    query: (text) => {
      const words = wordsOf(text);
      const read: Reading[] = [];
      for (let at = 0; at < words.length; ) {
        const phrase = phraseAt(words, at);
        read.push(...(phrase === undefined ? alone(words[at] ?? '') : ofPhrase(phrase)));
        at += phrase?.length ?? 1;
      }
      return read;
    },
    nearly: (typed) => {
      const text = isCyrillic(typed) ? romanise(typed) : typed;
      const printed = nearest(text, [...vocabulary]).map(({ word, away }) => ({
        words: [word],
        away,
      }));
      const spelled = nearest(typed, [...byPhrase.keys()]).map(({ word, away }) => ({
        words: (byPhrase.get(word) ?? []).map(([first = '']) => first).filter(known),
        away,
      }));
      const heard = spelledInLatin(typed, [...byPhrase.keys()]).map((word) => ({
        words: (byPhrase.get(word) ?? []).map(([first = '']) => first).filter(known),
        away: 0,
      }));
      const all = [...printed, ...spelled, ...heard].filter(({ words }) => words.length > 0);
      const least = Math.min(...all.map(({ away }) => away));
      return [...new Set(all.filter(({ away }) => away === least).flatMap(({ words }) => words))];
    },
  };
}

/** Russian spellings that the Latin letters write: `aifon`, `syaomi`. */
function spelledInLatin(typed: string, spellings: readonly string[]): string[] {
  if (typed.length < SHORTEST_MISTYPED || !/^[a-z]+$/.test(typed)) return [];
  return spellings.filter((spelling) => isLatinSpelling(typed, spelling));
}

/** Words one letter away (two from six letters on): wrong, missing, too many, or two neighbours swapped. */
function nearest(typed: string, words: readonly string[]): { word: string; away: number }[] {
  if (typed.length < SHORTEST_MISTYPED || /\d/.test(typed)) return [];
  const allowed = typed.length < 6 ? 1 : 2;
  return words
    .filter(
      (word) => word.length >= SHORTEST_MISTYPED && Math.abs(word.length - typed.length) <= allowed,
    )
    .map((word) => ({ word, away: isSwapped(typed, word) ? 1 : distance(typed, word) }))
    .filter(({ away }) => away <= allowed);
}

/** Whether two neighbouring letters change places between the texts. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return at >= 0 && swapped === b;
}

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** Words run together, taken apart with the longest word first: `redminote` is `redmi note`. */
function splitRun(
  run: string,
  meaningOf: (part: string) => readonly string[] | undefined,
): string[] | undefined {
  if (run === '') return [];
  for (let length = run.length; length > 0; length -= 1) {
    const meant = meaningOf(run.slice(0, length));
    // A single letter may end a run (`galaxys`), or each word would fall into letters.
    if (meant === undefined || (length === 1 && run.length > 1)) continue;
    const rest = splitRun(run.slice(length), meaningOf);
    if (rest !== undefined) return [...meant, ...rest];
  }
  return undefined;
}
