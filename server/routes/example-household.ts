import type * as z from 'zod';
import type { Household } from '../../data/schema/household.ts';

/** A family of the API document: a parent who pays, a child of seven with a watch. */
export const EXAMPLE_HOUSEHOLD: z.input<typeof Household> = {
  members: [
    { id: 'mother', ageBand: 'adult', citizenship: 'russian' },
    { id: 'son', ageBand: 'under-14', citizenship: 'russian' },
  ],
  lines: [
    {
      id: 'mother-phone',
      memberId: 'mother',
      payer: true,
      contractRegionId: 'RU-MOW',
      deviceKind: 'phone',
    },
    {
      id: 'son-watch',
      memberId: 'son',
      holderId: 'mother',
      contractRegionId: 'RU-MOW',
      deviceKind: 'childrens-watch',
    },
  ],
};
