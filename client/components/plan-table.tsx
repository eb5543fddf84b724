import type { ComponentChildren } from 'preact';
import type { Dataset, DatasetOperator } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Plan } from '../../data/core/schema/plan.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { planName } from '../i18n/grammar/names.ts';
import { FeeLines } from './card/plan-terms.tsx';
import { channelsText, membersText, sharesText, statusEverywhere } from './card/plan-words.ts';
import { WideTable } from './table.tsx';

/** Plans of one operator: all of them, whatever their status, or some. */
export function PlanTable(props: {
  dataset: Dataset;
  operator: DatasetOperator;
  plans?: readonly Plan[];
  language: Language;
  title: string;
}) {
  const { dataset, operator, plans = operator.plans, language, title } = props;
  const { card, compare, operator: titles } = catalogueOf(language);
  const words = { dataset, language };
  const columns = [
    compare.plan,
    titles.statusTitle,
    compare.shares,
    card.members,
    compare.fee,
    card.channels,
  ];
  const cellsOf = (plan: Plan): ComponentChildren[] => [
    planName(plan, language),
    statusEverywhere(operator, plan, words),
    sharesText(plan, words),
    membersText(plan, words),
    <FeeLines key="fees" plan={plan} words={words} />,
    channelsText(plan, words),
  ];
  return (
    <WideTable
      title={title}
      columns={columns.map((column) => ({ title: column }))}
      rows={plans.map((plan) => ({
        key: plan.id,
        cells: cellsOf(plan).map((content) => ({ content })),
      }))}
      language={language}
    />
  );
}
