import type { AxisResult } from '../schema/axis-result.ts';
import type { Plan } from '../schema/plan.ts';
import type { Verdict } from '../schema/verdict.ts';
import { type Support, strongestSupport, weakestSupport } from './strength.ts';

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
