import type { AxisResult } from '../schema/assessment.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import { MODELS_OF_WISH, type Plan, type Wish } from '../schema/plan.ts';
import { type Support, supportRank, type Verdict, verdictRank } from '../schema/verdict.ts';
import { worstOf } from './claims/combine.ts';
import { type Grounds, strongestGrounds, weakestGrounds } from './claims/strength.ts';
import { compareKnown, supportOfAll } from './claims/support.ts';

/** Plans that a family may join on a day: those that are or may be open then. */
export function joinablePlans(plans: readonly Plan[], day: IsoDate): Plan[] {
  return plans.filter((plan) => plan.status !== 'closed' && isValidOn(plan, day));
}

/** What one operator's rules come to for a household, with one of its plans or, when it has none, without. */
export type PlanOutcome = {
  plan: Plan | undefined;
  verdict: Verdict;
  /** Of the verdict: the weakest of the axes that rest on evidence. */
  support: Support;
  /** Of the shared-plan axis alone, the one that differs between regions. */
  planSupport: Support;
  axes: AxisResult[];
};

/** Puts the axes of a plan together: the verdict of a plan is the minimum over them. */
export function toPlanOutcome(plan: Plan | undefined, axes: AxisResult[]): PlanOutcome {
  const verdict = worstOf(axes.map(({ value }) => value));
  return {
    plan,
    verdict,
    support: supportOfAll(verdict, axes) ?? 'none',
    planSupport: axes.find(({ axis }) => axis === 'sharedPlan')?.support ?? 'none',
    axes,
  };
}

/**
 * What a verdict rests on. A `no` needs only one axis, so its best grounded one counts; an `unknown` rests on nothing; anything
 * better needs every axis, so the weakest counts.
 */
export function groundsOf({ verdict, axes }: PlanOutcome): Grounds {
  if (verdict === 'unknown') return {};
  if (verdict === 'no') return strongestGrounds(axes.filter((axis) => axis.value === 'no'));
  return weakestGrounds(axes);
}

/** Whether a plan is of the kind that a family wants. */
export function answersWish(plan: Plan | undefined, wish: Wish): boolean {
  return plan !== undefined && MODELS_OF_WISH[wish].includes(plan.model);
}

/** What a family means by sharing, first: one bundle for all; terms that nobody could read come last. */
const MODELS: readonly Plan['model'][] = MODELS_OF_WISH.any;

/**
 * Orders two outcomes: value, then support, then a common bundle before bundles that one pays for, then fewest unknown axes, then
 * how near the evidence of the plan itself is. Where the value is `no` or `unknown` its support says little: there what is known
 * of the shared plan comes first, so that no axis that is unknown for both swaps them.
 */
export function compareOutcomes(a: PlanOutcome, b: PlanOutcome): number {
  const verdict = verdictRank(b.verdict) - verdictRank(a.verdict);
  if (verdict !== 0) return verdict;
  const isPositive = a.verdict === 'yes' || a.verdict === 'partial';
  return (
    (isPositive
      ? supportRank(a.support) - supportRank(b.support)
      : compareKnown(ofSharedPlan(a), ofSharedPlan(b))) ||
    modelRank(a) - modelRank(b) ||
    unknownAxes(a) - unknownAxes(b) ||
    compareKnown(ofSharedPlan(a), ofSharedPlan(b))
  );
}

/** Orders two plans of one operator; of equals one that is open comes first, else a stable sort keeps the order of the file. */
export function comparePlans(a: PlanOutcome, b: PlanOutcome): number {
  return compareOutcomes(a, b) || opennessRank(a) - opennessRank(b);
}

function ofSharedPlan({ axes, planSupport }: PlanOutcome) {
  const value = axes.find(({ axis }) => axis === 'sharedPlan')?.value ?? 'unknown';
  return { value, support: planSupport };
}

/** How many axes nothing is known of. */
function unknownAxes({ axes }: PlanOutcome): number {
  return axes.filter(({ value }) => value === 'unknown').length;
}

/** 0 for a plan that new customers can have, 1 where that is not known or no plan is. */
function opennessRank({ plan }: PlanOutcome): number {
  return plan?.status === 'open' ? 0 : 1;
}

/** Position of a plan's model; no plan comes last. */
function modelRank({ plan }: PlanOutcome): number {
  return plan === undefined ? MODELS.length : MODELS.indexOf(plan.model);
}

/** An outcome as a value with its support. */
export function known({ verdict, support }: PlanOutcome): { value: Verdict; support: Support } {
  return { value: verdict, support };
}
