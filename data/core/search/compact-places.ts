import * as z from 'zod';
import { RegionId } from '../schema/ids.ts';
import type { Place } from '../schema/place.ts';
import { romaniseName } from './romanise.ts';

/** A column: its values in one text, which is checked, kept and read faster than a list of five thousand. */
const Column = z.string();
const BETWEEN = '|';

/**
 * Places in columns for the browser, largest first: half the bytes of a list of objects. An English name is left out
 * where it is the romanised Russian one, and coordinates are in hundredths of a degree (1 km). Other names are in
 * `search-names.json`.
 */
export const CompactPlaces = z.strictObject({
  regionIds: z.array(RegionId),
  id: Column,
  ru: Column,
  /** Empty where `romaniseName(ru)` is the English name. */
  en: Column,
  /** Empty where there is no Chinese name. */
  zh: Column,
  /** Index in `regionIds`. */
  region: Column,
  lon: Column,
  lat: Column,
  /** In hundreds of people. */
  population: Column,
});
export type CompactPlaces = z.infer<typeof CompactPlaces>;

/** Writes places in columns. The same places give the same columns. */
export function packPlaces(places: readonly Place[]): CompactPlaces {
  const ordered = places.toSorted((a, b) => b.population - a.population || a.id - b.id);
  const regionIds = [...new Set(ordered.map(({ regionId }) => regionId))].toSorted();
  const column = (read: (place: Place) => string | number): string => packColumn(ordered.map(read));
  return {
    regionIds,
    id: column(({ id }) => id),
    ru: column(({ name }) => name.ru),
    en: column(({ name }) => (romaniseName(name.ru) === name.en ? '' : name.en)),
    zh: column(({ name }) => name.zh ?? ''),
    region: column(({ regionId }) => regionIds.indexOf(regionId)),
    lon: column(({ lon }) => Math.round(lon * 100)),
    lat: column(({ lat }) => Math.round(lat * 100)),
    population: column(({ population }) => Math.round(population / 100)),
  };
}

/** The values of a column in one text. @throws RangeError when a value has the mark that stands between values */
export function packColumn(values: readonly (string | number)[]): string {
  const wrong = values.find((value) => String(value).includes(BETWEEN));
  if (wrong !== undefined)
    throw new RangeError(`"${wrong}" has "${BETWEEN}" in it, which parts the values of a column`);
  return values.join(BETWEEN);
}

/** The values of a column. @throws RangeError when they are not as many as the rows, where these are known */
export function unpackColumn(name: string, column: string, rows?: number): string[] {
  const isEmpty = column === '' && rows !== 1;
  const values = isEmpty ? [] : column.split(BETWEEN);
  if (values.length !== (rows ?? values.length)) {
    throw new RangeError(`the column "${name}" has ${values.length} values for ${rows} rows`);
  }
  return values;
}

/** A place out of the columns, with what the search need not work out again. */
interface UnpackedPlace extends Place {
  /** Whether the English name is the romanised Russian one. */
  readonly isRomanised: boolean;
}

/** Reads the columns back. @throws RangeError when a column is shorter or longer than the names, or a number is none. */
export function unpackPlaces(columns: CompactPlaces): UnpackedPlace[] {
  const names = unpackColumn('ru', columns.ru);
  const texts = (name: 'en' | 'zh'): string[] => unpackColumn(name, columns[name], names.length);
  const numbers = (name: 'id' | 'region' | 'lon' | 'lat' | 'population'): number[] =>
    unpackColumn(name, columns[name], names.length).map(Number);
  const [english, chinese] = [texts('en'), texts('zh')];
  const [ids, regions, populations] = [numbers('id'), numbers('region'), numbers('population')];
  const [lons, lats] = [numbers('lon'), numbers('lat')];
  return names.map((ru, row) => {
    const [en, zh] = [english[row], chinese[row]];
    return {
      id: at('id', ids, row),
      name: {
        ru,
        // Of five thousand names a reader sees a few.
        get en() {
          return en || romaniseName(ru);
        },
        ...(zh ? { zh } : {}),
      },
      isRomanised: !en,
      regionId: at('regionIds', columns.regionIds, at('region', regions, row)),
      lon: at('lon', lons, row) / 100,
      lat: at('lat', lats, row) / 100,
      population: at('population', populations, row) * 100,
      alternates: NO_ALTERNATES,
    };
  });
}

/** They are in `search-names.json`. */
const NO_ALTERNATES: string[] = [];

function at<T>(name: string, column: readonly T[], row: number): T {
  const value = column[row];
  if (value === undefined || Number.isNaN(value)) {
    throw new RangeError(`the column "${name}" of the places has no value in row ${row}`);
  }
  return value;
}
