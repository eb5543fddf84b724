import { createRegionLocator } from '../../../core/geo/region-locator.ts';
import type { Place } from '../../../core/schema/place.ts';
import type { RegionBoundaries } from '../../../core/schema/region.ts';

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

/** How many settlements lie in the outline of their region. */
export function countSettlementsInside(
  boundaries: RegionBoundaries,
  places: readonly Place[],
): number {
  const locator = createRegionLocator(boundaries, { type: 'MultiPolygon', coordinates: [] });
  return places.filter(
    ({ lon, lat, regionId }) => locator.regionIds[locator.regionIndexAt(lon, lat)] === regionId,
  ).length;
}
