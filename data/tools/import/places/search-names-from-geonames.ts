import { Converter } from 'opencc-js/t2cn';
import * as z from 'zod';
import { greatCircleKm } from '../../../core/geo/distance.ts';
import { RegionId } from '../../../core/schema/ids.ts';
import type { Place, Region } from '../../../core/schema/region.ts';
import { packSearchNames, type SearchNames } from '../../../core/search/search-names.ts';
import { findTowns, type OfficialTowns } from './official-towns.ts';
import { outsidePlaces, russianName } from './outside-places.ts';
import { CITY_QUARTER, readRowsOf } from './places-from-geonames.ts';

/** `other-names.json`: short forms, adjectives, former and foreign names that GeoNames lacks. */
export const OtherNames = z.strictObject({
  regions: z.record(RegionId, z.array(z.string().min(1)).min(1)),
  places: z.array(
    z.strictObject({
      id: z.int(),
      /** The name of the place, for whoever reads the file. */
      for: z.string().min(1),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
  /** Places outside the map by their code and name in GeoNames (`UA/Kharkiv`): the usual Russian name, then further ones. */
  outside: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});
export type OtherNames = z.infer<typeof OtherNames>;

/** Makes the names to search for out of GeoNames' table and the lists beside it. @throws Error naming each name without its place. */
export function makeSearchNames(sources: {
  text: string;
  regions: readonly Region[];
  places: readonly Place[];
  towns: OfficialTowns;
  otherNames: OtherNames;
}): SearchNames {
  const { text, regions, places, towns, otherNames } = sources;
  const simplify = Converter({ from: 't', to: 'cn' });
  const byId = new Map(places.map((place) => [place.id, place]));
  const lost = otherNames.places.filter((each) => byId.get(each.id)?.name.ru !== each.for);
  if (lost.length > 0) {
    throw new Error(
      `other-names.json: ${lost.map(({ id, for: name }) => `no place ${id} is named ${name}`).join('; ')}`,
    );
  }
  const outside = outsidePlaces(text, otherNames.outside, simplify);
  return packSearchNames({
    regions,
    places,
    regionNames: new Map(Object.entries(otherNames.regions)),
    placeNames: withQuarters(
      new Map(otherNames.places.map(({ id, names }) => [id, names])),
      quartersByCity(text, regions, places),
    ),
    towns: new Set([...findTowns(towns, places).values()].map(({ id }) => id)),
    outside,
    traditional: traditionalPairs(
      [
        ...regions.flatMap(({ name, aliases }) => [name.zh, ...aliases]),
        ...places.flatMap(({ name }) => name.zh ?? []),
        ...outside.flatMap(({ normalisedNames = [] }) => normalisedNames),
      ],
      simplify,
    ),
  });
}

/** People of the smallest quarter that leads to its city, and of the smallest city that has such ones. */
const QUARTER = { least: 30_000, leastCity: 100_000, farthestKm: 30 };
/** Many quarters of the two cities are filed under the region around them. */
const AROUND_CITIES = new Set(['RU-MOS', 'RU-LEN']);
/** `Северный`, `Калининский`: districts everywhere are named so. */
const ADJECTIVE = /[иыо]й$/u;

/** Names of quarters by the id of their city: the nearest large one of the same administrative code. */
function quartersByCity(
  text: string,
  regions: readonly Region[],
  places: readonly Place[],
): Map<number, string[]> {
  const regionIds = new Map(regions.map(({ id, geonamesAdmin1 }) => [geonamesAdmin1, id]));
  const cities = places.filter(({ population }) => population >= QUARTER.leastCity);
  const quarters = new Map<number, string[]>();
  const rows = readRowsOf(
    text,
    ({ country, featureCode, population }) =>
      country === 'RU' && featureCode === CITY_QUARTER && population >= QUARTER.least,
  );
  for (const row of rows) {
    const regionId = regionIds.get(row.admin1);
    const name = russianName(row);
    if (regionId === undefined || AROUND_CITIES.has(regionId)) continue;
    if (name === undefined || ADJECTIVE.test(name)) continue;
    const own = regions.find(({ id }) => id === regionId)?.name.ru;
    const inRegion = cities.filter((city) => city.regionId === regionId);
    const [nearest] = inRegion
      // Moscow has towns within it, and quarters that are nearer to these than to its centre.
      .filter((city) => city.name.ru === own || inRegion.every(({ name }) => name.ru !== own))
      .map((city) => ({ city, km: greatCircleKm(row.lon, row.lat, city.lon, city.lat) }))
      .filter(({ km }) => km <= QUARTER.farthestKm)
      .toSorted((a, b) => a.km - b.km);
    if (nearest === undefined) continue;
    const { id } = nearest.city;
    quarters.set(id, [...(quarters.get(id) ?? []), name]);
  }
  return quarters;
}

function withQuarters(
  names: ReadonlyMap<number, readonly string[]>,
  quarters: ReadonlyMap<number, readonly string[]>,
): Map<number, readonly string[]> {
  const all = new Map(names);
  for (const [id, each] of quarters) all.set(id, [...(names.get(id) ?? []), ...each]);
  return all;
}

/** Traditional characters, each followed by its simplified one, for all that the names have. */
function traditionalPairs(names: readonly string[], simplify: (text: string) => string): string {
  const used = new Set(names.flatMap((name) => [...name]));
  // The block of unified ideographs; the extensions have no names in them.
  return Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at))
    .flatMap((character) => {
      const simple = simplify(character);
      return simple !== character && used.has(simple) ? [character, simple] : [];
    })
    .join('');
}
