import * as z from 'zod';
import { AxisResult } from './axis-result.ts';
import { ChangeSet } from './change-set.ts';
import { Condition } from './condition.ts';
import { Cost } from './cost.ts';
import { IsoDate } from './dates.ts';
import { Freshness } from './freshness.ts';
import { Slug } from './ids.ts';
import { Method } from './method.ts';
import { Confidence } from './source.ts';
import { Step } from './step.ts';
import { TraceStep } from './trace-step.ts';
import { Verdict } from './verdict.ts';

/** What one plan of an operator comes to; its axes are only told of the best. */
export const PlanAssessment = z.strictObject({
  planId: Slug,
  verdict: Verdict,
});

/** A day on which the verdict changes by a rule that is known today. */
export const VerdictChange = z.strictObject({ on: IsoDate, verdict: Verdict });

/** One operator for one household on one day. */
export const OperatorAssessment = z.strictObject({
  operatorId: Slug,
  verdict: Verdict,
  /** Plan that the axes below speak of: the best for this household; absent when no plan is known. */
  planId: Slug.optional(),
  axes: z.array(AxisResult),
  /** Conditions of all axes, each once. */
  conditions: z.array(Condition),
  method: Method.optional(),
  confidence: Confidence.optional(),
  freshness: Freshness.optional(),
  plans: z.array(PlanAssessment),
  changes: z.array(ChangeSet),
  steps: z.array(Step),
  cost: Cost.optional(),
  changesOn: z.array(VerdictChange),
  trace: z.array(TraceStep).optional(),
});
export type OperatorAssessment = z.infer<typeof OperatorAssessment>;
