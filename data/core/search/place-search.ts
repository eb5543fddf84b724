import { createNearReadings, LARGE, MOST_MISTYPED_WORDS } from './near-readings.ts';
import { type Letters, lettersOf, loosen, plainName } from './normalise-name.ts';
import { asCyrillicLookAlike, inOtherLayout } from './other-letters.ts';
import {
  asNear,
  asTyped,
  type Candidates,
  capped,
  inOrder,
  type PlaceHit,
  type Ranked,
  toHits,
} from './rank-found.ts';
import { createChineseReader, type QueryWord, readQuery } from './read-query.ts';
import type {
  Found,
  FurtherFacts,
  OutsidePlace,
  SearchablePlace,
  SearchableRegion,
} from './search-entries.ts';
import { createSearchIndex } from './search-index.ts';
import { understandQuery } from './understand-query.ts';

/** What a query leads to. */
export interface SearchAnswer<R, P, O = OutsidePlace> {
  hits: PlaceHit<R, P, O>[];
  /** Parts of the query that were not looked for or are not known: streets, numbers, unknown names. */
  ignored: string[];
}

/** Finds regions and settlements by any of their names. */
export interface PlaceSearch<R, P, O = OutsidePlace> {
  /**
   * The order of results: names as typed before other names of the same place before near ones; regions before settlements;
   * towns first where the query says `г.`, others first where it says `с.`; the larger first, a place outside the map only
   * if it is ten times as large. A place whose name has the typed one as whole words stands among those of that name where it is
   * five times as large: `Ростов` is first Rostov-on-Don. A settlement that is a region of its own has the region beside it.
   * Among near ones beginnings come before words, and these before typos, fewer typos first, and what is inside the map before
   * what is outside.
   *
   * How a query is read: the whole text as a name, as an address, as the beginning of a name, in the other keyboard
   * layout, with typos. The first reading that finds something counts, so nothing near stands beside a name
   * that was typed but what continues it.
   * @param query in Russian, English or Chinese, or a Latin spelling; nothing is found for one without letters
   */
  search: (query: string, limit: number) => SearchAnswer<R, P, O>;
  /**
   * Makes in pieces, one a step, what else the first queries in Latin letters or with typos make while the reader waits. Who
   * answers many queries, or has time before the first, runs it a step at a time; answers are the same without it.
   */
  prepare: () => Iterable<unknown>;
}

/** What the index holds besides regions and settlements. */
interface SearchExtras<O> {
  /** Known places outside the mapped regions. */
  outside?: readonly O[];
  /** Other names of settlements and which of them are towns. */
  further?: FurtherFacts;
  /** Pairs of a traditional Chinese character and its simplified one, in a row. */
  traditional?: string;
}

/** Texts longer than this are no place name or address; the rest is not read. */
const MOST_CHARACTERS = 300;
/** Words of a query that are looked for as one name: the longest official name has fewer. Each costs a walk through the index. */
const MOST_NAME_WORDS = 12;
/** Letters of another layout that are enough to guess by. */
const SHORTEST_OTHER = 3;
const NOTHING_FOUND = { ranked: [], ignored: [] };
const NOTHING_FURTHER: FurtherFacts = { names: new Map(), towns: new Set() };
const HAN = /\p{Script=Han}/u;

/** Builds the search; the same one serves the server and the browser. */
export function createPlaceSearch<
  R extends SearchableRegion,
  P extends SearchablePlace,
  O extends OutsidePlace = OutsidePlace,
