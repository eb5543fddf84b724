import * as z from 'zod';
import { IsoDate } from '../../../core/schema/dates.ts';
import { RegionId } from '../../../core/schema/ids.ts';
import type { Place } from '../../../core/schema/region.ts';
import type { Issue } from '../../authored/issue.ts';

/** Every settlement with the status of a town, by region: `official-towns.json`. */
export const OfficialTowns = z.strictObject({
  /** Day on which the list held. */
  asOf: IsoDate,
  /** Where names and regions were compared. */
  sources: z.array(z.url({ protocol: /^https?$/ })).min(1),
  towns: z.record(RegionId, z.array(z.string().min(1)).min(1)),
});
export type OfficialTowns = z.infer<typeof OfficialTowns>;

/** `ё` is written or not by the habit of whoever writes; the official list has it. */
function fold(name: string): string {
  return name.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}

/**
 * Makes the look-up of a town's official spelling by any of its spellings with and without `ё`.
 * @returns undefined for a settlement that is no town
 */
export function createTownSpelling({
  towns,
}: OfficialTowns): (regionId: RegionId, name: string) => string | undefined {
  const spellings = new Map(
    Object.entries(towns).flatMap(([regionId, names]) =>
      names.map((name) => [`${regionId} ${fold(name)}`, name] as const),
    ),
  );
  return (regionId, name) => spellings.get(`${regionId} ${fold(name)}`);
}

/** Of each town the settlement that is meant: the largest of its name in its region. */
export function findTowns({ towns }: OfficialTowns, places: readonly Place[]): Map<string, Place> {
  const largest = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.regionId} ${place.name.ru}`;
    const known = largest.get(key);
    if (known === undefined || known.population < place.population) largest.set(key, place);
  }
  const keys = new Set(
    Object.entries(towns).flatMap(([id, names]) => names.map((name) => `${id} ${name}`)),
  );
  return new Map([...largest].filter(([key]) => keys.has(key)));
}

/** Compares the settlements with the official list: each town stands there once, under its name and in its region. */
export function checkTowns(official: OfficialTowns, places: readonly Place[]): Issue[] {
  const present = findTowns(official, places);
  const missing = Object.entries(official.towns).flatMap(([regionId, names]) =>
    names.filter((name) => !present.has(`${regionId} ${name}`)).map((name) => ({ regionId, name })),
  );
  return missing.map(({ regionId, name }) => ({
    level: 'error',
    file: 'tools/import/places/corrections.json',
    path: '',
    message: `the town ${name} of ${regionId} is not among the settlements`,
    tip: 'correct its name or region, or add it, with the source; a town that lost its status leaves official-towns.json',
    rule: 'towns-complete',
  }));
}
