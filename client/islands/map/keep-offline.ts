import type { PageData } from '../../components/context/page-data.ts';
import { formatDate } from '../../i18n/grammar/format.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import { createOfflinePlan } from '../../offline/offline-plan.ts';
import { type MapNotice, replaceWorker } from './map-notice.ts';

/** Keeps the service for times without a network, says when there is none, and when something new has come. */
export async function keepOffline(
  data: PageData,
  words: MapMessages,
  notice: MapNotice,
): Promise<void> {
  // Written when it is needed: the first date that a browser writes costs it as much as drawing the map.
  const sentence = (): string => words.offline(formatDate(data.language, data.asOf));
  const sayOffline = (): void => notice.say(sentence());
  addEventListener('offline', sayOffline);
  addEventListener('online', () => notice.withdraw(sentence()));
  if (!navigator.onLine) sayOffline();
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/service-worker.js', {
    type: 'module',
  });
  if (navigator.onLine) {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: createOfflinePlan(data.language, data.datasetHash) });
  }
  announceUpdates(registration, words, notice);
}

/** A new version waits until the reader asks for it, so that nothing changes while somebody reads. */
function announceUpdates(
  registration: ServiceWorkerRegistration,
  words: MapMessages,
  notice: MapNotice,
): void {
  const offer = (): void => {
    const { waiting } = registration;
    if (waiting === null || navigator.serviceWorker.controller === null) return;
    notice.say(words.newVersion, { label: words.reload, run: () => replaceWorker(waiting) });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
