import * as z from 'zod';
import { Confidence, Freshness } from './claim.ts';
import { Condition, Params } from './condition.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { ChangeSet, Cost, Step } from './outlook.ts';
import { PlanModel, Wish } from './plan.ts';
import { Axis, Method, Support, Verdict } from './verdict.ts';

export const EVIDENCE_ROLES = ['decisive', 'supporting', 'contradicting', 'lead', 'stale'] as const;

/** A claim as used in one assessment. */
export const Evidence = z.strictObject({
  claimId: Slug,
  /**
   * `decisive`: decided the value; `supporting`: agrees; `contradicting`: says otherwise and lost by the stated rule; `lead`:
   * too weak or about another place, it decides nothing; `stale`: not checked for too long, not counted.
   */
  role: z.enum(EVIDENCE_ROLES),
  method: Method,
  confidence: Confidence,
  freshness: Freshness,
  /** How well the finding supports its value in this region. */
  support: Support,
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
  'device-takes-plastic',
  'no-car-known',
  'device-unknown',
  'own-number-line',
  'cap-unknown',
  /** Somebody says so, but nothing that can decide. */
  'only-leads',
  /** Several independent publishers say so of other regions or the country. params: publishers */
  'corroborated',
  /** The number of lines is not known; a small family is taken to fit. params: lines */
  'line-limit-assumed',
  /** The rule did not exist yet on the day. params: from */
  'not-in-force',
  /** The numbering register keeps the regions as one territory. params: regionIds */
  'merged-territory',
  /** Somebody of 14 to 17 signs with a parent's consent. */
  'consent-needed',
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
  /** Absent where the value follows from the household itself or from a named assumption: conditions tell of those. */
  support: Support.optional(),
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
  support: Support.optional(),
  claimIds: z.array(Slug).optional(),
  detail: Params.optional(),
});
export type TraceStep = z.infer<typeof TraceStep>;

/** What one plan of an operator comes to; its axes are only told of the best. */
const PlanAssessment = z.strictObject({
  planId: Slug,
  model: PlanModel,
  verdict: Verdict,
  support: Support,
  /** Support of the shared-plan axis alone: the one that differs between regions. */
  planSupport: Support,
});

/** The answer for one kind of sharing: an operator's. */
export const OperatorSharing = z.strictObject({
  verdict: Verdict,
  support: Support,
  planSupport: Support,
  /** Best plan of this kind; absent where none is known. */
  planId: Slug.optional(),
});
export type OperatorSharing = z.infer<typeof OperatorSharing>;

/** The answer for one kind of sharing, over all operators. */
export const Sharing = z.strictObject({
  verdict: Verdict,
  support: Support,
  planSupport: Support,
  /** Operators that reach the verdict, best first; empty where it is `unknown` or `no`. */
  operatorIds: z.array(Slug),
});
export type Sharing = z.infer<typeof Sharing>;

/**
 * Kinds of line that are answered apart: an unknown watch leaves the phones as they were. `child-phone`: the phone of somebody
 * under 14.
 */
export const LINE_GROUP_KINDS = [
  'phone',
  'child-phone',
  'tablet',
  'watch',
  'childrens-watch',
  'car',
] as const;

/** What holds for one group of lines; the verdict over all is the minimum over the groups. */
export const LineGroup = z.strictObject({
  kind: z.enum(LINE_GROUP_KINDS),
  lineIds: z.array(Slug).min(1),
  verdict: Verdict,
  support: Support,
  /** Axes that have the group's verdict: what decides it. */
  axes: z.array(Axis),
  /** Whether this group keeps the verdict over all lines down. */
  decides: z.boolean(),
});
export type LineGroup = z.infer<typeof LineGroup>;

/** A claim that is too weak or about another place to decide anything, and whose operator it speaks of. */
export const Lead = z.strictObject({ claimId: Slug, operatorId: Slug });
export type Lead = z.infer<typeof Lead>;

/** A day on which the verdict changes by a rule that is known today. */
const VerdictChange = z.strictObject({ on: IsoDate, verdict: Verdict });

/** One operator for one household on one day. */
export const OperatorAssessment = z.strictObject({
  operatorId: Slug,
  verdict: Verdict,
  support: Support,
  /** Support of the shared-plan axis alone. */
  planSupport: Support,
  sharing: z.strictObject({ bundle: OperatorSharing, payer: OperatorSharing }),
  lineGroups: z.array(LineGroup),
  leads: z.array(Lead),
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
  /** Best verdict over the operators, for the kind of sharing asked for. */
  verdict: Verdict,
  support: Support,
  /** Kind of sharing asked for, in `verdict`, `operators` and `changes`. */
  wish: Wish,
  /** A common bundle, and one who pays for bundles of their own: answered apart whatever was asked for. */
  sharing: z.strictObject({ bundle: Sharing, payer: Sharing }),
  /** With the first of the operators. */
  lineGroups: z.array(LineGroup),
  /** Over all operators listed. */
  leads: z.array(Lead),
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
  support: Support,
  /** Support of the shared-plan axis alone, of the best operator. */
  planSupport: Support,
  sharing: z.strictObject({ bundle: Sharing, payer: Sharing }),
  /** Operators that reach the region's verdict. */
  bestOperatorIds: z.array(Slug),
  operatorVerdicts: z.record(Slug, Verdict),
  operatorSupports: z.record(Slug, Support),
  confidence: Confidence.optional(),
  freshness: Freshness.optional(),
  method: Method.optional(),
});
export type RegionSummary = z.infer<typeof RegionSummary>;
