import { speaksSince } from '../../data/eligibility/speaks-at.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { IsoDate } from '../../data/schema/dates.ts';
import { coversRegion } from '../../data/schema/ids.ts';

/**
 * First day that any evidence speaks for, of one operator or of all operators in a region. A `datetime` before
 * it does not find the feature. `undefined`: no evidence at all, which holds at any time.
 */
export function evidenceSince(
  { operators }: Dataset,
  scope: { regionId: string; operatorId?: string },
): IsoDate | undefined {
  const { regionId, operatorId } = scope;
  return earliest(
    operators
      .filter(({ id }) => operatorId === undefined || id === operatorId)
      .flatMap(({ claims }) => claims)
      .filter(({ regionIds }) => coversRegion(regionIds, regionId))
      .map(speaksSince),
  );
}

/** The first of some days; `undefined` where there are none. */
export function earliest(days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}
