import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Place } from '../../../../data/core/schema/region.ts';
import type { PlaceHit } from '../../../../data/core/search/rank-found.ts';
import { MATCHES, type SearchableRegion } from '../../../../data/core/search/search-entries.ts';
import { searchByNames } from '../../../../data/core/search/search-names.ts';
import { findProjectRoot } from '../../../../data/tools/authored/data-files.ts';
import { readOfficialTowns } from '../../../../data/tools/import/places/read-region-places.ts';
import {
  readRealPlaces,
  readRealRegions,
  readRealSearchNames,
} from '../../../fixtures/real-territory.ts';

const places = await readRealPlaces();
const { search } = searchByNames(await readRealSearchNames(places), places);

/** `[kind, query, what must come first, and how it must match]`; a place is `name/region`, one outside `outside:code`. */
const Queries = z.array(
  z.union([
    z.tuple([z.string(), z.string(), z.string()]),
    z.tuple([z.string(), z.string(), z.string(), z.enum(MATCHES)]),
  ]),
);
const queries = Queries.parse(
  JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8')),
);

function nameOf(hit: PlaceHit<SearchableRegion, Place>): string {
  if (hit.kind === 'region') return hit.region.id;
  if (hit.kind === 'outside') return `outside:${hit.outside.code}`;
  return `${hit.place.name.ru}/${hit.place.regionId}`;
}

function named(query: string, limit = 5): string[] {
  return search(query, limit).hits.map((hit) => `${nameOf(hit)} ${hit.match}`);
}

describe('queries as people write them', () => {
  const kinds = [...new Set(queries.map(([kind]) => kind))];
  it.each(kinds)('%s', (kind) => {
    const wrong = queries
      .filter(([each]) => each === kind)
      .flatMap(([, query, expected, match]) => {
        const [first] = search(query, 5).hits;
        const isRight =
          first !== undefined &&
          nameOf(first) === expected &&
          (match === undefined || first.match === match);
        return isRight ? [] : [`${query}: expected ${expected}, found ${named(query).join(', ')}`];
      });
    expect(wrong).toEqual([]);
  });

  it('are at least 300', () => {
    expect(new Set(queries.map(([, query]) => query)).size).toBeGreaterThanOrEqual(300);
  });
});

describe('a query that people were seen to type', () => {
  it.each([
    ['г. Казань', 'Казань/RU-TA exact'],
    ['Казань, Татарстан', 'Казань/RU-TA exact'],
    ['обл. Кировская', 'RU-KIR exact'],
    ['Мск', 'RU-MOW alternate'],
    ['Екб', 'Екатеринбург/RU-SVE alternate'],
    ['НН', 'Нижний Новгород/RU-NIZ alternate'],
    ['Ненецкий АО', 'RU-NEN exact'],
    ['Vjcrdf', 'RU-MOW alternate'],
    ['Mосква', 'RU-MOW exact'],
    ['Кзаань', 'Казань/RU-TA near'],
    ['Татарстан', 'RU-TA exact'],
    ['Өфө', 'Уфа/RU-BA alternate'],
    ['Königsberg', 'RU-KGD alternate'],
    ['Азнакаево', 'Азнакаево/RU-TA exact'],
    ['Судак', 'outside:UA-43 exact'],
    ['Симферополь', 'outside:UA-43 exact'],
    ['Республика Крым', 'outside:UA-43 alternate'],
  ])('%s leads to %s', (query, expected) => {
    expect(named(query)[0]).toBe(expected);
  });
});

describe('an answer', () => {
  it('says which parts were not looked for', () => {
    const { hits, ignored } = search('420111, г. Казань, ул. Баумана, д. 5, кв. 12', 5);
    expect(hits.map(nameOf)).toEqual(['Казань/RU-TA']);
    expect(ignored).toEqual(['420111', 'ул Баумана', 'д 5', 'кв 12']);
  });

  it('names the region and what of it is not known', () => {
    const { hits, ignored } = search('Кировская область, деревня Небываловка', 5);
    expect(hits[0] && nameOf(hits[0])).toBe('RU-KIR');
    expect(ignored).toEqual(['Небываловка']);
  });

  it('never takes a place of another region than the named one', () => {
    const { hits } = search('Казань, Свердловская область', 5);
    expect(hits.map((hit) => `${nameOf(hit)} ${hit.match}`)).toEqual([
      'RU-SVE exact',
      'Казань/RU-TA near',
    ]);
  });

  it('gives namesakes with their regions, the larger first', () => {
    const found = search('Киров', 10).hits.filter(({ match }) => match === 'exact');
    expect(found.map(nameOf)).toEqual(['Киров/RU-KIR', 'Киров/RU-KLU']);
  });

  it.each(['в Москве', 'Люблино', 'Питер, Автово'])(
    'of %s shows the region beside the city that is one of its own',
    (query) => {
      const kinds = search(query, 2).hits.map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(['place', 'region']);
    },
  );

  it.each(['Домбай', 'Валаам', 'Дёма', 'Митино', 'Северное Бутово', 'пос. Шерловая Гора'])(
    'of the unknown %s is nothing far-fetched',
    (query) => {
      expect(named(query)).toEqual([]);
    },
  );

  it('has towns first where a town is meant and others where a village is', () => {
    const first = (query: string): unknown => search(query, 1).hits[0];
    expect(first('г. Советский')).not.toEqual(first('п. Советский'));
  });

  it.each(['', '\u0000\u0001\u001f', '!!! --- ...', '😀🎉', '\u200b\u200d\ufeff'])(
    'is empty for %j',
    (query) => {
      expect(search(query, 5)).toEqual({ hits: [], ignored: [] });
    },
  );

  it('of ten thousand characters reads the first of them', () => {
    expect(named(`Казань, ${'ы'.repeat(10_000)}`)[0]).toBe('Казань/RU-TA exact');
    expect(search('щ'.repeat(10_000), 5).hits).toEqual([]);
  });
});

describe('the official towns', async () => {
  const { towns } = await readOfficialTowns(join(findProjectRoot(import.meta.dirname), 'data'));
  const officialNames = new Map(
    (await readRealRegions()).map((each) => [each.id, each.officialName]),
  );
  const all = Object.entries(towns).flatMap(([regionId, names]) =>
    names.map((name) => ({ name, regionId })),
  );
  const expectedOf = ({ name, regionId }: (typeof all)[number]): string => `${name}/${regionId}`;

  it.each<[string, (town: (typeof all)[number]) => string]>([
    ['their name', ({ name }) => name],
    ['type word and name', ({ name }) => `г. ${name}`],
  ])('are all found exactly by %s, with their namesakes', (_, queryOf) => {
    const missed = all.filter(
      (town) => !named(queryOf(town), 40).includes(`${expectedOf(town)} exact`),
    );
    expect(missed.map(expectedOf)).toEqual([]);
  });

  it.each<[string, (town: (typeof all)[number]) => string]>([
    ['name and region', ({ name, regionId }) => `${name}, ${officialNames.get(regionId)}`],
    [
      'address',
      ({ name, regionId }) =>
        `123456, ${officialNames.get(regionId)}, г. ${name}, ул. Советская, д. 7, кв. 12`,
    ],
  ])('all come first by %s', (_, queryOf) => {
    const missed = all.filter((town) => {
      const found = named(queryOf(town), 3).filter((each) => !/^RU-\S+ /.test(each));
      return found[0] !== `${expectedOf(town)} exact`;
    });
    expect(missed.map((town) => `${queryOf(town)}: ${named(queryOf(town), 3).join(', ')}`)).toEqual(
      [],
    );
  });
});
