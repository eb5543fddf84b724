import { LRUCache } from 'lru-cache';
import { exceptionIdsAt } from '../../../data/core/eligibility/operators.ts';
import type { FlatFeature } from '../../../data/core/features/collection.ts';
import { evidenceDays, intervalStart } from '../../../data/core/features/evidence-days.ts';
import { operatorRegionCollection } from '../../../data/core/features/operator-region-features.ts';
import { placeCollection } from '../../../data/core/features/place-features.ts';
import { regionCollection } from '../../../data/core/features/region-features.ts';
import type { Assessment, RegionSummary } from '../../../data/core/schema/assessment.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Service } from '../../service.ts';
import { createLiveCollection, evidenceSince, type LiveCollection } from './live-collection.ts';

/** Summaries kept because two collections ask for the same ones: all regions in some dozens of intervals. */
const KEPT_SUMMARIES = 4_000;
/** Assessments kept from when a day is prepared until it is done: all regions, for two days at once. */
const KEPT_ASSESSMENTS = 200;

/** The three collections of the service, in the order in which they are listed. */
export function createCollections(service: Service): readonly LiveCollection[] {
  const { dataset, places, geometries, assessor } = service;
  const { operators } = dataset;
  const today = service.today();
  const days = evidenceDays(dataset);
  const intervalOf = (asOf: IsoDate) => intervalStart(days, asOf) ?? 'before';
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
    const key = [intervalOf(asOf), regionId, ...exceptionIdsAt(operators, regionId, place)].join(
      ' ',
    );
    const summary = summaries.get(key) ?? assessor.summariseRegion(regionId, asOf, place);
    summaries.set(key, summary);
    return summary;
  };
  const assessments = new LRUCache<string, Assessment>({ max: KEPT_ASSESSMENTS });
  const assessOn = (asOf: IsoDate) => (regionId: string) => {
    const key = `${intervalOf(asOf)} ${regionId}`;
    const assessment =
      assessments.get(key) ?? assessor.assessRegion(regionId, { asOf, outlook: false });
    assessments.set(key, assessment);
    return assessment;
  };
  const warmSummary = (asOf: IsoDate, regionId: string) => void summariseOn(asOf)(regionId);
  const shared = { today, intervalOf, regionIds: dataset.regions.map(({ id }) => id) };
  return [
    createLiveCollection({
      ...shared,
      warm: warmSummary,
      limits: { standard: 1_000, largest: 10_000 },
      featuresOn: (asOf) =>
        regionCollection({ dataset, geometries: shapes, asOf, summarise: summariseOn(asOf) }),
      sinceOf: (feature) => regionSince.get(feature.id),
    }),
    createLiveCollection({
      ...shared,
      warm: warmSummary,
      limits: { standard: 1_000, largest: 10_000 },
      featuresOn: (asOf) =>
        placeCollection({ operators, places, asOf, summarise: summariseOn(asOf) }),
      sinceOf: (feature) => regionSince.get(text(feature, 'region_id')),
    }),
    createLiveCollection({
      ...shared,
      warm: (asOf, regionId) => void assessOn(asOf)(regionId),
      limits: { standard: 10_000, largest: 10_000 },
      featuresOn: (asOf) =>
        operatorRegionCollection({
          dataset,
          asOf,
          assess: assessOn(asOf),
        }),
      sinceOf: (feature) => operatorSince.get(feature.id),
    }),
  ];
}
