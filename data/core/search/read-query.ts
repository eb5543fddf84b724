import { type Letters, loosen, plainName } from './normalise-name.ts';
import { roleOf, type WordRole, writeOutAbbreviations } from './query-words.ts';

/** One word of a query. */
export interface QueryWord extends Letters {
  /** As typed. */
  text: string;
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
        const letters = plainName(word);
        const normalised = loosen(letters);
        if (normalised === '') return [];
        const role = roleOf(normalised);
        const isAside = NUMBER.test(normalised);
        return [
          { text: word, letters, normalised, part: index, isAside, ...(role ? { role } : {}) },
        ];
      }),
    )
    .slice(0, MOST_WORDS);
  return markAsides(words);
}

/** Marks what stands beside a word for a street, district or house and is no name of a place to look for. */
function markAsides(words: readonly QueryWord[]): QueryWord[] {
  const asides = new Set<QueryWord>();
  words.forEach((word, index) => {
    const isHouse = word.role === 'house' || /^[дd]$/u.test(word.normalised);
    if (isHouse && words[index + 1]?.isAside) asides.add(word);
    if (word.role === 'street') {
      const before = namesBefore(words, index);
      // `Невский проспект 28`: behind the number stands no street any more.
      const isBehind = words[index + 1]?.isAside && before.length > 0;
      const name = isBehind ? [] : upToHouse(namesAfter(words, index));
      for (const aside of name.length > 0 ? name : before) asides.add(aside);
    }
    if (word.role === 'district') {
      const name = namesBefore(words, index);
      for (const aside of name.length > 0 ? name : namesAfter(words, index)) asides.add(aside);
    }
    if (word.role === 'street' || word.role === 'district') asides.add(word);
  });
  return words.map((word) => (asides.has(word) ? { ...word, isAside: true } : word));
}

/** The name of a street with its house: `Ленина 5`, `8 Марта 12`. */
function upToHouse(names: readonly QueryWord[]): readonly QueryWord[] {
  const house = names.findIndex(({ isAside }, at) => at > 0 && isAside);
  return house < 0 ? names : names.slice(0, house + 1);
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

const HAN = /\p{Script=Han}{2,}/gu;
/** Words for "city", "town", "village", "district" at the end of a name; states and republics belong to the names of regions. */
const KIND = /[市镇村县区]$/u;

/** "Russia" before a name, as addresses begin. */
const COUNTRY = /^俄(?:罗斯|国|羅斯)(?:联邦)?(?=.)/u;

/**
 * Chinese is written without spaces: a region's name at the beginning is parted from what follows, and the word for the
 * kind of place is dropped where the rest is a name.
 * @param traditional pairs of a traditional character and its simplified one, in a row
 * @param regionNames Chinese names of the regions
 * @param isName whether the index has a name
 */
export function createChineseReader(
  traditional: string,
  regionNames: readonly string[],
  isName: (name: string) => boolean,
): (text: string) => string {
  const characters = [...traditional];
  const simplified = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    simplified.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  const longestFirst = [...regionNames].sort((a, b) => b.length - a.length);
  const part = (text: string): string => {
    const run = text.replace(COUNTRY, '');
    if (isName(run)) return run;
    const bare = run.replace(KIND, '');
    if (bare !== run && isName(bare)) return bare;
    const region = longestFirst.find((name) => run.startsWith(name) && run.length > name.length);
    if (region !== undefined) return `${region} ${part(run.slice(region.length))}`;
    return run;
  };
  return (text) => {
    const plain = [...text].map((character) => simplified.get(character) ?? character).join('');
    return isName(plain) ? plain : plain.replace(HAN, part);
  };
}
