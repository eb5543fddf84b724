import * as z from 'zod';
import { RegionId } from '../../../core/schema/ids.ts';

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
});
export type PlaceCorrection = z.infer<typeof PlaceCorrection>;

/** The file `corrections.json`, one entry a place. */
export const PlaceCorrections = z.strictObject({
  corrections: z.array(PlaceCorrection),
});
