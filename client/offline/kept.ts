/** Caches of the service worker: pages by their address, files by the content that their address names. */
export const PAGES = 'pages';
export const FILES = 'files';

/** What is kept answers every reader alike: language stands in the address, coding was undone by the browser. */
export const ANY_READER: CacheQueryOptions = { ignoreVary: true };

/** Drops what a cache holds at paths that are no longer wanted. */
export async function dropFrom(name: string, isOld: (path: string) => boolean): Promise<void> {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (isOld(new URL(request.url).pathname)) await cache.delete(request);
  }
}
