import { isLatinSpelling, spellable } from './latin-spelling.ts';
import { whenFirstAsked } from './names-by-script.ts';
import { type Letters, normaliseName, plainName } from './normalise-name.ts';
import { isNoName, regionKey, typesOfWord } from './query-words.ts';
import { romanise } from './romanise.ts';
import type { Entry, Found, Match, SearchableRegion } from './search-entries.ts';
import { latinConsonants, russianConsonants } from './spelt-names.ts';

const LATIN = /\p{Script=Latin}/u;
const RUSSIAN = /^[а-яё —–-]+$/iu;

/** Looks regions up by their key (`regionKey`), narrowed by the type words that stand with it. */
export function createRegionLookup<R extends SearchableRegion, P, O>(
  entries: readonly Entry<R, P, O>[],
  normalise: typeof normaliseName,
): (words: readonly Letters[]) => readonly Found<R, P, O>[] {
  interface Keyed extends Found<R, P, O> {
    type: string;
    /** `Kirov` names the oblast only with the word `Oblast`. */
    needsType: boolean;
    /** Its Latin names' own letters (`ownKey`) and how they match: what is alike only once it is normalised is near. */
    letters: Map<string, Match>;
  }
  const byKey = new Map<string, Keyed[]>();
  for (const entry of entries) {
    if (entry.target.kind !== 'region') continue;
    const { type } = entry.target.region;
    for (const { text, match } of keyedNames(entry.target.region)) {
      const words = normalise(text).split(' ');
      const key = regionKey(words);
      const needsType = !key.includes('~') && words.some((word) => typesOfWord(word).length > 0);
      const letters = LATIN.test(text) ? ownKey(plainName(text)) : '';
      const keyed = byKey.get(key) ?? [];
      byKey.set(key, keyed);
      const known = keyed.find(
        (other) => other.entry === entry && !(other.needsType && !needsType),
      );
      if (known !== undefined) known.letters.set(letters, known.letters.get(letters) ?? match);
      else keyed.push({ entry, match, type, needsType, letters: new Map([[letters, match]]) });
    }
  }
  byKey.delete('');
  const speltIn = createSpeltRegions(entries);
  return (words) => {
    const normalised = words.map((word) => word.normalised);
    const key = regionKey(normalised);
    const types = normalised.flatMap(typesOfWord);
    const fitsType = ({ type }: { type: string }): boolean => types.includes(type);
    const fits = ({ type, needsType }: Keyed): boolean =>
      types.length === 0 ? !needsType : types.includes(type);
    const found = (byKey.get(key) ?? []).filter(fits);
    const letters = words.map((word) => word.letters).join(' ');
    if (!LATIN.test(letters)) {
      if (found.length > 0) {
        return found.map(({ entry, match }) => ({
          entry,
          match: types.length === 0 && key.includes('~') ? 'alternate' : match,
        }));
      }
    } else {
      const own = ownKey(letters);
      const typed = found.flatMap(({ entry, letters: known }): Found<R, P, O>[] => {
        const match = known.get(own);
        return match === undefined ? [] : [{ entry, match }];
      });
      if (typed.length > 0) return typed;
      const spelt = types.length === 0 ? [] : speltIn(own.split(' ')).filter(fitsType);
      if (spelt.length > 0) return spelt.map(({ entry }) => ({ entry, match: 'alternate' }));
      if (found.length > 0) return found.map(({ entry }) => ({ entry, match: 'near' }));
    }
    if (types.length === 0 || key.length < 3 || /[ ~]/.test(key)) return [];
    // `Свердл. обл.`: the beginning of one adjective.
    const begun = [...byKey].filter(([other]) => other.includes('~') && other.startsWith(key));
    const meant = begun.flatMap(([, keyed]) => keyed.filter(fits));
    const [first] = meant;
    const isClear = first !== undefined && meant.every(({ entry }) => entry === first.entry);
    return isClear ? [{ entry: first.entry, match: 'alternate' }] : [];
  };
}

/** A word of a region's Russian name in the forms that other languages take it over in. */
interface RussianWord {
  forms: readonly string[];
  consonants: readonly string[];
}

/**
 * Regions whose Russian names Latin words spell, in any order: `Tscheljabinsk`, `Sverdlovskaâ`. An adjective may stand without its
 * ending, as in other languages.
 */
function createSpeltRegions<R extends SearchableRegion, P, O>(
  entries: readonly Entry<R, P, O>[],
): (words: readonly string[]) => { entry: Entry<R, P, O>; type: string }[] {
  const names = whenFirstAsked(() =>
    entries.flatMap((entry) => {
      if (entry.target.kind !== 'region') return [];
      const { name, officialName, aliases, searchNames = [], type } = entry.target.region;
      return [name.ru, officialName, ...aliases, ...searchNames]
        .filter((text) => RUSSIAN.test(text))
        .map((text) => namesOf(spellable(text).split(' ')).map(russianWord))
        .map((russian) => ({ entry, type, russian }));
    }),
  );
  return (words) => {
    const found = names().filter(
      ({ russian }) =>
        russian.length === words.length &&
        words.every((word) => russian.some((each) => isSpeltIn(word, each))),
    );
    return found.filter(({ entry }, at) => found.findIndex((each) => each.entry === entry) === at);
  };
}

function russianWord(word: string): RussianWord {
  const forms = [word, word.replace(ENDING, ''), word.replace(/ская$/u, '')];
  const long = [...new Set(forms)].filter((form) => form.length > 2);
  return { forms: long, consonants: long.map(russianConsonants) };
}

const ENDING = /(?:ая|ий|ый|ой)$/u;

function isSpeltIn(word: string, { forms, consonants }: RussianWord): boolean {
  const heard = latinConsonants(word);
  return forms.some(
    (form, at) => heard.includes(consonants[at] ?? '') && isLatinSpelling(word, form),
  );
}

/** The words of a name but those for its kind, in any order. */
function ownKey(plain: string): string {
  return [...new Set(namesOf(plain.split(' ')))].sort().join(' ');
}

function namesOf(words: readonly string[]): string[] {
  return words.filter((word) => !isNoName(normaliseName(word)));
}

function keyedNames(region: SearchableRegion): { text: string; match: Match }[] {
  const { name, officialName, aliases, searchNames = [] } = region;
  const shown = [name.ru, officialName, name.en];
  const firstHalves = shown.map((text) => text.replace(/\s[-—–]\s.*|\(.*\)/u, ''));
  return [
    ...[...shown, ...firstHalves].map((text) => ({ text, match: 'exact' as const })),
    { text: romanise(name.ru), match: 'alternate' },
    ...[...aliases, ...searchNames].map((text) => ({ text, match: 'alternate' as const })),
  ];
}
