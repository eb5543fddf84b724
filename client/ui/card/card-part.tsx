import type { ComponentChildren } from 'preact';
import type { CardModel } from './card-model.ts';

/** `page`: the region's own page, with a heading of the first level. `panel`: beside the map. */
export type CardPlace = 'page' | 'panel';

/** A part of a card under its title. */
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
    <section>
      {place === 'page' ? <h2>{title}</h2> : <h3>{title}</h3>}
      {children}
    </section>
  );
}

/** What the parts of a card are drawn from. */
export interface PartProps {
  model: CardModel;
  place: CardPlace;
}
