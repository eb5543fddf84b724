/** Says a sentence to screen readers; the same sentence again is said again. */
export type Announce = (sentence: string) => void;

/** An announcer over a live region. */
export function createAnnouncer(element: HTMLElement): Announce {
  return (sentence) => {
    // A no-break space makes a repeated sentence a change, which is what screen readers speak.
    element.textContent = element.textContent === sentence ? `${sentence}\u00a0` : sentence;
  };
}
