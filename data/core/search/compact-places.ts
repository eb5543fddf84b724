import * as z from 'zod';
import { RegionId } from '../schema/ids.ts';
import type { Place } from '../schema/region.ts';
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
  const texts = (name: Exclude<keyof CompactPlaces, 'regionIds'>): string[] =>
    unpackColumn(name, columns[name], names.length);
  const numbers = (name: 'id' | 'region' | 'lon' | 'lat' | 'population'): readonly number[] => {
    const values = texts(name).map(Number);
    const wrong = values.findIndex(Number.isNaN);
    if (wrong >= 0) throw noValue(name, wrong);
    return values;
  };
  const [english, chinese] = [texts('en'), texts('zh')];
  const [ids, regions, populations] = [numbers('id'), numbers('region'), numbers('population')];
  const [lons, lats] = [numbers('lon'), numbers('lat')];
  return names.map((ru, row) => {
    const en = english[row] ?? '';
    const regionId = columns.regionIds[regions[row] ?? -1];
    if (regionId === undefined) throw noValue('regionIds', row);
    return {
      id: ids[row] ?? 0,
      name: new PlaceName(ru, en, chinese[row] || undefined),
      isRomanised: en === '',
      regionId,
      lon: (lons[row] ?? 0) / 100,
      lat: (lats[row] ?? 0) / 100,
      population: (populations[row] ?? 0) * 100,
      alternates: NO_ALTERNATES,
    };
  });
}

type Names = Place['name'];

/** The names of a place, of which the English one is romanised when it is read: of five thousand a reader sees a few. */
class PlaceName implements Readonly<Names> {
  readonly ru: string;
  readonly zh: string | undefined;
  private readonly english: string;

  constructor(ru: string, english: string, zh: string | undefined) {
    this.ru = ru;
    this.english = english;
    this.zh = zh;
  }

  get en(): string {
    return this.english || romaniseName(this.ru);
  }
}

/** They are in `search-names.json`. */
const NO_ALTERNATES: string[] = [];

function noValue(name: string, row: number): RangeError {
  return new RangeError(`the column "${name}" of the places has no value in row ${row}`);
}
