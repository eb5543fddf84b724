import { ANY_READER, dropFrom, FILES, isOwnPage, isWhole, PAGES, type Sums } from './kept.ts';
import type { OfflinePlan } from './offline-plan.ts';

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
