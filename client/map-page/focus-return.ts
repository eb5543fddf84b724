import type { MapStore } from '../state/map-state.ts';
import type { PageElements } from './page-elements.ts';

/**
 * Keeps the focus from falling to the top of the page with the card: closing it puts the reader back on what they opened
 * it from, by whatever means; a card that leads on to another region keeps them in the card.
 */
export function connectFocusReturn({ card, page }: PageElements, store: MapStore): void {
  let opener: Element | undefined;
  // Until the other region is drawn, which leads the focus on to its heading.
  card.tabIndex = -1;
  store.watch((state, former) => {
    if (state.regionId === former.regionId) return;
    const focused = focusedElement();
    const isInside = focused !== undefined && card.contains(focused);
    if (state.regionId === undefined) {
      if (isInside || focused === undefined) giveBack(opener, page);
    } else if (isInside) card.focus({ preventScroll: true });
    else opener = focused;
  });
}

function focusedElement(): Element | undefined {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? undefined : activeElement;
}

function giveBack(opener: Element | undefined, page: HTMLElement): void {
  const isThere = opener instanceof HTMLElement || opener instanceof SVGElement;
  const target = isThere && opener.isConnected ? opener : page;
  target.focus({ preventScroll: true });
}
