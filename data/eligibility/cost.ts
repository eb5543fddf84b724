import type * as z from 'zod';
import type { Cost } from '../schema/assessment.ts';
import { isValidOn } from '../schema/dates.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import type { Plan, PlanFee } from '../schema/plan.ts';
import type { IndexedClaim, OperatorIndex } from './claim-index.ts';
import type { Moment } from './decide.ts';

type CostValue = z.infer<typeof Cost>;
type Item = CostValue['items'][number];

/** Days in the month that daily fees are counted over. */
const DAYS_PER_MONTH = 30;

/**
 * One shared plan against separate lines, per month, from dated prices only: an undated price may be of any year.
 * What no dated source gives is named in `missing`, and then there is no total.
 */
export function costOf(
  plan: Plan,
  operator: OperatorIndex,
  regionId: RegionId,
  lines: number,
  moment: Moment,
): CostValue {
  const items = plan.fees
    .filter((fee) => coversRegion(fee.regionIds, regionId))
    .flatMap((fee) => toItem(fee, operator, lines, moment) ?? []);
  const addedLine = items.find((item) => item.code === 'added-line-fee');
  const hasPlanFee = items.some((item) => item.code === 'plan-fee');
  const hasGroupFee = items.length > 0;
  const missing: CostValue['missing'] = [
    ...(hasPlanFee ? [] : ['base-tariff' as const]),
    // No claim holds the price of a separate tariff so far.
    'separate-line',
    ...(hasGroupFee ? [] : ['group-fee' as const]),
  ];
  const total = items.reduce((sum, item) => sum + item.rubPerMonth * item.count, 0);
  return {
    planId: plan.id,
    ...(hasPlanFee && { sharedRubPerMonth: total }),
    ...(addedLine && { addedLineRubPerMonth: addedLine.rubPerMonth }),
    items,
    missing,
  };
}

const ITEM_CODES = {
  'added-line': 'added-line-fee',
  group: 'group-fee',
  plan: 'plan-fee',
} as const;

/**
 * `undefined` when it is not known what the fee is for or how often it is paid, or when none of its claims is dated,
 * valid and looked at recently enough.
 */
function toItem(
  fee: PlanFee,
  operator: OperatorIndex,
  lines: number,
  moment: Moment,
): Item | undefined {
  if (fee.per === 'unknown' || fee.period === 'unknown') return undefined;
  const dated = fee.claimIds
    .flatMap((id) => operator.claims.get(id) ?? [])
    .filter((claim) => isUsable(claim, moment));
  const [first] = dated;
  if (first?.observedOn === undefined) return undefined;
  return {
    code: ITEM_CODES[fee.per],
    rubPerMonth: fee.period === 'day' ? fee.amountRub * DAYS_PER_MONTH : fee.amountRub,
    count: fee.per === 'added-line' ? lines - 1 : 1,
    observedOn: first.observedOn,
    claimIds: dated.map(({ claim }) => claim.id),
  };
}

function isUsable({ claim, observedOn, age }: IndexedClaim, moment: Moment): boolean {
  return observedOn !== undefined && isValidOn(claim, moment.day) && !age(moment.asOf).stale;
}
