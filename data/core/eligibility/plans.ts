import type { AxisResult } from '../schema/assessment.ts';
import { AXIS_RECORDS } from '../schema/axis.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import { MODELS_OF_WISH, type Plan, type Wish } from '../schema/plan.ts';
import { type Support, supportRank } from '../schema/support.ts';
import { type Verdict, verdictRank } from '../schema/verdict.ts';
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

const PLAN_AXES = new Set<string>(
  AXIS_RECORDS.filter(({ level }) => level === 'plan').map(({ id }) => id),
);

/**
 * Orders two plans of one operator: value, then support, then a common bundle before bundles that one pays for, then fewest
 * unknown axes, then how near the evidence of the plan is, then open before perhaps closed. Where the value is `no` or
 * `unknown` only the axes in which plans differ are compared, so that no axis that is unknown for both swaps them. Where all is
 * equal a stable sort keeps the order of the operator's file.
 */
export function comparePlans(a: PlanOutcome, b: PlanOutcome): number {
  const verdict = verdictRank(b.verdict) - verdictRank(a.verdict);
  if (verdict !== 0) return verdict;
  const isPositive = a.verdict === 'yes' || a.verdict === 'partial';
  return (
    (isPositive ? supportRank(a.support) - supportRank(b.support) : 0) ||
    compareKnown(ofPlanAxes(a), ofPlanAxes(b)) ||
    modelRank(a) - modelRank(b) ||
    unknownAxes(a) - unknownAxes(b) ||
    compareKnown(ofSharedPlan(a), ofSharedPlan(b)) ||
    opennessRank(a) - opennessRank(b)
  );
}

/** The value of the axes that depend on the plan, and their support. */
function ofPlanAxes({ axes }: PlanOutcome) {
  const own = axes.filter(({ axis }) => PLAN_AXES.has(axis));
  const value = worstOf(own.map((axis) => axis.value));
  return { value, support: supportOfAll(value, own) };
}

function ofSharedPlan({ axes, planSupport }: PlanOutcome) {
  const value = axes.find(({ axis }) => axis === 'sharedPlan')?.value ?? 'unknown';
  return { value, support: planSupport };
}

/** How many axes nothing is known of. */
export function unknownAxes({ axes }: PlanOutcome): number {
  return axes.filter(({ value }) => value === 'unknown').length;
}

/** 0 for a plan that new customers can have, 1 where that is not known or no plan is. */
function opennessRank({ plan }: PlanOutcome): number {
  return plan?.status === 'open' ? 0 : 1;
}

/** Position of a plan's model; no plan comes last. */
export function modelRank({ plan }: PlanOutcome): number {
  return plan === undefined ? MODELS.length : MODELS.indexOf(plan.model);
}

/** An outcome as a value with its support. */
export function known({ verdict, support }: PlanOutcome): { value: Verdict; support: Support } {
  return { value: verdict, support };
}
