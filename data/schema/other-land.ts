import * as z from 'zod';

/**
 * Land near the regions that belongs to none of them: `other-land.geojson`, a GeoJSON geometry with positions
 * `[lon, lat]`. A point on it is outside, however near a region is.
 */
export const OtherLand = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number()).min(2)).min(4)).min(1)),
});
export type OtherLand = z.infer<typeof OtherLand>;
