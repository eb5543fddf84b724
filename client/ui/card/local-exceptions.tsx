import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, comma } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './cites.tsx';

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
