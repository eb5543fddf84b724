import type { MapMessages } from '../../i18n/ru/map.ts';
import type { Announce } from '../common/announcer.ts';

/** The one line over the map; what it says is heard, too. */
export interface MapNotice {
  /** Says a sentence in place of the one before; each action adds a button to it. */
  say(sentence: string, ...actions: { label: string; run(): void }[]): void;
  /** Takes a sentence away, if it still is the one that stands there. */
  withdraw(sentence: string): void;
}

/** A notice in an element of the page, spoken by the announcer. */
export function createMapNotice(element: HTMLElement, announce: Announce): MapNotice {
  let shown: string | undefined;
  return {
    say(sentence, ...actions) {
      shown = sentence;
      element.hidden = false;
      element.textContent = sentence;
      announce(sentence);
      for (const { label, run } of actions) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        button.addEventListener('click', run);
        element.append(' ', button);
      }
    },
    withdraw(sentence) {
      if (sentence !== shown) return;
      shown = undefined;
      element.hidden = true;
      element.textContent = '';
    },
  };
}

/** A small label beside the pointer; readers of screens hear the same from the announcer. */
interface HoverTip {
  show(text: { name: string; value: string } | undefined, point: { x: number; y: number }): void;
}

/** A tip inside the map's container. */
export function createHoverTip(container: HTMLElement): HoverTip {
  const tip = document.createElement('div');
  const name = document.createElement('b');
  const value = document.createElement('span');
  tip.className = 'map-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  tip.append(name, value);
  container.append(tip);
  return {
    show(text, { x, y }) {
      tip.hidden = text === undefined;
      if (text === undefined) return;
      name.textContent = text.name;
      value.textContent = text.value;
      const left = Math.min(x + 14, container.clientWidth - tip.offsetWidth - 8);
      const top =
        y + 18 + tip.offsetHeight > container.clientHeight ? y - tip.offsetHeight - 10 : y + 18;
      tip.style.translate = `${Math.max(8, left)}px ${top}px`;
    },
  };
}

/**
 * Offers a reload where a script of the page is not to be had: a page that has been open for weeks asks for files of a
 * release that is no longer served.
 */
export function offerReload(words: MapMessages, notice: MapNotice): void {
  // Vite tells of each failed import() here, also of those whose failure is caught.
  addEventListener('vite:preloadError', () => {
    if (!navigator.onLine) return;
    notice.say(words.newVersion, { label: words.reload, run: () => void loadAnew() });
  });
}

/** Loads the page anew, by the service worker of the new version where one waits. */
async function loadAnew(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.waiting) replaceWorker(registration.waiting);
  else location.reload();
}

/** Lets the service worker of a new version take the place of the old one, and loads the page anew once it has. */
export function replaceWorker(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  waiting.postMessage({ replace: true });
}
