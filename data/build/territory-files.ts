import { join } from 'node:path';

/** Boundaries imported in place of the shipped ones; usually absent. */
export function importedBoundariesFile(dataFolder: string): string {
  return join(dataFolder, 'imported', 'regions.geojson');
}

/** Rows of GeoNames put right by hand. */
export function placeCorrectionsFile(dataFolder: string): string {
  return join(dataFolder, 'import', 'places', 'corrections.json');
}
