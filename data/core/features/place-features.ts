import { exceptionIdsAt } from '../eligibility/operators.ts';
import type { RegionSummary } from '../schema/assessment.ts';
import { SUPPORTS, VERDICTS } from '../schema/verdict.ts';
import { type CollectionDefinition, type Column, joinIds } from './collection.ts';

const PLACE_COLUMNS: readonly Column[] = [
  { name: 'geonames_id', type: 'integer', description: 'GeoNames id of the settlement' },
  { name: 'name_ru', type: 'string', description: 'Name in Russian' },
  { name: 'name_en', type: 'string', description: 'Name in English' },
  { name: 'name_zh', type: 'string', description: 'Name in Chinese, where known', nullable: true },
  {
    name: 'region_id',
    type: 'string',
    description: 'Region by administrative code, not by polygon',
  },
  {
    name: 'population',
    type: 'integer',
    description: 'Population according to GeoNames, where known',
    nullable: true,
  },
  {
    name: 'region_verdict',
    type: 'string',
    description: 'Verdict of the region for the default household',
    values: VERDICTS,
  },
  {
    name: 'region_support',
    type: 'string',
    description: 'How well the verdict of the region is known',
    values: SUPPORTS,
  },
  {
    name: 'verdict',
    type: 'string',
    description:
      'Verdict here: that of the region, unless operators have terms of their own for the place',
    values: VERDICTS,
  },
  {
    name: 'support',
    type: 'string',
    description: 'How well the verdict here is known',
    values: SUPPORTS,
  },
  {
    name: 'local_terms',
    type: 'string',
    description:
      'Terms of their own that operators have here, ids joined by semicolons; empty where there are none',
  },
  {
    name: 'best_operators',
    type: 'string',
    description: 'Operators that reach the verdict, ids joined by semicolons',
  },
  { name: 'as_of', type: 'date', description: 'Day for which the verdict was computed' },
];

/** What a place tells of a summary. */
type Told = Pick<RegionSummary, 'verdict' | 'support'> & { bestOperators: string };

function toldBy({ verdict, support, bestOperatorIds }: RegionSummary): Told {
  return { verdict, support, bestOperators: joinIds(bestOperatorIds) };
}

/** Settlements as points, each with its region's verdict, and its own where terms differ there. */
export const PLACES: CollectionDefinition = {
  id: 'places',
  title: 'Settlements',
  description:
    'Settlements that GeoNames lists as having more than 500 people or being a seat of administration, with the verdict of their region',
  geometryType: 'Point',
  limits: { standard: 1_000, largest: 10_000 },
  example: '524901',
  columns: () => PLACE_COLUMNS,
  *features({ dataset, places, asOf, summarise }) {
    const known = new Map<string, Told>();
    const toldOf = (regionId: string): Told => {
      const told = known.get(regionId) ?? toldBy(summarise(regionId));
      known.set(regionId, told);
      return told;
    };
    const exceptions = dataset.operators.flatMap(({ localExceptions }) => localExceptions);
    const withTerms = new Set(exceptions.map(({ regionId }) => regionId));
    for (const place of places) {
      const ofRegion = toldOf(place.regionId);
      const exceptionIds = withTerms.has(place.regionId)
        ? exceptionIdsAt(dataset.operators, place.regionId, place)
        : [];
      const here =
        exceptionIds.length === 0
          ? ofRegion
          : toldBy(summarise(place.regionId, { lon: place.lon, lat: place.lat }));
      yield {
        type: 'Feature',
        id: String(place.id),
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        properties: {
          geonames_id: place.id,
          name_ru: place.name.ru,
          name_en: place.name.en,
          name_zh: place.name.zh ?? null,
          region_id: place.regionId,
          // GeoNames writes 0 where it has no number.
          population: place.population === 0 ? null : place.population,
          region_verdict: ofRegion.verdict,
          region_support: ofRegion.support,
          verdict: here.verdict,
          support: here.support,
          local_terms: joinIds(exceptionIds),
          best_operators: here.bestOperators,
          as_of: asOf,
        },
      };
    }
  },
  scopeOf: ({ properties }) => ({ regionId: String(properties.region_id) }),
};
