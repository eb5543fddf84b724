import * as z from 'zod';
import { Axis } from './axis.ts';
import { Change } from './change.ts';
import { Condition, Params } from './condition.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { Method } from './method.ts';
import { Confidence } from './source.ts';
import { Verdict } from './verdict.ts';

/** Age of evidence by the day it speaks for; thresholds in `data/eligibility/freshness.ts`. */
export const FRESHNESS = ['current', 'ageing', 'old', 'undated'] as const;
export const Freshness = z.enum(FRESHNESS);
export type Freshness = z.infer<typeof Freshness>;

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

export const Reason = z.strictObject({ code: z.enum(REASON_CODES), params: Params.optional() });
export type Reason = z.infer<typeof Reason>;

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

/** The smallest set of changes found that reaches `verdict`; dropping any of them does not. */
export const ChangeSet = z.strictObject({
  verdict: Verdict,
  operatorId: Slug,
  changes: z.array(Change).min(1),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

/** What to do next: codes in order, words in the display layer. */
export const STEP_CODES = [
  'confirm-plan-terms',
  'check-device-eid',
  'check-device-lock',
  'prepare-passport',
  'prepare-members-data',
  'prepare-foreign-documents',
  'check-self-ban',
  'go-to-channel',
  'activate-profiles-first',
  'activate-in-russia',
  'open-group',
  'invite-members',
  'members-accept',
  'set-member-limits',
  'keep-spare-line-active',
  'review-sign-ins',
  'keep-codes-secret',
  'avoid-open-wifi',
  'no-travel-profile-on-watch',
] as const;
export const Step = z.strictObject({
  code: z.enum(STEP_CODES),
  kind: z.enum(['prepare', 'do', 'warn']),
  operatorId: Slug.optional(),
  params: Params.optional(),
  claimIds: z.array(Slug),
});
export type Step = z.infer<typeof Step>;

/** One shared plan against separate lines, per month, from dated prices only. */
export const Cost = z.strictObject({
  planId: Slug,
  sharedRubPerMonth: z.number().optional(),
  separateRubPerMonth: z.number().optional(),
  addedLineRubPerMonth: z.number().optional(),
  items: z.array(
    z.strictObject({
      code: z.enum(['group-fee', 'added-line-fee', 'plan-fee', 'base-tariff', 'separate-line']),
      rubPerMonth: z.number(),
      count: z.int(),
      observedOn: PartialDate.optional(),
      claimIds: z.array(Slug),
    }),
  ),
  /** Prices that no source gives. */
  missing: z.array(z.enum(['base-tariff', 'separate-line', 'group-fee'])),
});
export type Cost = z.infer<typeof Cost>;

export const PlanAssessment = z.strictObject({
  planId: Slug,
  verdict: Verdict,
});

/** A day on which the verdict changes by a rule that is known today. */
export const VerdictChange = z.strictObject({ on: IsoDate, verdict: Verdict });

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
