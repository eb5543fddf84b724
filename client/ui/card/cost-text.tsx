import type { Cost } from '../../../data/schema/cost.ts';
import type { Language } from '../../../data/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, colon, formatDate, formatList, formatRoubles } from '../../i18n/format.ts';

/** What a shared plan costs a month against separate numbers, from dated prices, and which prices are missing. */
export function CostText({ cost, language }: { cost: Cost; language: Language }) {
  const { card } = catalogueOf(language);
  const monthly = (amount: number) => card.perMonth(formatRoubles(language, amount));
  const sums: [name: string, amount: number | undefined][] = [
    [card.costShared, cost.sharedRubPerMonth],
    [card.costSeparate, cost.separateRubPerMonth],
    [card.costAdded, cost.addedLineRubPerMonth],
  ];
  const lines = [
    ...sums.flatMap(([name, amount]) =>
      amount === undefined
        ? []
        : [<li key={name}>{`${name}${colon(language)}${monthly(amount)}`}</li>],
    ),
    ...cost.items.map((item) => (
      <li key={item.code}>
        {card.costItem[item.code]}
        {colon(language)}
        {item.count} × {monthly(item.rubPerMonth)}
        <span class="hint">
          {aside(
            language,
            item.observedOn === undefined
              ? card.feeUndated
              : card.feeOn(formatDate(language, item.observedOn)),
          )}
        </span>
      </li>
    )),
  ];
  return (
    <div>
      <p class="lead">{card.cost}</p>
      {lines.length > 0 && <ul>{lines}</ul>}
      {cost.missing.length > 0 && (
        <p class="hint">
          {card.costNotFound(
            formatList(
              language,
              cost.missing.map((code) => card.costMissing[code]),
            ),
          )}
        </p>
      )}
    </div>
  );
}
