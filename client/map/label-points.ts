import type { FeatureCollection } from 'geojson';
import type { PageData } from '../state/page-data.ts';
import { shortName } from './short-name.ts';

/** Where region names stand, in the page's language; taller regions win where names would overlap. */
export function labelPoints(data: PageData): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: data.regions.map((region) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: region.labelPoint },
      properties: {
        id: region.id,
        name: shortName(region.name, data.language),
        rank: -Math.abs(region.bbox[3] - region.bbox[1]),
      },
    })),
  };
}
