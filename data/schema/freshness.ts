import * as z from 'zod';

/** Age of evidence by the day it speaks for; thresholds in `data/eligibility/freshness.ts`. */
export const FRESHNESS = ['current', 'ageing', 'old', 'undated'] as const;
export const Freshness = z.enum(FRESHNESS);
export type Freshness = z.infer<typeof Freshness>;
