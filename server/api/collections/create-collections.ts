import { LRUCache } from 'lru-cache';
import { exceptionIdsAt } from '../../../data/core/eligibility/operators.ts';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import { operatorRegionCollection } from '../../../data/core/features/operator-region-features.ts';
import { placeCollection } from '../../../data/core/features/place-features.ts';
import { regionCollection } from '../../../data/core/features/region-features.ts';
import type { RegionSummary } from '../../../data/core/schema/assessment.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Service } from '../../service.ts';
import { createLiveCollection, evidenceSince, type LiveCollection } from './live-collection.ts';

/** Summaries kept because two collections ask for the same ones: some days of all regions. */
const KEPT_SUMMARIES = 500;

/** The three collections of the service, in the order in which they are listed. */
export function createCollections(service: Service): readonly LiveCollection[] {
  const { dataset, places, geometries, assessor } = service;
  const { operators } = dataset;
  const today = service.today();
  const regionSince = new Map<string, IsoDate | undefined>(
    dataset.regions.map(({ id }) => [id, evidenceSince(dataset, { regionId: id })]),
  );
  const text = (feature: FlatFeature, name: string) => String(feature.properties[name] ?? '');
  const operatorSince = new Map<string, IsoDate | undefined>();
  for (const { id: operatorId } of service.consumerOperators) {
    for (const { id: regionId } of dataset.regions) {
      operatorSince.set(
        `${operatorId}-${regionId}`,
        evidenceSince(dataset, { operatorId, regionId }),
      );
    }
  }
  const shapes = {
    type: 'FeatureCollection' as const,
    features: [...geometries].map(([id, geometry]) => ({
      type: 'Feature' as const,
      id,
      geometry,
      properties: null,
    })),
  };
  const summaries = new LRUCache<string, RegionSummary>({ max: KEPT_SUMMARIES });
  const summariseOn = (asOf: IsoDate) => (regionId: string, place?: Household['place']) => {
    // All places with the same terms of their own have the same answer.
    const key = [asOf, regionId, ...exceptionIdsAt(operators, regionId, place)].join(' ');
    const summary = summaries.get(key) ?? assessor.summariseRegion(regionId, asOf, place);
    summaries.set(key, summary);
    return summary;
  };
  return [
    createLiveCollection({
      today,
      limits: { standard: 1_000, largest: 10_000 },
      featuresOn: (asOf) =>
        regionCollection({ dataset, geometries: shapes, asOf, summarise: summariseOn(asOf) }),
      sinceOf: (feature) => regionSince.get(feature.id),
    }),
    createLiveCollection({
      today,
      limits: { standard: 1_000, largest: 10_000 },
      featuresOn: (asOf) =>
        placeCollection({ operators, places, asOf, summarise: summariseOn(asOf) }),
      sinceOf: (feature) => regionSince.get(text(feature, 'region_id')),
    }),
    createLiveCollection({
      today,
      limits: { standard: 10_000, largest: 10_000 },
      featuresOn: (asOf) =>
        operatorRegionCollection({
          dataset,
          asOf,
          assess: (regionId) => assessor.assessRegion(regionId, { asOf, outlook: false }),
        }),
      sinceOf: (feature) => operatorSince.get(feature.id),
    }),
  ];
}
