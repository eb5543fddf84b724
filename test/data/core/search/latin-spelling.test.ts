import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../data/core/schema/region.ts';
import type { PlaceHit } from '../../../../data/core/search/rank-found.ts';
import type { SearchableRegion } from '../../../../data/core/search/search-entries.ts';
import { searchByNames } from '../../../../data/core/search/search-names.ts';
import { readRealPlaces, readRealSearchNames } from '../../../fixtures/real-territory.ts';

const places = await readRealPlaces();
const names = await readRealSearchNames(places);
const { search } = searchByNames(names, places);
const townIds = new Set(names.towns.split('|').map(Number));
const towns = places.filter(({ id }) => townIds.has(id));
const officialNames = new Map(names.regions.map(({ id, officialName }) => [id, officialName]));

/** Spellings of each letter of `Spelling.letters`, written from the rules themselves and not from the search's own table. */
interface Spelling {
  /** For the 33 letters from а to я with ё behind е, parted by spaces; `-` for nothing. */
  letters: string;
  /** `е` at the start of a word, behind vowels and signs. */
  e?: string;
  /** What -ий ends in, where it is shortened. */
  ending?: string;
}

const ALPHABET = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'];
const SPELLINGS: Readonly<Record<string, Spelling>> = {
  'BGN/PCGN': {
    letters: 'a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
    e: 'ye',
  },
  'ISO 9': {
    letters: 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â',
  },
  'ISO/R 9': {
    letters: 'a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč ʺ y ʹ ė ju ja',
  },
  'ALA-LC': {
    letters: 'a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a',
  },
  'GOST 7.79 B': {
    letters: "a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh '' y' ' e' yu ya",
  },
  'passports since 2013': {
    letters: 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia',
  },
  'passports of 2010': {
    letters: 'a b v g d e e zh z i i k l m n o p r s t u f kh tc ch sh shch - y - e iu ia',
  },
  telegrams: {
    letters: 'a b v g d e e j z i i k l m n o p r s t u f h c ch sh sc - y - e iu ia',
  },
  German: {
    letters: 'a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja',
    e: 'je',
    ending: 'i',
  },
  French: {
    letters: 'a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia',
    e: 'ie',
    ending: 'i',
  },
  Polish: {
    letters: 'a b w g d ie io ż z i j k ł m n o p r s t u f ch c cz sz szcz - y - e ju ja',
    e: 'je',
  },
  Czech: {
    letters: 'a b v g d e jo ž z i j k l m n o p r s t u f ch c č š šč - y - e ju ja',
  },
  Dutch: {
    letters: 'a b v g d e jo zj z i j k l m n o p r s t oe f ch ts tsj sj sjtsj - y - e joe ja',
  },
};

function write(name: string, { letters, e, ending }: Spelling): string {
  const spelt = letters.split(' ').map((each) => (each === '-' ? '' : each));
  const shortened = ending === undefined ? name : name.replace(/ий(?!\p{L})/gu, `<${ending}>`);
  return [...shortened]
    .map((letter, at) => {
      const small = letter.toLowerCase();
      const before = shortened.charAt(at - 1).toLowerCase();
      if (small === 'е' && e !== undefined && !/[бвгджзклмнпрстфхцчшщ]/.test(before)) return e;
      return spelt[ALPHABET.indexOf(small)] ?? letter;
    })
    .join('')
    .replace(/[<>]/g, '');
}

function hitsOf(query: string, limit = 40): PlaceHit<SearchableRegion, Place>[] {
  return search(query, limit).hits;
}

describe.each(Object.entries(SPELLINGS))('a name in Latin letters by the rule of %s', (_, rule) => {
  it('is that of the town, and with the region comes first', () => {
    // A third of the towns for each rule: all of them take a minute.
    const some = towns.filter((_town, at) => at % 3 === rule.letters.length % 3);
    const missed = some.flatMap(({ id, name, regionId }) => {
      const alone = write(name.ru, rule);
      const within = `${alone}, ${write(officialNames.get(regionId) ?? '', rule)}`;
      const isFound = hitsOf(alone).some(
        (hit) => hit.kind === 'place' && hit.place.id === id && hit.match !== 'near',
      );
      const [first] = hitsOf(within, 1);
      const isFirst =
        first?.kind === 'place' && first.place.name.ru === name.ru && first.match !== 'near';
      return [...(isFound ? [] : [alone]), ...(isFirst ? [] : [within])];
    });
    expect(missed).toEqual([]);
  });

  it('is that of the region', () => {
    const missed = names.regions.flatMap(({ id, name, officialName }) =>
      [name.ru, officialName]
        .map((text) => write(text, rule))
        .filter(
          (text) =>
            !hitsOf(text, 2).some(
              (hit) => hit.kind === 'region' && hit.region.id === id && hit.match !== 'near',
            ),
        ),
    );
    expect(missed).toEqual([]);
  });
});

describe('a match', () => {
  it.each([
    ['Nizhny Tagil', 'exact'],
    ['Nizhniy Tagil', 'alternate'],
    ['Nijni Taguil', 'alternate'],
    ['Nižnij Tagil', 'alternate'],
    ['Nischni Tagil', 'alternate'],
    ['Niszni Taghil', 'near'],
  ])('of %s with the town that is shown as Nizhny Tagil is %s', (query, match) => {
    const [first] = hitsOf(query, 1);
    expect(first).toMatchObject({ kind: 'place', place: { name: { ru: 'Нижний Тагил' } }, match });
  });

  it.each(['Nijni', 'Niznij', 'Tolyati', 'Kazzan', 'Sotchy', 'Сочй', 'Рйазань'])(
    'of %s is never exact',
    (query) => {
      expect(hitsOf(query).filter(({ match }) => match === 'exact')).toEqual([]);
    },
  );

  it('is exact only with the letters of the name, whatever sounds alike', () => {
    const changes: readonly (readonly [RegExp, string])[] = [
      [/y/, 'j'],
      [/i/, 'y'],
      [/kh/, 'h'],
      [/h/, 'kh'],
      [/ts/, 'c'],
      [/v/, 'w'],
      [/e/, 'ie'],
      [/([a-z])\1/, '$1'],
      [/([bdlmnrst])/, '$1$1'],
    ];
    const lettersOf = (name: string) => name.toLowerCase().replaceAll('-', ' ');
    const wrong = places
      .filter((_place, at) => at % 7 === 0)
      .flatMap(({ name }, at) => {
        const [from, to] = changes[at % changes.length] ?? [/$/, ''];
        const query = name.en.toLowerCase().replace(from, to);
        return hitsOf(query).flatMap((hit) => {
          if (hit.match !== 'exact') return [];
          const shown =
            hit.kind === 'region' ? hit.region : hit.kind === 'place' ? hit.place : hit.outside;
          return lettersOf(shown.name.en) === lettersOf(query)
            ? []
            : [`${query}: ${shown.name.en}`];
        });
      });
    expect(wrong).toEqual([]);
  });
});
