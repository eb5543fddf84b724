import { normaliseName } from './normalise-name.ts';
import { roleOf, type WordRole, writeOutAbbreviations } from './query-words.ts';

/** One word of a query. */
export interface QueryWord {
  /** As typed. */
  text: string;
  normalised: string;
  role?: WordRole;
  /** Parts between commas, semicolons and line ends, counted from 0. */
  part: number;
  /** Name of a street or district, a house number, a postal code: not looked for. */
  isAside: boolean;
}

/** Longer texts are no address; what follows is not read. */
const MOST_CHARACTERS = 300;
/** Words that are looked at: the longest addresses have about twenty. */
const MOST_WORDS = 32;
const PART = /[,;\n\r\t|]+/u;
const WORD = /[\p{L}\p{M}\p{N}'’ʼ`\p{Cf}]+/gu;
const NUMBER = /^\d+\p{L}?\d*$/u;

/** Reads a query into words with what they say about each other. Never fails; a query without letters has no words. */
export function readQuery(query: string): QueryWord[] {
  const text = writeOutAbbreviations(query.slice(0, MOST_CHARACTERS).normalize('NFC'));
  const words = text
    .split(PART)
    .filter((part) => part.trim() !== '')
    .flatMap((part, index) =>
      (part.match(WORD) ?? []).flatMap((word): QueryWord[] => {
        const normalised = normaliseName(word);
        if (normalised === '') return [];
        const role = roleOf(normalised);
        const isAside = NUMBER.test(normalised);
        return [{ text: word, normalised, part: index, isAside, ...(role ? { role } : {}) }];
      }),
    )
    .slice(0, MOST_WORDS);
  return markAsides(words);
}

/** Marks what stands beside a word for a street, district or house and is no name of a place to look for. */
function markAsides(words: readonly QueryWord[]): QueryWord[] {
  const asides = new Set<QueryWord>();
  words.forEach((word, index) => {
    const isHouse = word.role === 'house' || word.normalised === 'д';
    if (isHouse && words[index + 1]?.isAside) asides.add(word);
    if (word.role === 'street') {
      const name = namesAfter(words, index);
      for (const aside of name.length > 0 ? name : namesBefore(words, index)) asides.add(aside);
    }
    if (word.role === 'district') {
      const name = namesBefore(words, index);
      for (const aside of name.length > 0 ? name : namesAfter(words, index)) asides.add(aside);
    }
    if (word.role === 'street' || word.role === 'district') asides.add(word);
  });
  return words.map((word) => (asides.has(word) ? { ...word, isAside: true } : word));
}

function namesAfter(words: readonly QueryWord[], index: number): QueryWord[] {
  return names(words.slice(index + 1), words[index]?.part);
}

function namesBefore(words: readonly QueryWord[], index: number): QueryWord[] {
  return names(words.slice(0, index).reverse(), words[index]?.part);
}

/** Words up to the next one with a role, within one part of the query. */
function names(words: readonly QueryWord[], part: number | undefined): QueryWord[] {
  const end = words.findIndex(
    (word) => word.part !== part || (word.role !== undefined && word.role !== 'link'),
  );
  return end < 0 ? [...words] : words.slice(0, end);
}
