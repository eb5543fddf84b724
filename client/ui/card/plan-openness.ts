import type { DatasetOperator } from '../../../data/schema/dataset-claim.ts';
import { coversRegion, type RegionId, type RegionScope } from '../../../data/schema/ids.ts';
import type { Plan } from '../../../data/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, semicolon } from '../../i18n/format.ts';
import { planName } from '../../i18n/names.ts';
import { type PlanWords, placesText } from './plan-words.ts';

/** Where a source says that new customers can have the plan; a source on one region says nothing of another. */
function scopesOpen(operator: DatasetOperator, plan: Plan): RegionScope[] {
  return operator.claims.flatMap((claim) =>
    claim.findings
      .filter(
        ({ axis, planId, value }) => axis === 'sharedPlan' && planId === plan.id && value !== 'no',
      )
      .filter(({ conditions }) => conditions.every(({ code }) => code !== 'plan-openness-unknown'))
      .map((finding) => finding.regionIds ?? claim.regionIds),
  );
}

/** Whether new customers of a region can have the plan, as far as sources on that region say. */
function statusIn(operator: DatasetOperator, plan: Plan, regionId: RegionId): Plan['status'] {
  if (plan.status !== 'open') return plan.status;
  const isStated = scopesOpen(operator, plan).some((scope) => coversRegion(scope, regionId));
  return isStated ? 'open' : 'unknown';
}

/** A plan as sold, and whether new customers of a region can have it: `«Семья» (неизвестно, подключают ли)`. */
export function planInRegion(
  operator: DatasetOperator,
  plan: Plan,
  regionId: RegionId,
  { language }: Pick<PlanWords, 'language'>,
): string {
  const { status } = catalogueOf(language).operator;
  return planName(plan, language) + aside(language, status[statusIn(operator, plan, regionId)]);
}

/** Whether new customers can have the plan, and where that was said: `по источнику, подключают (Чувашия; …)`. */
export function statusEverywhere(operator: DatasetOperator, plan: Plan, words: PlanWords): string {
  const { status, statusElsewhere } = catalogueOf(words.language).operator;
  if (plan.status !== 'open') return status[plan.status];
  const scopes = scopesOpen(operator, plan);
  if (scopes.length === 0) return status.unknown;
  if (scopes.includes('RU')) return status.open;
  const places = placesText([...new Set(scopes.flat())], words);
  return status.open + aside(words.language, places + semicolon(words.language) + statusElsewhere);
}
