import { isLatinSpelling, mayBegin } from './latin-spelling.ts';

/** Finds entries by a Latin spelling of a Russian name. */
export interface SpeltNames<E> {
  /** Entries with a Russian name that the text spells, in their order. */
  spelt: (latin: string) => E[];
  /** Entries with a Russian name whose beginning the text spells. */
  begun: (latin: string) => E[];
  /** Notes the consonants of all names, a first letter a piece. */
  prepare: () => Iterable<unknown>;
}

/** First letters of Russian names as they are looked for: `й` is `и`, `ё` is `е`. */
const FIRST_LETTERS = 'абвгдежзиклмнопрстуфхцчшщыэюя';
/** A single consonant begins, in one spelling or another, hundreds of names. */
const SHORTEST_START = 2;

/** A name with its consonants. */
interface Noted<E> {
  consonants: string;
  russian: string;
  entry: E;
}

/**
 * Notes the names by the consonants that all spellings have in common (`russianConsonants`), those of a first letter when it is first
 * asked for: what is left to compare letter by letter are a few names.
 * @param russianNames of an entry, in small letters, words parted by spaces
 * @param startsOf positions of the entries with a word that begins with a letter, in order
 */
export function createSpeltNames<E>(
  entries: readonly E[],
  russianNames: (entry: E) => readonly string[],
  startsOf: (letter: string) => readonly number[],
): SpeltNames<E> {
  const byFirst = new Map<string, readonly Noted<E>[]>();
  const notedFrom = (first: string): readonly Noted<E>[] => {
    const known = byFirst.get(first);
    if (known !== undefined) return known;
    const noted = startsOf(first).flatMap((at) => {
      const entry = entries[at];
      if (entry === undefined) return [];
      return russianNames(entry)
        .filter((russian) => unmarked(russian.charAt(0)) === first)
        .map((russian) => ({ consonants: russianConsonants(russian), russian, entry }));
    });
    byFirst.set(first, noted);
    return noted;
  };
  const fitting = (latin: string, fits: (noted: Noted<E>) => boolean): E[] => {
    const found = [...FIRST_LETTERS]
      .filter((first) => mayBegin(latin, first))
      .flatMap((first) => notedFrom(first).filter(fits));
    return [...new Set(found.map(({ entry }) => entry))];
  };
  return {
    spelt: (latin) => {
      const heard = latinConsonants(latin);
      return fitting(
        latin,
        ({ consonants, russian }) => heard.includes(consonants) && isLatinSpelling(latin, russian),
      );
    },
    begun: (latin) => {
      const starts = latinConsonants(latin).filter((start) => start.length >= SHORTEST_START);
      if (starts.length === 0) return [];
      return fitting(
        latin,
        ({ consonants, russian }) =>
          starts.some((start) => consonants.startsWith(start)) &&
          isLatinSpelling(latin, russian, true),
      );
    },
    prepare: function* () {
      for (const first of FIRST_LETTERS) yield notedFrom(first);
    },
  };
}

function unmarked(letter: string): string {
  if (letter === 'й') return 'и';
  return letter === 'ё' ? 'е' : letter;
}

/** Hushing and hissing letters are one; a letter that is silent in some spelling is none. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ...soundsOf('bvgdklmnprtf', 'бвгдклмнпртф'),
  ...soundsOf('ssssssss', 'жзсхцчшщ'),
  ь: '',
  ъ: '',
};

/** The consonants of a Russian name: hushing and hissing ones are one, together with the `t` and `k` before them. */
export function russianConsonants(russian: string): string {
  return consonantsOf(russian, CONSONANTS);
}

const LATIN_CONSONANTS: Readonly<Record<string, string>> = {
  ...soundsOf('bvgdklmnprtf', 'bvgdklmnprtf'),
  ...soundsOf('ssssss', 'schxzß'),
  w: 'v',
  ł: 'l',
  q: 'k',
  j: '',
};
const WITH_FRENCH_J = { ...LATIN_CONSONANTS, j: 's' };

/** The same of a Latin text; several where `j` can be a consonant (French), none (German), or one behind `t` (Swedish). */
export function latinConsonants(latin: string): string[] {
  const without = consonantsOf(latin, LATIN_CONSONANTS);
  if (!latin.includes('j')) return [without];
  const behindT = consonantsOf(latin.replaceAll('tj', 's'), LATIN_CONSONANTS);
  return [...new Set([without, behindT, consonantsOf(latin, WITH_FRENCH_J)])];
}

function soundsOf(sounds: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, at) => [letter, sounds.charAt(at)]));
}

/** Each consonant once in a row, whatever vowels stand between; `t` and `k` right before a hissing one are a part of it. */
function consonantsOf(text: string, sounds: Readonly<Record<string, string>>): string {
  let all = '';
  let held = '';
  const add = (consonants: string): void => {
    for (const each of consonants) if (all.at(-1) !== each) all += each;
  };
  for (const letter of text) {
    const sound = sounds[letter];
    if (sound === '') continue;
    if (sound === 't' || sound === 'k') {
      held += sound;
      continue;
    }
    if (sound !== 's') add(held);
    held = '';
    if (sound !== undefined) add(sound);
  }
  add(held);
  return all;
}
