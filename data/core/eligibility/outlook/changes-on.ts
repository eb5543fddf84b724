import type { Dataset } from '../../schema/dataset.ts';
import { earliestDay, type IsoDate, type PartialDate } from '../../schema/dates.ts';
import type { Household } from '../../schema/household.ts';
import type { Wish } from '../../schema/plan.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { OperatorIndex } from '../claims/claim-index.ts';
import type { Evaluator } from '../evaluator.ts';

/** How far ahead dated rules are looked for: beyond two years a claim made today would have gone stale anyway. */
const HORIZON_DAYS = 730;

type Dated = { validFrom?: PartialDate | undefined; validTo?: PartialDate | undefined };

/**
 * Days within the horizon on which an operator's verdict changes because a rule, claim or plan begins or ends.
 * Evidence keeps its present age: what changes by growing old is not a rule.
 */
export function changesOn(
  evaluator: Evaluator,
  household: Household,
  operator: OperatorIndex,
  laws: Dataset['laws'],
  asOf: IsoDate,
  verdict: Verdict,
  wish: Wish,
): { on: IsoDate; verdict: Verdict }[] {
  const changes: { on: IsoDate; verdict: Verdict }[] = [];
  let current = verdict;
  for (const day of boundaryDays(operator, laws, asOf)) {
    const prepared = evaluator.prepare(household, { asOf, day }, wish);
    const outcome = evaluator.evaluate(prepared, operator);
    if (outcome.best.verdict === current) continue;
    current = outcome.best.verdict;
    changes.push({ on: day, verdict: current });
  }
  return changes;
}

/** Days after `asOf` on which something that the operator's verdict may depend on begins or ends, in order. */
function boundaryDays(operator: OperatorIndex, laws: Dataset['laws'], asOf: IsoDate): IsoDate[] {
  const dated: Dated[] = [
    ...[...operator.claims.values()].map(({ claim }) => claim),
    ...operator.operator.plans,
    ...laws.flatMap((law) => [{ validFrom: law.inForceFrom }, ...law.rules]),
  ];
  const last = new Date(Date.parse(asOf) + HORIZON_DAYS * 86_400_000).toISOString().slice(0, 10);
  const days = dated
    .flatMap(({ validFrom, validTo }) => [validFrom ?? [], validTo ?? []].flat())
    .map(earliestDay)
    .filter((day) => day > asOf && day <= last);
  return [...new Set(days)].sort();
}
