import type { Announce } from './announcer.ts';

/** The one line over the map; what it says is heard, too. */
export interface MapNotice {
  /** Says a sentence in place of the one before; `action` adds a button to it. */
  say(sentence: string, action?: { label: string; run(): void }): void;
  /** Takes a sentence away, if it still is the one that stands there. */
  withdraw(sentence: string): void;
}

/** A notice in an element of the page, spoken by the announcer. */
export function createMapNotice(element: HTMLElement, announce: Announce): MapNotice {
  let standing: string | undefined;
  return {
    say(sentence, action) {
      standing = sentence;
      element.hidden = false;
      element.textContent = sentence;
      announce(sentence);
      if (action === undefined) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = action.label;
      button.addEventListener('click', action.run);
      element.append(' ', button);
    },
    withdraw(sentence) {
      if (sentence !== standing) return;
      standing = undefined;
      element.hidden = true;
      element.textContent = '';
    },
  };
}
