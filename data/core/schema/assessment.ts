import * as z from 'zod';
import { Axis } from './axis.ts';
import { Condition, Params } from './condition.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { ChangeSet, Cost, Step } from './outlook.ts';
import { Confidence, Freshness, Method } from './source.ts';
import { Verdict } from './verdict.ts';

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

/** Why an axis has its value, beyond the claims: a code for the display layer. */
export const REASON_CODES = [
  'claims-decide',
  'contradiction-resolved',
  'no-claim',
  'only-stale-claims',
  'only-later-claims',
  'no-plan-known',
  'assumption',
  'one-region',
  'one-tariff-area',
  'regions-differ',
  'region-rule-unknown',
  'lines-fit',
  'too-many-lines',
  'line-limit-unknown',
  'cap-kept',
  'cap-exceeded',
  'all-can-sign',
  'visit-needed',
  'remote-not-possible',
  'no-adult-holder',
  'devices-take-esim',
  'device-cannot',
  'device-unknown',
  'own-number-line',
  'cap-unknown',
  'line-with-other-operator',
] as const;

/** The code with the values that its sentence is filled with. */
export const Reason = z.strictObject({ code: z.enum(REASON_CODES), params: Params.optional() });
export type Reason = z.infer<typeof Reason>;

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

/** The answer for one household on one day, over the operators asked for. */
export const Assessment = z.strictObject({
  regionId: RegionId,
  /** Best verdict over the operators. */
  verdict: Verdict,
  asOf: IsoDate,
  datasetHash: z.string(),
  /** Best first; within a verdict by strength of evidence, then by numbers held in the region. */
  operators: z.array(OperatorAssessment),
  /** Restrictions in force on `asOf` in the contract or present region. */
  restrictionIds: z.array(Slug),
  steps: z.array(Step),
  changes: z.array(ChangeSet),
});
export type Assessment = z.infer<typeof Assessment>;

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