>(
  regions: readonly R[],
  places: readonly P[],
  { outside = [], further = NOTHING_FURTHER, traditional = '' }: SearchExtras<O> = {},
): PlaceSearch<R, P, O> {
  const index = createSearchIndex(regions, places, outside, further);
  const { continuing, begun, inOtherCase, misspelt } = createNearReadings(index);
  const regionEntries = new Map(
    index.entries
      .filter(({ target }) => target.kind === 'region')
      .map((entry) => [entry.regionId, entry]),
  );
  const readChinese = createChineseReader(
    traditional,
    regions.flatMap(({ name, aliases }) => [name.zh, ...aliases].filter((text) => HAN.test(text))),
    (name) => index.named(plainName(name)).length > 0,
  );

  /** The text as one name, and then what continues it. */
  const asName = (text: string, words: readonly QueryWord[]): Candidates<R, P, O> => {
    const name = lettersOf(plainName(text));
    const found = name.letters === '' ? [] : index.named(name.letters);
    if (found.length === 0) return NOTHING_FOUND;
    const regionsToo = index.regionsNamed(name.letters.split(' ').map(lettersOf));
    return inOrder([...[...found, ...regionsToo].map(asTyped), ...continuing(name)], words, []);
  };

  /** Names of region and place among the words; whatever else stands there is named as ignored. */
  const asAddress = (
    words: readonly QueryWord[],
    mayIgnore: 'names in addresses' | 'nothing' | 'anything',
    named = index.named,
  ): Candidates<R, P, O> => {
    const isLenient = mayIgnore === 'anything';
    const understood = understandQuery(words, { ...index, named });
    if (understood === undefined) return NOTHING_FOUND;
    const { found, within, elsewhere, ignored, unknown, isCutShort } = understood;
    if (isLenient && isCutShort) return NOTHING_FOUND;
    const isAddress = words.some(
      ({ role, isAside, part }) => isAside || part > 0 || (role !== undefined && role !== 'link'),
    );
    const isIgnorable = isLenient || (isAddress && mayIgnore !== 'nothing');
    if (unknown.length > 0 && !isIgnorable) return NOTHING_FOUND;
    const isRegion = found.every(({ entry }) => entry.target.kind === 'region');
    const regionIds = new Set(found.map(({ entry }) => entry.regionId));
    const likely =
      isRegion && unknown.length > 0 && unknown.length <= MOST_MISTYPED_WORDS
        ? [
            ...continuing(lettersOf(unknown.join(' '))),
            ...misspelt(lettersOf(unknown.join(' '))),
          ].filter(({ entry }) => entry.target.kind === 'place' && regionIds.has(entry.regionId))
        : [];
    // `Екатеринбург Уралмаш`: what else stands beside a large city is more often a part of it than of another name.
    const isCity = found.every(
      ({ entry, match }) => match === 'exact' && !entry.isArea && entry.population >= LARGE,
    );
    const asMeant = isLenient && !isCity ? asNear : asTyped;
    const meant = inOrder(found.map(asMeant), words, ignored);
    const rest = [...within.map(asMeant), ...likely, ...elsewhere.map(asNear)];
    // `Республика Ко` is a region and no more, and also the beginning of another one's name.
    const isUnfinished = !words.some(({ isAside, part }) => isAside || part > 0);
    const goesOn = isUnfinished && !isLenient ? continuing(joined(words)) : [];
    return {
      ...meant,
      ranked: [...meant.ranked, ...inOrder([...rest, ...goesOn], words, []).ranked],
    };
  };

  const namedInAnyCase = (letters: string): readonly Found<R, P, O>[] => {
    const found = index.named(letters);
    return found.length > 0 ? found : inOtherCase(loosen(letters));
  };

  /** Beside a city that is a region of its own that region, where it is not there yet. */
  const withOwnRegions = (ranked: readonly Ranked<R, P, O>[]): Ranked<R, P, O>[] =>
    ranked.flatMap((each) => {
      const { target } = each.entry;
      const region = target.kind === 'place' ? regionEntries.get(target.place.regionId) : undefined;
      const isOwn = region !== undefined && region.names[0] === each.entry.names[0];
      return isOwn && !ranked.some(({ entry }) => entry === region)
        ? [each, { ...each, entry: region }]
        : [each];
    });

  return {
    prepare: index.prepare,
    search(query, limit) {
      const text = readChinese(query.slice(0, MOST_CHARACTERS));
      const words = readQuery(text);
      if (words.length === 0) return { hits: [], ignored: [] };
      const others = [
        ...inOtherLayout(text),
        asCyrillicLookAlike(text.toLowerCase()),
        withoutSpacing(words),
      ]
        .filter((other) => other !== undefined)
        .map((other) => ({ text: other, words: readQuery(other) }));
      const typed = namesAmong(words);
      const inOthers = [
        ...others.map((other) => () => capped(asName(other.text, other.words))),
        ...others.map((other) => () => capped(asAddress(other.words, 'nothing'))),
      ];
      const readings: (() => Candidates<R, P, O>)[] = [
        () => asName(text, words),
        () => asAddress(words, 'nothing'),
        // Before any reading that leaves words out; one word is rather the beginning of a name.
        ...(words.length > 1 ? inOthers : []),
        () => asAddress(words, 'names in addresses'),
        // `в Казани`, but `в волочёк` goes on to Вышний Волочёк.
        () =>
          inOrder(
            words.length > 1 && words[0]?.role === 'link' ? inOtherCase(typed.normalised) : [],
            words,
            [],
          ),
        () => inOrder(begun(joined(words)), words, []),
        () => inOrder(begun(typed), words, []),
        ...(words.length > 1 ? [] : inOthers),
        () => inOrder(continuing(typed), words, []),
        () => inOrder(misspelt(typed), words, []),
        ...others.map((other) => () => {
          const name = namesAmong(other.words);
          const { normalised } = name;
          const isGuess = normalised.length < SHORTEST_OTHER || /(?:^| ).(?: |$)/u.test(normalised);
          if (isGuess) return NOTHING_FOUND;
          const begun = continuing(name);
          return inOrder(begun.length > 0 ? begun : misspelt(name), other.words, []);
        }),
        () =>
          asAddress(
            words.map((word) => ({ ...word, isAside: false })),
            'anything',
          ),
        // `в Казани на Баумана`; without a word between names two are rather one name.
        () =>
          words.some(({ role, part }) => role === 'link' || part > 0)
            ? asAddress(words, 'anything', namedInAnyCase)
            : NOTHING_FOUND,
        ...others.map((other) => () => capped(asAddress(other.words, 'names in addresses'))),
      ];
      for (const read of readings) {
        const { ranked, ignored } = read();
        if (ranked.length > 0) return { hits: toHits(withOwnRegions(ranked), limit), ignored };
      }
      return { hits: [], ignored: [] };
    },
  };
}

/** The name whose letters stand apart: `К а з а н ь`. */
function withoutSpacing(words: readonly QueryWord[]): string | undefined {
  const letters = words.map(({ text }) => text);
  const isSpaced =
    letters.length >= SHORTEST_SPACED && letters.every((text) => [...text].length === 1);
  return isSpaced ? letters.join('') : undefined;
}

/** Fewer letters apart are initials. */
const SHORTEST_SPACED = 4;

/** The words that can be names; all of them where each has a role. */
function namesAmong(words: readonly QueryWord[]): Letters {
  const open = words.filter(({ isAside }) => !isAside);
  const names = open.filter(({ role }) => role === undefined);
  return joined(names.length > 0 ? names : words);
}

function joined(words: readonly QueryWord[]): Letters {
  const letters = words.flatMap((word) => word.letters.split(' '));
  return lettersOf([...new Set(letters)].slice(0, MOST_NAME_WORDS).join(' '));
}
