import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../data/core/schema/region.ts';
import {
  CompactPlaces,
  packPlaces,
  unpackPlaces,
} from '../../../../data/core/search/compact-places.ts';
import { normaliseName, readingsOf } from '../../../../data/core/search/normalise-name.ts';
import type { PlaceSearch } from '../../../../data/core/search/place-search.ts';
import type { PlaceHit } from '../../../../data/core/search/rank-found.ts';
import { romanise, romaniseName } from '../../../../data/core/search/romanise.ts';
import type { SearchableRegion } from '../../../../data/core/search/search-entries.ts';
import { SearchNames, searchByNames } from '../../../../data/core/search/search-names.ts';
import {
  readRealPlaces,
  readRealRegions,
  readRealSearchNames,
} from '../../../fixtures/real-territory.ts';

const regions = await readRealRegions();
const places = await readRealPlaces();
const names = await readRealSearchNames(places);
const server = searchByNames(names, places);
const columns = CompactPlaces.parse(JSON.parse(JSON.stringify(packPlaces(places))));
const browser = searchByNames(
  SearchNames.parse(JSON.parse(JSON.stringify(names))),
  unpackPlaces(columns),
);

const LARGEST = places.toSorted((a, b) => b.population - a.population).slice(0, 60);
/** As many as the list under the search box shows. */
const FIRST_HITS = 8;
/** Two letters are the beginning of more regions than that (`Ка` of seven, before the first town); three tell them apart. */
const ENOUGH_LETTERS = 3;

/** What stands in the search box while a name is typed, from the second letter on. */
function beginningsOf(name: string): string[] {
  return Array.from({ length: name.length - 1 }, (_, index) => name.slice(0, index + 2));
}

function idOf(hit: PlaceHit<SearchableRegion, Place>): string | number {
  if (hit.kind === 'outside') return hit.outside.name.en;
  return hit.kind === 'region' ? hit.region.id : hit.place.id;
}

function namesOf(search: PlaceSearch<SearchableRegion, Place>, query: string, limit = 3): string[] {
  return search.search(query, limit).hits.map((hit) => {
    if (hit.kind === 'outside') return hit.outside.name.ru;
    return hit.kind === 'region' ? hit.region.id : hit.place.name.ru;
  });
}

