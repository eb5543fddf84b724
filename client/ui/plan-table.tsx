import type { Dataset } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import type { Plan } from '../../data/schema/plan.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, formatList } from '../i18n/format.ts';
import { planName } from '../i18n/names.ts';
import { feeOriginText, feeText, membersText, sharesText } from './card/plan-terms.tsx';

/** Plans of one operator, whatever their status. */
export function PlanTable(props: {
  dataset: Dataset;
  plans: readonly Plan[];
  language: Language;
  title: string;
}) {
  const { dataset, plans, language, title } = props;
  const { card, compare, operator, things } = catalogueOf(language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{compare.plan}</th>
            <th scope="col">{operator.statusTitle}</th>
            <th scope="col">{compare.shares}</th>
            <th scope="col">{card.members}</th>
            <th scope="col">{compare.fee}</th>
            <th scope="col">{card.channels}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <th scope="row">{planName(plan, language)}</th>
              <td>{operator.status[plan.status]}</td>
              <td>{sharesText(plan, { language })}</td>
              <td>
                {plan.lineLimit === undefined
                  ? compare.notFound
                  : membersText(plan.lineLimit, { language })}
              </td>
              <td>
                {plan.fees.length === 0
                  ? compare.notFound
                  : plan.fees.map((fee, index) => (
                      <p key={String(index)}>
                        {feeText(fee, { language })}
                        <span class="hint">
                          {aside(language, feeOriginText(fee, { dataset, language }))}
                        </span>
                      </p>
                    ))}
              </td>
              <td>
                {plan.manage === undefined
                  ? compare.notFound
                  : formatList(
                      language,
                      plan.manage.channels.map((channel) => things.channel[channel]),
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
