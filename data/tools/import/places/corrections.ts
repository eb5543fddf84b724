import * as z from 'zod';
import { RegionId } from '../../../core/schema/ids.ts';
import { Place } from '../../../core/schema/place.ts';

/** One row of GeoNames put right by hand, with the reason and where it can be checked. */
export const PlaceCorrection = z.strictObject({
  geonameId: z.int().positive(),
  reason: z.string().min(1),
  source: z.string().min(1),
  name: z
    .strictObject({ ru: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) })
    .partial()
    .optional(),
  regionId: RegionId.optional(),
  population: z.int().nonnegative().optional(),
});
export type PlaceCorrection = z.infer<typeof PlaceCorrection>;

/** A settlement that the table lacks; the id is that of GeoNames, or from 2,000,000,001 on where GeoNames has none. */
export const PlaceAddition = z.strictObject({
  ...Place.shape,
  reason: z.string().min(1),
  source: z.string().min(1),
});
export type PlaceAddition = z.infer<typeof PlaceAddition>;

/** The file `corrections.json`, one entry a place. */
export const PlaceCorrections = z.strictObject({
  corrections: z.array(PlaceCorrection),
  additions: z.array(PlaceAddition).default([]),
});
export type PlaceCorrections = z.infer<typeof PlaceCorrections>;
