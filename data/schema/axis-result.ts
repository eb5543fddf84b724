import * as z from 'zod';
import { Axis } from './axis.ts';
import { Condition } from './condition.ts';
import { Evidence } from './evidence.ts';
import { Freshness } from './freshness.ts';
import { Slug } from './ids.ts';
import { Method } from './method.ts';
import { Reason } from './reason.ts';
import { Confidence } from './source.ts';
import { Verdict } from './verdict.ts';

/** The answer to one question of a verdict, with what decided it. */
export const AxisResult = z.strictObject({
  axis: Axis,
  value: Verdict,
  reason: Reason,
  conditions: z.array(Condition),
  method: Method.optional(),
  confidence: Confidence.optional(),
  freshness: Freshness.optional(),
  evidence: z.array(Evidence),
  /** Behind an `unknown`: what was looked for and not found. */
  openQuestionIds: z.array(Slug),
});
export type AxisResult = z.infer<typeof AxisResult>;
