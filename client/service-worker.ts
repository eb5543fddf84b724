import type { OfflinePlan } from './offline/offline-plan.ts';

// The types of a page and of a worker share one name; here it is the worker's.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Built scripts and styles; the build writes the list here (`client/offline/list-assets.ts`). */
const ASSETS: readonly string[] = JSON.parse('__ASSETS__');

/** Pages and files by address. Only a new list of scripts clears what is no longer asked for. */
const PAGES = 'pages';
const FILES = 'files';

/** A page that takes longer than this comes from the cache, if it is there: a filtered line may never answer. */
const PAGE_PATIENCE_MS = 4000;

/** What is kept answers every reader alike: language stands in the address, coding was undone by the browser. */
const ANY_READER: CacheQueryOptions = { ignoreVary: true };

const isKeptFile = (path: string): boolean =>
  path.startsWith('/assets/') || path.startsWith('/data/');

async function keepFiles(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(FILES);
  const missing: string[] = [];
  for (const address of addresses) {
    if ((await cache.match(address, ANY_READER)) === undefined) missing.push(address);
  }
  await cache.addAll(missing);
}

/** A file server may lead `/ru/check` to `/ru/check/`; a page that was led on may not answer a navigation later. */
async function keepPage(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const { status, headers } = response;
  const own = response.redirected
    ? new Response(await response.blob(), { status, headers })
    : response;
  await (await caches.open(PAGES)).put(address, own);
}

async function keepPlan({ pages, files }: OfflinePlan): Promise<void> {
  await keepFiles(files);
  await Promise.all(pages.map(keepPage));
  await dropFiles((path) => path.startsWith('/data/') && isOtherRelease(path, files));
}

/** Data of another release than the one that is kept now. */
function isOtherRelease(path: string, files: readonly string[]): boolean {
  const folder = files[0]?.split('/').slice(0, 3).join('/');
  return folder !== undefined && !path.startsWith(folder);
}

async function dropFiles(isOld: (path: string) => boolean): Promise<void> {
  const cache = await caches.open(FILES);
  for (const request of await cache.keys()) {
    if (isOld(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function answerFile(request: Request): Promise<Response> {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, ANY_READER);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200) await cache.put(request, response.clone());
  return response;
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PAGE_PATIENCE_MS));
}

async function answerPage(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(withoutQuery(request), ANY_READER);
  const fetched = fetch(request).then(async (response) => {
    // Only pages that are kept anyway are renewed: the whole site would be too much.
    if (response.ok && kept !== undefined) await cache.put(withoutQuery(request), response.clone());
    return response;
  });
  const fallback = kept ?? (await regionOnMap(request));
  if (fallback === undefined) return fetched;
  const first = await Promise.race([fetched.catch(() => undefined), afterPatience()]);
  return first ?? fallback;
}

/** Address that a page is kept by; a file server adds a slash to those that are folders for it. */
const withoutQuery = (request: Request): string =>
  new URL(request.url).pathname.replace(/^(\/\w+\/.+)\/$/, '$1');

/** Without a network a region's page is the map page with its card open: it has the same answer. */
async function regionOnMap(request: Request): Promise<Response | undefined> {
  const match = /^\/(ru|en|zh)\/regions\/(RU-[A-Z]{2,3})$/.exec(withoutQuery(request));
  if (match === null) return undefined;
  const map = `/${match[1]}/`;
  const isKept = await (await caches.open(PAGES)).match(map, ANY_READER);
  return isKept && Response.redirect(`${map}?region=${match[2]}`);
}

worker.addEventListener('install', (event) => event.waitUntil(keepFiles(ASSETS)));

worker.addEventListener('activate', (event) => {
  const dropOld = dropFiles((path) => path.startsWith('/assets/') && !ASSETS.includes(path));
  event.waitUntil(Promise.all([dropOld, worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
  const { keep, replace }: { keep?: OfflinePlan; replace?: boolean } = event.data;
  if (keep !== undefined) event.waitUntil(keepPlan(keep));
  if (replace) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (isKeptFile(url.pathname)) event.respondWith(answerFile(request));
  else if (request.mode === 'navigate') event.respondWith(answerPage(request));
});
