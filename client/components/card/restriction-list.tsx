import { catalogueOf } from '../../i18n/catalogue.ts';
import {
  aside,
  colon,
  comma,
  formatDate,
  formatList,
  sentenceEnd,
  sentenceGap,
} from '../../i18n/grammar/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './citations.tsx';

/** Temporary states in force: listed beside the verdict, never part of it. */
export function RestrictionList({ model }: { model: CardModel }) {
  const { language } = model;
  const { card } = catalogueOf(language);
  const restrictions = model.dataset.restrictions.filter((restriction) =>
    model.assessment.restrictionIds.includes(restriction.id),
  );
  return (
    <ul>
      {restrictions.map((restriction) => (
        <li key={restriction.id}>
          <b>{restriction.title[language]}</b>
          <span class="hint">
            {aside(
              language,
              [
                card.since(formatDate(language, restriction.from)),
                ...(restriction.lastReportedOn === undefined
                  ? []
                  : [card.lastReported(formatDate(language, restriction.lastReportedOn))]),
              ].join(comma(language)),
            )}
          </span>
          {sentenceEnd(language)}
          {restriction.advice[language]}
          {restriction.stillWorks !== undefined &&
            sentenceGap(language) +
              card.stillWorks(
                formatList(
                  language,
                  restriction.stillWorks.services.map((service) => card.service[service]),
                ),
              )}
          <Cites model={model} claimIds={restriction.claims.map((claim) => claim.id)} />
        </li>
      ))}
    </ul>
  );
}

/** Places of the region, or the region itself, where an operator's terms differ. */
export function LocalExceptionList({ model }: { model: CardModel }) {
  const { language, exceptions } = model;
  return (
    <ul>
      {exceptions.map(({ operator, place }) => (
        <li key={place.id}>
          <b>
            {operator.brand[language]}
            {comma(language)}
            {place.wholeRegion ? catalogueOf(language).card.wholeRegion : place.name[language]}
          </b>
          {colon(language)}
          {place.effect[language]}
          <Cites model={model} claimIds={place.claimIds} />
        </li>
      ))}
    </ul>
  );
}
