import { DAYS_PER_MONTH } from '../../data/eligibility/cost.ts';
import type { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import type { Plan } from '../../data/schema/plan.ts';
import { planName } from '../i18n/names.ts';
import { FeeLines } from '../ui/card/fee-lines.tsx';
import { planInRegion } from '../ui/card/plan-openness.ts';
import { feesFor, membersText, type PlanWords, sharesText } from '../ui/card/plan-words.ts';
import type { Cell } from '../ui/sortable-table.tsx';

/** Sorts behind every number and word. */
export const LAST = '\uffff';

/** Terms of a plan, in the words of the card; what was not found comes last in the order of a column. */
export function planCells(
  words: PlanWords,
  operator: DatasetOperator,
  plan: Plan,
  regionId: string,
): Record<string, Cell> {
  const { fees, elsewhere } = feesFor(plan, regionId);
  const [fee] = elsewhere ? [] : fees;
  return {
    plan: {
      content: planInRegion(operator, plan, regionId, words),
      sort: planName(plan, words.language),
    },
    shares: { content: sharesText(plan, words), sort: sharesText(plan, words) },
    members: { content: membersText(plan, words), sort: surelyTaken(plan.lineLimit) ?? LAST },
    fee: {
      content: <FeeLines plan={plan} words={words} regionId={regionId} />,
      sort: fee === undefined ? LAST : fee.amountRub * (fee.period === 'day' ? DAYS_PER_MONTH : 1),
    },
  };
}

/** The most lines that a plan takes; where it is unclear whether the payer counts, the number that never promises too much. */
function surelyTaken(limit: Plan['lineLimit']): number | undefined {
  return limit?.payerCounted === 'unclear' ? limit.min : limit?.max;
}
