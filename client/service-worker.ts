import { OFFLINE_WORDS } from './i18n/offline-words.ts';
import {
  ANY_READER,
  dropFrom,
  FILES,
  isOfItsType,
  isOwnPage,
  isWhole,
  keepFiles,
  keepPlan,
  PAGES,
  type Sums,
} from './offline/kept.ts';
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
  if (isKeptFile(url.pathname)) event.respondWith(answerFile(request));
  else if (request.mode === 'navigate') event.respondWith(answerPage(event));
});

/** A page that takes longer than this comes from the cache, if it is there: a filtered line may never answer. */
const PAGE_TIMEOUT_MS = 4000;

/** A file as it is kept, else as it comes; its address names its content. What is kept and no such file is dropped. */
async function answerFile(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, ANY_READER);
  if (kept !== undefined) {
    if (isOfItsType(pathname, kept)) return kept;
    await cache.delete(request, ANY_READER);
  }
  const response = await fetch(request, kept === undefined ? {} : { cache: 'reload' });
  if (await isWhole(pathname, response, ASSETS)) await cache.put(request, response.clone());
  return response;
}

/**
 * A page as the server has it; as it is kept where the server does not answer, is in trouble, or takes too long. Without
 * either, what is kept instead is offered.
 */
async function answerPage(event: FetchEvent): Promise<Response> {
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
  const first = await Promise.race([answered, afterTimeout()]);
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

function afterTimeout(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PAGE_TIMEOUT_MS));
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

/** A page that is kept: its address and its title as it stands in the HTML, without the name of the site. */
interface KeptPage {
  path: string;
  title: string;
}

type Language = keyof typeof OFFLINE_WORDS;

const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(OFFLINE_WORDS, code);

/** Language of an address below the site; Russian where it names none. */
function languageIn(path: string): Language {
  const [, code] = path.split('/');
  return isLanguage(code) ? code : 'ru';
}

/** An address without its language. */
function below(path: string): string {
  const [, code] = path.split('/');
  return isLanguage(code) ? path.slice(code.length + 1) : path;
}

async function keptPages(): Promise<KeptPage[]> {
  const cache = await caches.open(PAGES);
  const requests = await cache.keys();
  return Promise.all(
    requests.map(async (request) => {
      const path = new URL(request.url).pathname;
      const html = (await (await cache.match(request, ANY_READER))?.text()) ?? '';
      return { path, title: /<title>([^<]*?)(?: · [^<·]*)?<\/title>/.exec(html)?.[1] ?? path };
    }),
  );
}

const linkTo = ({ path, title }: KeptPage): string => {
  const language = languageIn(path);
  const address = encodeURI(path);
  return `<li><a href="${address}" lang="${language}" hreflang="${language}">${title}</a></li>`;
};

/**
 * A page in the place of one that is neither kept nor to be had: what is kept instead, the same page in another language
 * first. It needs no file, since none may be there.
 */
async function offlinePage(address: string): Promise<Response> {
  const language = languageIn(address);
  const words = OFFLINE_WORDS[language];
  const kept = await keptPages();
  const same = kept.filter(({ path }) => below(path) === below(address));
  const others = kept.filter((page) => !same.includes(page));
  const part = (heading: string, pages: readonly KeptPage[]): string =>
    pages.length === 0 ? '' : `<p>${heading}</p><ul>${pages.map(linkTo).join('')}</ul>`;
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}li{padding:.5rem 0}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
${part(words.sameIn, same)}${part(words.text, others)}${kept.length === 0 ? `<p>${words.nothing}</p>` : ''}
<p><a href="">${words.again}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
