import type { ComponentChildren } from 'preact';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import type { Plan } from '../../data/schema/plan.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, formatList } from '../i18n/format.ts';
import { planName } from '../i18n/names.ts';
import { feeOriginText, feeText, membersText, sharesText } from './card/plan-terms.tsx';
import { WideTable } from './wide-table.tsx';

/** Plans of one operator, whatever their status. */
export function PlanTable(props: {
  dataset: Dataset;
  plans: readonly Plan[];
  language: Language;
  title: string;
}) {
  const { dataset, plans, language, title } = props;
  const { card, compare, operator, things } = catalogueOf(language);
  const columns = [
    compare.plan,
    operator.statusTitle,
    compare.shares,
    card.members,
    compare.fee,
    card.channels,
  ];
  const cellsOf = (plan: Plan): ComponentChildren[] => [
    planName(plan, language),
    operator.status[plan.status],
    sharesText(plan, { language }),
    plan.lineLimit === undefined ? compare.notFound : membersText(plan.lineLimit, { language }),
    plan.fees.length === 0
      ? compare.notFound
      : plan.fees.map((fee, index) => (
          <p key={String(index)}>
            {feeText(fee, { language })}
            <span class="hint">{aside(language, feeOriginText(fee, { dataset, language }))}</span>
          </p>
        )),
    plan.manage === undefined
      ? compare.notFound
      : formatList(
          language,
          plan.manage.channels.map((channel) => things.channel[channel]),
        ),
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
