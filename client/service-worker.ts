import { answerFile, answerPage } from './offline/answer.ts';
import { dropFrom, FILES, keepFiles, keepPlan, type Sums } from './offline/kept.ts';
import type { OfflinePlan } from './offline/offline-plan.ts';

// The types of a page and of a worker share one name; here it is the worker's.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Built scripts and styles with their sums; the build writes them here (`client/vite.config.ts`). */
const ASSETS: Sums = JSON.parse('__ASSETS__');

const isKeptFile = (path: string): boolean =>
  path.startsWith('/assets/') || path.startsWith('/data/');

/** Not what only the desk needs: its members are few, and it works with a network alone. */
const isForReaders = (path: string): boolean => !/^\/assets\/desk\b/.test(path);

worker.addEventListener('install', (event) =>
  event.waitUntil(keepFiles(Object.keys(ASSETS).filter(isForReaders), ASSETS)),
);

worker.addEventListener('activate', (event) => {
  const dropOld = dropFrom(FILES, (path) => path.startsWith('/assets/') && !(path in ASSETS));
  event.waitUntil(Promise.all([dropOld, worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
  const { keep, replace }: { keep?: OfflinePlan; replace?: boolean } = event.data;
  if (keep !== undefined) event.waitUntil(keepPlan(keep, ASSETS));
  if (replace) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (isKeptFile(url.pathname)) event.respondWith(answerFile(request, ASSETS));
  else if (request.mode === 'navigate') event.respondWith(answerPage(event));
});
