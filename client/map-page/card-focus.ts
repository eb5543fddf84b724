import type { PageElements } from './page-elements.ts';

type CardElements = Pick<PageElements, 'card' | 'cardBody'>;

/** Puts the focus on the card's heading, from where it is read on; on the panel where nothing is drawn yet. */
export function enterCard({ card, cardBody }: CardElements): void {
  const heading = cardBody.querySelector<HTMLElement>('h2') ?? card;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Draws the card anew and keeps a reader who was in it there, at its heading: what they stood on is gone. */
export function redrawCard({ card, cardBody }: CardElements, draw: () => void): void {
  const { activeElement } = document;
  const isInside = activeElement === card || cardBody.contains(activeElement);
  draw();
  if (isInside) enterCard({ card, cardBody });
}
