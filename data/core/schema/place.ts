import * as z from 'zod';
import { RegionId } from './ids.ts';

/** A settlement with its region by administrative code, not by polygon. */
export const Place = z.strictObject({
  /** GeoNames id; our own from 2,000,000,001 on where GeoNames has none. */
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

/**
 * `certain`: no other region within the border distance; `border`: candidates in order;
 * `snapped`: off the coast, nearest region; `outside`: on other land, nearer to it, or far from any region.
 */
const CERTAINTIES = ['certain', 'border', 'snapped', 'outside'] as const;
const Certainty = z.enum(CERTAINTIES);

export const Location = z.strictObject({
  certainty: Certainty,
  /** Nearest first; `distanceKm` is 0 for the region the point lies in. */
  candidates: z.array(z.strictObject({ regionId: RegionId, distanceKm: z.number() })),
});
export type Location = z.infer<typeof Location>;

/**
 * Land near the regions that belongs to none of them: `other-land.geojson`, a GeoJSON geometry with positions
 * `[lon, lat]`. A point on it is outside, however near a region is.
 */
export const OtherLand = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number()).min(2)).min(4)).min(1)),
});
export type OtherLand = z.infer<typeof OtherLand>;
