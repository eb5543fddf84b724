import { earliestDay, type PartialDate } from '../../schema/dates.ts';
import { type RegionId, scopeSize } from '../../schema/ids.ts';
import { type Cost, MISSING_PRICES, type MissingPrice } from '../../schema/outlook.ts';
import { feeCovers, type Plan, type PlanFee } from '../../schema/plan.ts';
import type { IndexedClaim, OperatorIndex } from '../claims/claim-index.ts';
import { type Moment, speaksAt } from '../claims/freshness.ts';

/**
 * The fees of a plan in a region, one list for each thing that is paid for (`per`). Fees of one list are prices of the
 * same thing, so only one of them may be counted. A fee for few regions stands in the place of one for more, unless
 * no claim behind it speaks for the day.
 */
function feesHere(
  plan: Plan,
  operator: OperatorIndex,
  regionId: RegionId,
  moment: Moment,
): PlanFee[][] {
  const covering = plan.fees.filter((fee) => feeCovers(fee, regionId));
  const kinds = [...new Set(covering.map((fee) => fee.per))];
  return kinds.map((per) => {
    const ofKind = covering.filter((fee) => fee.per === per);
    const valid = ofKind.filter((fee) => isInForce(fee, operator, moment));
    return narrowest(valid.length > 0 ? valid : ofKind);
  });
}

function isInForce(fee: PlanFee, operator: OperatorIndex, moment: Moment): boolean {
  return fee.claimIds.some((id) => {
    const claim = operator.claims.get(id);
    return claim !== undefined && speaksAt(claim, moment);
  });
}

function narrowest(fees: readonly PlanFee[]): PlanFee[] {
  const size = Math.min(...fees.map((fee) => scopeSize(fee.regionIds)));
  return fees.filter((fee) => scopeSize(fee.regionIds) === size);
}

type DatedItem = Cost['items'][number] & { observedOn: PartialDate };

/** Days in the month that daily fees are counted over. */
export const DAYS_PER_MONTH = 30;

/**
 * One shared plan against separate lines, per month, from dated prices only: an undated price may be of any year.
 * What no dated source gives is named in `missing`, and a plan of which any fee is missing has no total: it would be
 * too low.
 */
export function costOf(
  plan: Plan,
  operator: OperatorIndex,
  regionId: RegionId,
  lines: number,
  moment: Moment,
): Cost {
  const fees = feesHere(plan, operator, regionId, moment).map((prices) => ({
    prices,
    item: pickPrice(prices.flatMap((fee) => toItem(fee, operator, lines, moment) ?? [])),
  }));
  const items = fees.flatMap(({ item }) => item ?? []);
  const gaps = gapsOf(
    items,
    fees.flatMap(({ prices, item }) => (item === undefined ? prices : [])),
  );
  const addedLine = items.find((item) => item.code === 'added-line-fee');
  const total = items.reduce((sum, item) => sum + item.rubPerMonth * item.count, 0);
  return {
    planId: plan.id,
    ...(gaps.length === 0 && { sharedRubPerMonth: total }),
    ...(addedLine && { addedLineRubPerMonth: addedLine.rubPerMonth }),
    items,
    // No claim holds the price of a separate tariff so far.
    missing: MISSING_PRICES.filter((code) => code === 'separate-line' || gaps.includes(code)),
  };
}

/**
 * Prices of the shared plan that are not known: of the fees without a dated price, of the payer's tariff where the plan
 * has no price of its own, and of the group where not a single price is known.
 */
function gapsOf(items: readonly DatedItem[], unpriced: readonly PlanFee[]): MissingPrice[] {
  const gaps = unpriced.map((fee) => MISSING_CODES[fee.per]);
  if (!items.some((item) => item.code === 'plan-fee')) gaps.push('base-tariff');
  if (items.length === 0 && unpriced.length === 0) gaps.push('group-fee');
  return gaps;
}

/** Of several prices of one thing the newest, and of equally new ones the highest: it never promises too much. */
function pickPrice(items: readonly DatedItem[]): DatedItem | undefined {
  const [first] = [...items].sort((a, b) => {
    const [dayA, dayB] = [earliestDay(a.observedOn), earliestDay(b.observedOn)];
    if (dayA !== dayB) return dayA > dayB ? -1 : 1;
    return b.rubPerMonth - a.rubPerMonth;
  });
  return first;
}

const ITEM_CODES = {
  'added-line': 'added-line-fee',
  group: 'group-fee',
  plan: 'plan-fee',
} as const;

/** A price of which it is not known what it is for belongs to the group in one way or another. */
const MISSING_CODES = {
  'added-line': 'added-line-fee',
  group: 'group-fee',
  plan: 'base-tariff',
  unknown: 'group-fee',
} as const;

/**
 * `undefined` when it is not known what the fee is for or how often it is paid, when it is that of a tariff with too few
 * lines, or when none of its claims is dated, valid and looked at recently enough.
 */
function toItem(
  fee: PlanFee,
  operator: OperatorIndex,
  lines: number,
  moment: Moment,
): DatedItem | undefined {
  if (fee.per === 'unknown' || fee.period === 'unknown') return undefined;
  if (fee.tariff?.lines !== undefined && fee.tariff.lines < lines) return undefined;
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

function isUsable(claim: IndexedClaim, moment: Moment): boolean {
  const { observedOn, age } = claim;
  return observedOn !== undefined && speaksAt(claim, moment) && !age(moment.asOf).stale;
}
