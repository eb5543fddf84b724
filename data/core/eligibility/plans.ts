import type { AxisResult } from '../schema/assessment.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Plan } from '../schema/plan.ts';
import { CONFIDENCES, FRESHNESS } from '../schema/source.ts';
import { type Verdict, verdictRank } from '../schema/verdict.ts';
import { type Support, strongestSupport, weakestSupport } from './claims/strength.ts';

/** Plans that a family may join on a day: those that are or may be open then. */
export function joinablePlans(plans: readonly Plan[], day: IsoDate): Plan[] {
  return plans.filter((plan) => plan.status !== 'closed' && isValidOn(plan, day));
}

/** What one operator's rules come to for a household, with one of its plans or, when it has none, without. */
export type PlanOutcome = { plan: Plan | undefined; verdict: Verdict; axes: AxisResult[] };

/**
 * How well a verdict is supported. A `no` needs only one axis, so its best supported one counts; nothing supports
 * an `unknown`; anything better needs every axis, so the weakest counts.
 */
export function supportOf({ verdict, axes }: PlanOutcome): Support {
  if (verdict === 'unknown') return {};
  if (verdict === 'no') return strongestSupport(axes.filter((axis) => axis.value === 'no'));
  return weakestSupport(axes);
}

/** What a family means by a shared plan, first: one bundle for all; terms nobody could read come last. */
const MODELS: readonly Plan['model'][] = ['pooled', 'payer-funded', 'unknown'];

/**
 * Orders two plans of one operator: better verdict, then open before perhaps closed, then a common bundle before
 * bundles that one pays for, then stronger and newer evidence. Where all is equal a stable sort keeps the order of
 * the operator's file.
 */
export function comparePlans(a: PlanOutcome, b: PlanOutcome): number {
  return (
    verdictRank(b.verdict) - verdictRank(a.verdict) ||
    opennessRank(a) - opennessRank(b) ||
    modelRank(a) - modelRank(b) ||
    confidenceRank(a) - confidenceRank(b) ||
    freshnessRank(a) - freshnessRank(b)
  );
}

/** 0 for a plan that new customers can have, 1 where that is not known or no plan is. */
export function opennessRank({ plan }: PlanOutcome): number {
  return plan?.status === 'open' ? 0 : 1;
}

/** Position of the evidence from `official` to `secondary`; nothing cited comes last. */
export function confidenceRank(outcome: PlanOutcome): number {
  const { confidence } = supportOf(outcome);
  return confidence === undefined ? CONFIDENCES.length : CONFIDENCES.indexOf(confidence);
}

function modelRank({ plan }: PlanOutcome): number {
  return plan === undefined ? MODELS.length : MODELS.indexOf(plan.model);
}

function freshnessRank(outcome: PlanOutcome): number {
  const { freshness } = supportOf(outcome);
  return freshness === undefined ? FRESHNESS.length : FRESHNESS.indexOf(freshness);
}
