import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { RegionScope, Slug, TerritoryId } from './ids.ts';

/** Mobile numbers allocated per operator and territory on one day. A merged territory counts fully for each member. */
export const NumberingTable = z.strictObject({
  registerDate: IsoDate,
  sourceId: Slug,
  counts: z.record(Slug, z.partialRecord(TerritoryId, z.int().positive())),
});
export type NumberingTable = z.infer<typeof NumberingTable>;

/** Who holds numbers, as the register spells it; `operatorId` where the dataset knows the operator. */
export const NumberHolder = z.strictObject({
  name: z.string().min(1),
  taxId: z
    .string()
    .regex(/^\d{10}(\d{2})?$/)
    .optional(),
  operatorId: Slug.optional(),
});
export type NumberHolder = z.infer<typeof NumberHolder>;

/** A territory as the register spells it; without `regionIds` nobody has mapped it yet. */
export const NumberingTerritory = z.strictObject({
  name: z.string().min(1),
  regionIds: RegionScope.optional(),
});
export type NumberingTerritory = z.infer<typeof NumberingTerritory>;

/**
 * One allocated range: three-digit code, first and last seven-digit number, index of its holder and of its
 * territory. Seventeen thousand of them, so a tuple rather than an object.
 */
export const NumberRange = z.tuple([
  z.int().min(900).max(999),
  z.int().min(0).max(9_999_999),
  z.int().min(0).max(9_999_999),
  z.int().nonnegative(),
  z.int().nonnegative(),
]);
export type NumberRange = z.infer<typeof NumberRange>;

/** The numbering register as imported from its official file; ranges in order, none overlaps another. */
export const ImportedNumbering = z
  .strictObject({
    registerDate: IsoDate,
    holders: z.array(NumberHolder),
    territories: z.array(NumberingTerritory),
    ranges: z.array(NumberRange),
  })
  .refine(
    ({ holders, territories, ranges }) =>
      ranges.every((range) => range[3] < holders.length && range[4] < territories.length),
    { error: 'a range names a holder or territory that is not listed', path: ['ranges'] },
  );
export type ImportedNumbering = z.infer<typeof ImportedNumbering>;
