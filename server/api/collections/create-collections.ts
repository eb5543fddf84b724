import { LRUCache } from 'lru-cache';
import { exceptionIdsAt } from '../../../data/core/eligibility/operators.ts';
import type { FeatureInput } from '../../../data/core/features/collection.ts';
import {
  COLLECTIONS,
  evidenceDays,
  intervalStart,
} from '../../../data/core/features/collections.ts';
import type { RegionSummary } from '../../../data/core/schema/assessment.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Service } from '../../service.ts';
import { createLiveCollection, evidenceSince, type LiveCollection } from './live-collection.ts';

/** Summaries kept because two collections ask for the same ones: all regions in some intervals. */
const KEPT_SUMMARIES = 1_000;

/** The collections of the service, in the order in which they are listed. */
export function createCollections(service: Service): readonly LiveCollection[] {
  const { dataset, places, geometries, assessor } = service;
  const changes = evidenceDays(dataset);
  const intervalOf = (asOf: IsoDate) => intervalStart(changes, asOf) ?? 'before';
  const summaries = new LRUCache<string, RegionSummary>({ max: KEPT_SUMMARIES });
  const inputOn = (asOf: IsoDate): FeatureInput => ({
    dataset,
    places,
    geometries,
    asOf,
    assessOperators: (regionId) => assessor.assessOperators(regionId, asOf),
    summarise(regionId, place) {
      // All places with the same terms of their own have the same answer.
      const terms = exceptionIdsAt(dataset.operators, regionId, place);
      const key = [intervalOf(asOf), regionId, ...terms].join(' ');
      const summary = summaries.get(key) ?? assessor.summariseRegion(regionId, asOf, place);
      summaries.set(key, summary);
      return summary;
    },
  });
  const shared = {
    ...{ inputOn, intervalOf },
    since: createEvidenceSince(service),
    today: service.today(),
  };
  return COLLECTIONS.map((definition) =>
    createLiveCollection({ ...shared, definition, columns: definition.columns(dataset) }),
  );
}

/** First day of the evidence of a region or of an operator in it, worked out once for each. */
function createEvidenceSince({ dataset }: Service) {
  const days = new Map<string, IsoDate | undefined>();
  return (scope: { regionId: string; operatorId?: string }): IsoDate | undefined => {
    const key = `${scope.operatorId} ${scope.regionId}`;
    if (!days.has(key)) days.set(key, evidenceSince(dataset, scope));
    return days.get(key);
  };
}
