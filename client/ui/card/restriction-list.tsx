import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatDate, sentenceEnd } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './cites.tsx';

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
            {aside(language, card.since(formatDate(language, restriction.from)))}
          </span>
          {sentenceEnd(language)}
          {restriction.advice[language]}
          <Cites model={model} claimIds={restriction.claims.map((claim) => claim.id)} />
        </li>
      ))}
    </ul>
  );
}
