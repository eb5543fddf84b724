import type { PageElements } from './page-elements.ts';

/** Remembers what opened the card, so that closing it puts the reader back there. */
export interface FocusReturn {
  remember(opener: HTMLElement): void;
  /** Moves the focus into the card, for readers who opened it by keyboard. */
  enterCard(): void;
  /** Back to the opener, if the focus would otherwise be lost with the card. */
  giveBack(): void;
}

/** Keeps the focus from falling to the top of the page. */
export function createFocusReturn({ card, page }: PageElements): FocusReturn {
  let opener: HTMLElement | undefined;
  // The panel itself, not its heading: what stands in it is drawn anew once the facts are loaded.
  card.tabIndex = -1;
  return {
    remember: (element) => {
      opener = element;
    },
    enterCard: () => {
      card.focus({ preventScroll: true });
    },
    giveBack: () => {
      const lost =
        document.activeElement === document.body || card.contains(document.activeElement);
      if (lost) (opener?.isConnected ? opener : page).focus({ preventScroll: true });
    },
  };
}
