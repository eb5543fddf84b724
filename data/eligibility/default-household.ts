import type { Household } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';

/**
 * The household that the map speaks of: two adults, one of them the payer, and a teenager, Russian citizens, each
 * with a phone of their own and a contract in the region, free to choose the operator. Their phones are not named,
 * which the `device` axis answers with "look for an EID": it never makes a region worse than `partial`.
 */
export function defaultHousehold(regionId: RegionId): Household {
  return {
    members: [
      { id: 'adult-1', ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 },
      { id: 'adult-2', ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 },
      { id: 'teen-1', ageBand: '14-17', citizenship: 'russian', otherNumbers: 0 },
    ],
    lines: ['adult-1', 'adult-2', 'teen-1'].map((memberId, index) => ({
      id: `${memberId}-phone`,
      memberId,
      payer: index === 0,
      contractRegionId: regionId,
      operatorId: 'any',
      deviceKind: 'phone',
      deviceModelId: 'unknown',
      deviceVariantId: 'unknown',
    })),
    signing: 'any',
  };
}
