import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { Slug, TerritoryId } from './ids.ts';

/** Mobile numbers allocated per operator and territory on one day. A merged territory counts fully for each member. */
export const NumberingTable = z.strictObject({
  registerDate: IsoDate,
  sourceId: Slug,
  counts: z.record(Slug, z.partialRecord(TerritoryId, z.int().positive())),
});
export type NumberingTable = z.infer<typeof NumberingTable>;
