import * as z from 'zod';
import { Freshness } from './freshness.ts';
import { RegionId, Slug } from './ids.ts';
import { Method } from './method.ts';
import { Confidence } from './source.ts';
import { Verdict } from './verdict.ts';

/** What the map shows of one region for the default household. */
export const RegionSummary = z.strictObject({
  regionId: RegionId,
  verdict: Verdict,
  /** Operators that reach the region's verdict. */
  bestOperatorIds: z.array(Slug),
  operatorVerdicts: z.record(Slug, Verdict),
  confidence: Confidence.optional(),
  freshness: Freshness.optional(),
  method: Method.optional(),
});
export type RegionSummary = z.infer<typeof RegionSummary>;
