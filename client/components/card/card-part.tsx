import type { ComponentChildren } from 'preact';
import type { CardModel } from './card-model.ts';

/** `page`: the region's own page, with a heading of the first level. `panel`: beside the map. */
type CardPlace = 'page' | 'panel';

/** A part of a card, folded under its title: what a person can act on stands above all of them. */
export function Part({
  title,
  place,
  children,
}: {
  title: string;
  place: CardPlace;
  children: ComponentChildren;
}) {
  return (
    <details class="part">
      <summary>{place === 'page' ? <h2>{title}</h2> : <h3>{title}</h3>}</summary>
      {children}
    </details>
  );
}

/** What the parts of a card are drawn from. */
export interface PartProps {
  model: CardModel;
  place: CardPlace;
}
