import * as z from 'zod';
import { RegionId } from '../schema/ids.ts';
import type { Place } from '../schema/place.ts';
import { romaniseName } from './romanise.ts';

/**
 * Places in columns for the browser, largest first: half the bytes of a list of objects. An English name is left out
 * where it is the romanised Russian one, and coordinates are in hundredths of a degree (1 km). Other names are in
 * `search-names.json`.
 */
export const CompactPlaces = z.strictObject({
  regionIds: z.array(RegionId),
  id: z.array(z.int()),
  ru: z.array(z.string()),
  /** Empty where `romaniseName(ru)` is the English name. */
  en: z.array(z.string()),
  /** Empty where there is no Chinese name. */
  zh: z.array(z.string()),
  /** Index in `regionIds`. */
  region: z.array(z.int().nonnegative()),
  lon: z.array(z.int()),
  lat: z.array(z.int()),
  /** In hundreds of people. */
  population: z.array(z.int().nonnegative()),
});
export type CompactPlaces = z.infer<typeof CompactPlaces>;

/** Writes places in columns. The same places give the same columns. */
export function packPlaces(places: readonly Place[]): CompactPlaces {
  const ordered = places.toSorted((a, b) => b.population - a.population || a.id - b.id);
  const regionIds = [...new Set(ordered.map(({ regionId }) => regionId))].toSorted();
  return {
    regionIds,
    id: ordered.map(({ id }) => id),
    ru: ordered.map(({ name }) => name.ru),
    en: ordered.map(({ name }) => (romaniseName(name.ru) === name.en ? '' : name.en)),
    zh: ordered.map(({ name }) => name.zh ?? ''),
    region: ordered.map(({ regionId }) => regionIds.indexOf(regionId)),
    lon: ordered.map(({ lon }) => Math.round(lon * 100)),
    lat: ordered.map(({ lat }) => Math.round(lat * 100)),
    population: ordered.map(({ population }) => Math.round(population / 100)),
  };
}

/** A place out of the columns, with what the search need not work out again. */
export interface UnpackedPlace extends Place {
  /** Whether the English name is the romanised Russian one. */
  readonly isRomanised: boolean;
}

/** Reads the columns back. @throws RangeError when a column is shorter than the names. */
export function unpackPlaces(columns: CompactPlaces): UnpackedPlace[] {
  return columns.ru.map((ru, row) => {
    const [en, zh] = [columns.en[row], columns.zh[row]];
    return {
      id: at(columns.id, row),
      name: {
        ru,
        // Of five thousand names a reader sees a few.
        get en() {
          return en || romaniseName(ru);
        },
        ...(zh ? { zh } : {}),
      },
      isRomanised: !en,
      regionId: at(columns.regionIds, at(columns.region, row)),
      lon: at(columns.lon, row) / 100,
      lat: at(columns.lat, row) / 100,
      population: at(columns.population, row) * 100,
      alternates: [],
    };
  });
}

function at<T>(column: readonly T[], row: number): T {
  const value = column[row];
  if (value === undefined) throw new RangeError(`a column of the places ends before row ${row}`);
  return value;
}
