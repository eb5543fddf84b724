import * as z from 'zod';
import { RegionId } from './ids.ts';

const Ring = z.array(z.array(z.number()).min(2)).min(4);

/** One region's outline: `id` stands on the feature and in the properties, since readers look in either place. */
export const RegionBoundary = z.object({
  type: z.literal('Feature'),
  id: RegionId,
  properties: z.object({ id: RegionId }),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    /** Parts, rings, positions `[lon, lat]`; split at the antimeridian (RFC 7946 section 3.1.9). */
    coordinates: z.array(z.array(Ring).min(1)).min(1),
  }),
});
export type RegionBoundary = z.infer<typeof RegionBoundary>;

/** The outlines of all regions in full detail, ordered by id: `regions.full.geojson`. */
export const RegionBoundaries = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(RegionBoundary).min(1),
});
export type RegionBoundaries = z.infer<typeof RegionBoundaries>;
