import * as z from 'zod';
import { RegionId } from './ids.ts';

/**
 * `certain`: no other region within the border distance; `border`: candidates in order;
 * `snapped`: off the coast, nearest region; `outside`: on other land, nearer to it, or far from any region.
 */
export const CERTAINTIES = ['certain', 'border', 'snapped', 'outside'] as const;
export const Certainty = z.enum(CERTAINTIES);

export const Location = z.strictObject({
  certainty: Certainty,
  /** Nearest first; `distanceKm` is 0 for the region the point lies in. */
  candidates: z.array(z.strictObject({ regionId: RegionId, distanceKm: z.number() })),
});
export type Location = z.infer<typeof Location>;
