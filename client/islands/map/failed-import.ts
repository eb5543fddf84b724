import type { MapMessages } from '../../i18n/ru/map.ts';
import type { MapNotice } from './map-notice.ts';

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
  if (registration?.waiting) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    registration.waiting.postMessage({ replace: true });
  } else {
    location.reload();
  }
}
