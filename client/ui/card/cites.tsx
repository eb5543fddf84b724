import { catalogueOf } from '../../i18n/catalogue.ts';
import type { CardModel } from './card-model.ts';

/** Numbers of the claims behind a statement, each a link to it. */
export function Cites({ model, claimIds }: { model: CardModel; claimIds: readonly string[] }) {
  const { evidence } = catalogueOf(model.language);
  return (
    <>
      {[...new Set(model.citations.numbersOf(claimIds))].map((number) => (
        <a key={number} class="ci" href={`#c${number}`} aria-label={`${evidence.source} ${number}`}>
          {number}
        </a>
      ))}
    </>
  );
}
