import * as z from 'zod';
import { RegionId } from './ids.ts';

/** A settlement with its region by administrative code, not by polygon. */
export const Place = z.strictObject({
  /** GeoNames id. */
  id: z.int(),
  name: z.strictObject({ ru: z.string(), en: z.string(), zh: z.string().optional() }),
  regionId: RegionId,
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  population: z
    .int()
    .nonnegative()
    .meta({ description: 'According to GeoNames; 0 where it has no number' }),
  /** Every other spelling, for search only. */
  alternates: z.array(z.string()).default([]),
});
export type Place = z.infer<typeof Place>;
