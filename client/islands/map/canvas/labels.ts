import type { FeatureCollection } from 'geojson';
import type { Language } from '../../../../data/core/schema/localized-text.ts';
import type { PageData } from '../../../components/context/page-data.ts';

/** Words that a map label can do without, because each region has one of them. */
const RULES: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/^Республика /, ''],
    [/ автономный округ( — Югра)?$/, ' АО'],
    [/ автономная область$/, ' АО'],
    [/ область$/, ' обл.'],
    [/^Северная Осетия — Алания$/, 'Северная Осетия'],
  ],
  en: [
    [/^Republic of /, ''],
    [/ Autonomous (Okrug|Oblast)$/, ''],
    // The city has the same name.
    [/^(?!Moscow )(.+) Oblast$/, '$1'],
  ],
  zh: [],
};

/** A region's name as a map label has room for. */
export function shortName(name: string, language: Language): string {
  return RULES[language].reduce((text, [pattern, word]) => text.replace(pattern, word), name);
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
