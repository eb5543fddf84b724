import type { ComponentChildren } from 'preact';
import type { Plan, PlanFee } from '../../../data/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside } from '../../i18n/format.ts';
import { feeOriginText, feesFor, feeText, type PlanWords } from './plan-words.ts';

/** Prices of a plan, each with where and when it was seen; those of a region, or, without one, all that are known. */
export function FeeLines(props: {
  plan: Plan;
  words: PlanWords;
  regionId?: string;
  /** What stands behind a price: the numbers of its claims. */
  cite?: (fee: PlanFee) => ComponentChildren;
}) {
  const { plan, words, regionId, cite } = props;
  const fees = regionId === undefined ? plan.fees : feesFor(plan, regionId).fees;
  if (fees.length === 0) return <>{catalogueOf(words.language).card.feeUnknown}</>;
  return (
    <>
      {fees.map((fee, index) => (
        <p key={String(index)}>
          {feeText(fee, words)}
          <span class="hint">{aside(words.language, feeOriginText(fee, words, regionId))}</span>
          {cite?.(fee)}
        </p>
      ))}
    </>
  );
}
