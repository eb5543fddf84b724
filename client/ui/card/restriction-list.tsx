import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './cites.tsx';

/** Temporary states in force: listed beside the verdict, never part of it. */
export function RestrictionList({ model }: { model: CardModel }) {
  const { card } = catalogueOf(model.language);
  const restrictions = model.dataset.restrictions.filter((restriction) =>
    model.assessment.restrictionIds.includes(restriction.id),
  );
  return (
    <ul>
      {restrictions.map((restriction) => (
        <li key={restriction.id}>
          <b>{restriction.title[model.language]}</b>{' '}
          <span class="hint">({card.since(formatDate(model.language, restriction.from))})</span>.{' '}
          {restriction.advice[model.language]}{' '}
          <Cites model={model} claimIds={restriction.claims.map((claim) => claim.id)} />
        </li>
      ))}
    </ul>
  );
}
