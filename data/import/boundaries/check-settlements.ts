import { createRegionLocator } from '../../geo/region-locator.ts';
import type { Place } from '../../schema/place.ts';
import type { RegionBoundaries } from '../../schema/region-boundaries.ts';

/**
 * Finds outlines with another region's id: half of a region's settlements or more must lie in its outline. A single
 * one is no proof, for coarse outlines leave even Abakan and Anadyr outside.
 * @returns one sentence a region that fails
 */
export function checkSettlements(boundaries: RegionBoundaries, places: readonly Place[]): string[] {
  const locator = createRegionLocator(boundaries, { type: 'MultiPolygon', coordinates: [] });
  return boundaries.features.flatMap(({ id }) => {
    const own = places.filter(({ regionId }) => regionId === id);
    const inside = own.filter(
      ({ lon, lat }) => locator.regionIds[locator.regionIndexAt(lon, lat)] === id,
    );
    if (inside.length * 2 >= own.length) return [];
    return [
      `${id}: ${inside.length} of its ${own.length} settlements lie in its outline, expected at least half; check the id of the outline`,
    ];
  });
}
