import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { Plan } from '../schema/plan.ts';

/** Plans that a family may join on a day: those that are or may be open then. */
export function joinablePlans(plans: readonly Plan[], day: IsoDate): Plan[] {
  return plans.filter((plan) => plan.status !== 'closed' && isValidOn(plan, day));
}
