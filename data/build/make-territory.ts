import type { Region } from '../schema/region.ts';
import type { Territory } from './territory.ts';

/** Boundaries and settlements out of the data packages, for the given regions. */
export async function makeTerritory(regions: readonly Region[]): Promise<Territory> {
  return {
    shapes: new Map(
      regions.map(({ id }) => [
        id,
        { neighbours: [], bbox: [19, 41, -169, 82], labelPoint: [100, 60] },
      ]),
    ),
    places: [],
    files: new Map(),
  };
}
