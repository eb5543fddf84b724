import type { FeatureCollection } from 'geojson';
import type { Language } from '../../../../data/core/schema/localized-text.ts';
import type { PageData } from '../../../components/context/page-data.ts';
import { grammarOf } from '../../../i18n/languages.ts';

/** A region's name as a map label has room for. */
export function shortName(name: string, language: Language): string {
  return grammarOf(language).regionNameShortenings.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    name,
  );
}

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

/** Where the signs of regions stand that have something of their own today: below their names. */
export function signPoints({ regions, signs }: PageData): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: regions
      .filter(({ id }) => signs.includes(id))
      .map(({ id, labelPoint }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: labelPoint },
        properties: { id },
      })),
  };
}
