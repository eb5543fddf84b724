import type { OfflinePlan } from './offline-plan.ts';

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

/** Sums of the built files, by address: SHA-256 in base64. The build writes them (`client/vite.config.ts`). */
export type Sums = Readonly<Record<string, string>>;

/** Media types that a file of an ending may come as. */
const TYPES: Readonly<Record<string, RegExp>> = {
  css: /^text\/css\b/,
  js: /^(?:text|application)\/javascript\b/,
  json: /^application\/json\b/,
  mjs: /^(?:text|application)\/javascript\b/,
  // A plain file server does not know this ending; that it is JSON is read from what comes.
  topojson: /^application\/(?:json|octet-stream)\b/,
};

/**
 * Whether a response is the file that was asked for. On a line that needs a login first, any address may answer with
 * another page and the status 200; once kept, it would be served for the file ever after.
 */
export async function isWhole(address: string, response: Response, sums: Sums): Promise<boolean> {
  if (response.status !== 200 || !isOfItsType(address, response)) return false;
  const bytes = await response.clone().arrayBuffer();
  const sum = sums[address];
  if (sum !== undefined) return sum === (await sumOf(bytes));
  return !/json$/.test(address) || isJson(bytes);
}

/** Whether a response comes as a file of this address does: what needs no reading of it. */
export function isOfItsType(address: string, { headers }: Response): boolean {
  const ending = address.slice(address.lastIndexOf('.') + 1);
  return TYPES[ending]?.test(headers.get('content-type') ?? '') ?? true;
}

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function isJson(bytes: ArrayBuffer): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** What each page of ours says of itself (`client/components/document.tsx`). */
const GENERATOR = 'name="generator" content="Family eSIM Map"';

/** Whether a response is a page of ours. */
export async function isOwnPage(response: Response): Promise<boolean> {
  if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) {
    return false;
  }
  return (await response.clone().text()).includes(GENERATOR);
}

/** Fetches the files that are not kept yet, each anew where what is kept or what comes is not the file. */
export async function keepFiles(addresses: readonly string[], sums: Sums): Promise<void> {
  const cache = await caches.open(FILES);
  await Promise.all(
    addresses.map(async (address) => {
      const kept = await cache.match(address, ANY_READER);
      if (kept !== undefined && (await isWhole(address, kept, sums))) return;
      await cache.put(address, await fetchWhole(address, sums));
    }),
  );
}

/** A file that is what was asked for; past the browser's own cache where what lies there is not. */
async function fetchWhole(address: string, sums: Sums): Promise<Response> {
  for (const cache of ['default', 'reload'] as const) {
    const response = await fetch(address, { cache });
    if (await isWhole(address, response, sums)) return response;
  }
  throw new Error(`${address} is answered with something else`);
}

/** A file server may lead `/ru/check` to `/ru/check/`; a page that was led on may not answer a navigation later. */
async function fetchPage(address: string): Promise<{ address: string; response: Response }> {
  const response = await fetch(address);
  if (!(await isOwnPage(response))) throw new Error(`${address} is answered with something else`);
  if (!response.redirected) return { address, response };
  const { status, headers } = response;
  return { address, response: new Response(await response.blob(), { status, headers }) };
}

/**
 * Keeps what a page asks for, and of pages and data nothing else: the same plan in another language, or of an older
 * release, would answer with what no longer fits. A page that was itself a kept one asks for the release that it is of;
 * where the server has another by now, all stays as it is until the reader sees a page of that.
 */
export async function keepPlan(
  { pages, files, folder, datasetHash }: OfflinePlan,
  sums: Sums,
): Promise<void> {
  const fetched = await Promise.all(pages.map(fetchPage));
  const map = await fetched[0]?.response.clone().text();
  if (!map?.includes(datasetHash)) return;
  await keepFiles(files, sums);
  const cache = await caches.open(PAGES);
  await Promise.all(fetched.map(({ address, response }) => cache.put(address, response)));
  await dropFrom(PAGES, (path) => !pages.includes(path));
  await dropFrom(FILES, (path) => path.startsWith('/data/') && !path.startsWith(folder));
}
