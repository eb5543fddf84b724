import type { Assessment } from '../../../data/schema/assessment.ts';
import type { Dataset } from '../../../data/schema/dataset.ts';
import type { Language } from '../../../data/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatList } from '../../i18n/format.ts';

/**
 * The operators that reach the verdict, each with what their plan shares, since one bill for separate packages is not
 * one package: `МТС (платит один, пакеты раздельные) или Билайн (общий пакет)`.
 */
export function bestOperatorsText(
  { operators }: Dataset,
  assessment: Assessment,
  language: Language,
): string {
  const { planModel } = catalogueOf(language).card;
  const names = assessment.operators
    .filter(({ verdict }) => verdict === assessment.verdict)
    .flatMap(({ operatorId, planId }) => {
      const operator = operators.find(({ id }) => id === operatorId);
      if (operator === undefined) return [];
      const plan = operator.plans.find(({ id }) => id === planId);
      const name = operator.brand[language];
      return plan === undefined ? name : name + aside(language, planModel[plan.model]);
    });
  return formatList(language, names, 'disjunction');
}
