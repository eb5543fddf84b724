import { addDays, type IsoDate } from '../../schema/dates.ts';
import type { Household } from '../../schema/household.ts';
import type { Wish } from '../../schema/plan.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { OperatorIndex } from '../claims/claim-index.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Steps } from '../in-steps.ts';

/** How far ahead dated rules are looked for: beyond two years a claim made today would have gone stale anyway. */
const HORIZON_DAYS = 730;

/**
 * Days within the horizon on which an operator's verdict changes because a rule, claim or plan begins or ends.
 * Evidence keeps its present age: what changes by growing old is not a rule.
 */
export function* changesOn(
  evaluator: Evaluator,
  household: Household,
  operator: OperatorIndex,
  asOf: IsoDate,
  verdict: Verdict,
  wish: Wish,
): Steps<{ on: IsoDate; verdict: Verdict }[]> {
  const changes: { on: IsoDate; verdict: Verdict }[] = [];
  let current = verdict;
  const last = addDays(asOf, HORIZON_DAYS);
  for (const day of evaluator.turningDays(operator)) {
    if (day <= asOf || day > last) continue;
    const prepared = evaluator.prepare(household, { asOf, day }, wish);
    const outcome = evaluator.evaluate(prepared, operator);
    yield;
    if (outcome.best.verdict === current) continue;
    current = outcome.best.verdict;
    changes.push({ on: day, verdict: current });
  }
  return changes;
}
