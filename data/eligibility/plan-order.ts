import { FRESHNESS } from '../schema/freshness.ts';
import type { Plan } from '../schema/plan.ts';
import { CONFIDENCES } from '../schema/source.ts';
import { verdictRank } from '../schema/verdict.ts';
import { type PlanOutcome, supportOf } from './plan-outcome.ts';

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