describe.each([
  ['on the server', server],
  ['in the browser', browser],
])('the search %s', (_, search) => {
  it.each([
    ['Казань', 'Казань'],
    ['казань', 'Казань'],
    ['kazan', 'Казань'],
    ["Kazan'", 'Казань'],
    ['喀山', 'Казань'],
    ['набережные челны', 'Набережные Челны'],
    ['Набережные-Челны', 'Набережные Челны'],
    ['  НАБЕРЕЖНЫЕ   ЧЕЛНЫ ', 'Набережные Челны'],
    ['naberezhnye chelny', 'Набережные Челны'],
    ['орел', 'Орёл'],
    ['орёл', 'Орёл'],
    ['ekaterinburg', 'Екатеринбург'],
    ['Jekaterinburg', 'Екатеринбург'],
    ['tiumen', 'Тюмень'],
    ['habarovsk', 'Хабаровск'],
    ['nizhny novgorod', 'Нижний Новгород'],
    ['Свердловск', 'Екатеринбург'],
    ['ростов на дону', 'Ростов-на-Дону'],
    ['нижний нов', 'Нижний Новгород'],
    ['тольяти', 'Тольятти'],
    ['yakutia', 'RU-SA'],
    ['Татария', 'RU-TA'],
    ['鞑靼斯坦', 'RU-TA'],
    ['Москва', 'RU-MOW'],
    ['spb', 'RU-SPE'],
    ['хмао', 'RU-KHM'],
  ])('answers %s with %s first', (query, expected) => {
    expect(namesOf(search, query)[0]).toBe(expected);
  });

  it.each([
    ['екатиренбург', 'Екатеринбург'],
    ['чилябинск', 'Челябинск'],
    ['новосибриск', 'Новосибирск'],
  ])('forgives the typing mistakes of %s', (query, expected) => {
    expect(namesOf(search, query)).toContain(expected);
  });

  it('puts the larger settlement first among those that begin alike', () => {
    const hits = search
      .search('ново', 10)
      .hits.flatMap((hit) => (hit.kind === 'place' ? [hit.place] : []));
    expect(hits[0]?.name.ru).toBe('Новосибирск');
    expect(hits.map(({ population }) => population)).toEqual(
      hits.map(({ population }) => population).toSorted((a, b) => b - a),
    );
  });

  it.each(['', '   ', '-', "'", 'xyzzyqwv'])('finds nothing for %j', (query) => {
    expect(search.search(query, 10)).toEqual({ hits: [], ignored: [] });
  });

  it('finds the 83 regions and the 60 largest places while their names are being typed', () => {
    const typed = [...regions, ...LARGEST].flatMap((wanted) =>
      [wanted.name.ru, wanted.name.en].flatMap((name) =>
        beginningsOf(name).map((query) => ({ query, wanted })),
      ),
    );
    const missed = typed.filter(({ query, wanted }) => {
      const { hits } = search.search(query, query.length < ENOUGH_LETTERS ? 40 : FIRST_HITS);
      return !hits.some((hit) => idOf(hit) === wanted.id);
    });
    expect(missed.map(({ query, wanted }) => `${query} for ${wanted.name.en}`)).toEqual([]);
  });

  it('takes a text that is only half a name for the beginning of it, never for another name', () => {
    expect(namesOf(search, 'Krasnoy')).not.toContain('Красное');
    expect(namesOf(search, 'Krasnoye')).toContain('Красное');
  });

  it('finds every region and every place of 10,000 people by each of its own names', () => {
    const missed: string[] = [];
    for (const { id, name } of regions) {
      for (const text of Object.values(name)) {
        if (!namesOf(search, text, 10).includes(id)) missed.push(`${id} ${text}`);
      }
    }
    for (const { name } of places.filter(({ population }) => population >= 10_000)) {
      for (const text of [name.ru, name.en, name.zh ?? name.ru]) {
        if (!namesOf(search, text, 10).includes(name.ru)) missed.push(`${name.ru} ${text}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('a name being typed', () => {
  it('begins the name even where the next letter makes another sound of the last one', () => {
    const missed = places.flatMap(({ name }) =>
      beginningsOf(name.en).filter((query) => {
        const whole = normaliseName(name.en);
        return !readingsOf(normaliseName(query)).some((reading) => whole.startsWith(reading));
      }),
    );
    expect(missed).toEqual([]);
  });
});

describe('names in Latin letters', () => {
  it('are found for every place, however its first letters are spelt', () => {
    const missed = places.filter(({ id, name }) => {
      const { hits } = browser.search(name.en, 100);
      return !hits.some(
        (hit) => hit.kind === 'place' && hit.place.id === id && hit.match !== 'near',
      );
    });
    expect(missed.map(({ name }) => `${name.ru} by ${name.en}`)).toEqual([]);
  });

  it('are written out only for places that begin like the query', () => {
    let isAsking = false;
    const written = new Set<number>();
    const watched = unpackPlaces(columns).map((place) => ({
      ...place,
      name: {
        ru: place.name.ru,
        zh: place.name.zh,
        get en() {
          if (isAsking) written.add(place.id);
          return place.name.en;
        },
      },
    }));
    const { search } = searchByNames(names, watched);
    isAsking = true;
    expect(search('Kaza', 3).hits).not.toEqual([]);
    expect(written.size).toBeLessThan(places.length / 5);
  });

  it('and typing mistakes are answered alike, whether all was prepared or not', () => {
    const prepared = searchByNames(names, unpackPlaces(columns));
    expect([...prepared.prepare()].length).toBeGreaterThan(40);
    const fresh = searchByNames(names, unpackPlaces(columns));
    for (const query of [
      'Novosibrisk',
      'екатиренбург',
      'Tscheljabinsk',
      'Kaz',
      'Vjcrdf',
      'xyzzyqwv',
    ])
      expect(prepared.search(query, 10)).toEqual(fresh.search(query, 10));
  });
});

describe('places in columns', () => {
  it('come back with names, regions and coordinates to a kilometre', () => {
    const byId = new Map(places.map((place) => [place.id, place]));
    for (const place of unpackPlaces(columns)) {
      const full = byId.get(place.id);
      expect(place.name).toMatchObject(full?.name ?? {});
      expect(place.regionId).toBe(full?.regionId);
      expect(Math.abs(place.lon - (full?.lon ?? 999))).toBeLessThanOrEqual(0.0051);
      expect(Math.abs(place.lat - (full?.lat ?? 999))).toBeLessThanOrEqual(0.0051);
    }
    expect(unpackPlaces(columns)).toHaveLength(places.length);
  });

  it('are refused when a column is cut short', () => {
    expect(() => unpackPlaces({ ...columns, lat: '' })).toThrow(
      'the column "lat" has 0 values for',
    );
  });
});

describe('romanised Russian', () => {
  it.each([
    ['Йошкар-Ола', 'yoshkar-ola'],
    ['Ельня', 'yelnya'],
    ['Подъячево', 'podyachevo'],
    ['Щёлково', 'shchelkovo'],
    ['Съезжее', 'syezzheye'],
  ])('of %s is %s', (text, expected) => {
    expect(romanise(text)).toBe(expected);
  });

  it('keeps the capitals of a name', () => {
    expect(romaniseName('Ростов-на-Дону')).toBe('Rostov-na-Donu');
  });
});
