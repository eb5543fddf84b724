import * as z from 'zod';
import { IsoDate, PartialDate } from './dates.ts';
import { Freshness } from './freshness.ts';
import { Slug } from './ids.ts';
import { Method } from './method.ts';
import { Confidence } from './source.ts';

/** A claim as used in one assessment. */
export const Evidence = z.strictObject({
  claimId: Slug,
  /** `decisive`: decided the value; `supporting`: agrees; `contradicting`: says otherwise and lost by the stated rule; `stale`: not checked for too long, not counted. */
  role: z.enum(['decisive', 'supporting', 'contradicting', 'stale']),
  method: Method,
  confidence: Confidence,
  freshness: Freshness,
  observedOn: PartialDate.optional(),
  checkedOn: IsoDate,
  /** True once the claim has not been checked again for 365 days. */
  checkDue: z.boolean(),
  /** Host operator the claim was taken over from. */
  inheritedFrom: Slug.optional(),
  sourceIds: z.array(Slug),
  sourceUrls: z.array(z.string()),
});
export type Evidence = z.infer<typeof Evidence>;
