import * as z from 'zod';
import { Axis } from './axis.ts';
import { Params } from './condition.ts';
import { Slug } from './ids.ts';
import { Verdict } from './verdict.ts';

/** One step of the reasoning, in order, with values: for those who want to check it. */
export const TraceStep = z.strictObject({
  rule: z.string(),
  axis: Axis.optional(),
  planId: Slug.optional(),
  value: Verdict.optional(),
  claimIds: z.array(Slug).optional(),
  detail: Params.optional(),
});
export type TraceStep = z.infer<typeof TraceStep>;
