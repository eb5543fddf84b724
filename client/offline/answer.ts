import { ANY_READER, FILES, isOfItsType, isOwnPage, isWhole, PAGES, type Sums } from './kept.ts';
import { offlinePage } from './offline-page.ts';

/** A page that takes longer than this comes from the cache, if it is there: a filtered line may never answer. */
const PAGE_PATIENCE_MS = 4000;

/** A file as it is kept, else as it comes; its address names its content. What is kept and no such file is dropped. */
export async function answerFile(request: Request, sums: Sums): Promise<Response> {
  const { pathname } = new URL(request.url);
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, ANY_READER);
  if (kept !== undefined) {
    if (isOfItsType(pathname, kept)) return kept;
    await cache.delete(request, ANY_READER);
  }
  const response = await fetch(request, kept === undefined ? {} : { cache: 'reload' });
  if (await isWhole(pathname, response, sums)) await cache.put(request, response.clone());
  return response;
}

/**
 * A page as the server has it; as it is kept where the server does not answer, is in trouble, or takes too long. Without
 * either, what is kept instead is offered.
 */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const fetched = fetch(event.request);
  const answered = fetched.then(
    (response) => (isRefused(response) ? undefined : response),
    () => undefined,
  );
  const { search } = new URL(event.request.url);
  const address = keptAddress(event.request);
  const cache = await caches.open(PAGES);
  const kept = await cache.match(address, ANY_READER);
  const fallback = kept ?? (await regionOnMap(address));
  if (fallback === undefined) return fetched.catch(() => offlinePage(address));
  const first = await Promise.race([answered, afterPatience()]);
  if (first === undefined) return fallback;
  // Only pages that are kept anyway are renewed: the whole site would be too much. An answer to a search or with a card
  // opened is not the page that others ask for by its plain address.
  if (kept !== undefined && search === '') event.waitUntil(renew(cache, address, first.clone()));
  return first;
}

/** A server in trouble, or one that has enough of an address that many readers share. */
function isRefused({ status }: Response): boolean {
  return status >= 500 || status === 429;
}

async function renew(cache: Cache, address: string, response: Response): Promise<void> {
  if (await isOwnPage(response)) await cache.put(address, response);
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PAGE_PATIENCE_MS));
}

/** Address that a page is kept by; a file server adds a slash to those that are folders for it. */
const keptAddress = (request: Request): string =>
  new URL(request.url).pathname.replace(/^(\/\w+\/.+)\/$/, '$1');

/** Without a network a region's page is the map page with its card open: it has the same answer. */
async function regionOnMap(address: string): Promise<Response | undefined> {
  const match = /^\/(ru|en|zh)\/regions\/(RU-[A-Z]{2,3})$/.exec(address);
  if (match === null) return undefined;
  const map = `/${match[1]}/`;
  const isKept = await (await caches.open(PAGES)).match(map, ANY_READER);
  return isKept && Response.redirect(`${map}?region=${match[2]}`);
}
