import { join } from 'node:path';
import { DATA_FILES, renderRobots, renderSitemap } from '../../client/server-entry.tsx';
import type { DownloadEntry } from '../../data/core/schema/release.ts';
import { type CommonHeaders, cacheControl, SERVICE_WORKER_POLICY } from '../middleware/answer.ts';
import { type PreparedAnswer, prepareAnswer, withFields } from '../middleware/send-answer.ts';
import { createFileStore, type FileStore } from '../middleware/stored-bytes.ts';
import type { Service } from '../service.ts';
import { loadFiles, mediaTypeOf } from './load-files.ts';

/** Every address that is a file: built browser files, data for scripts, downloads, pictures, types, what crawlers ask for. */
export async function loadSiteFiles(
  root: string,
  { dataset, downloads: listed }: Pick<Service, 'dataset' | 'downloads'>,
  options: { headers: CommonHeaders; origin?: string | undefined; llmsText: string },
): Promise<ReadonlyMap<string, PreparedAnswer>> {
  const { headers, origin, llmsText } = options;
  const dist = join(root, 'data/dist');
  const store = createFileStore();
  const [assets, data, downloads, pictures, types] = await Promise.all([
    loadBrowserFiles(join(root, 'client/dist'), headers),
    loadFiles(dist, {
      store,
      address: `/data/${dataset.hash.slice(0, 16)}`,
      lifetime: () => 'immutable',
      // The hash in the address covers what these hold; other files of the folder depend on code or releases, too.
      include: (name) => DATA_FILES.some((file) => file === name.replace(/\.(br|gz)$/, '')),
      headers,
    }),
    loadDownloads(join(dist, 'downloads'), listed, { headers, store }),
    loadFiles(join(root, 'build/pictures'), {
      store,
      address: '/og',
      lifetime: () => 'revalidate',
      include: (name) => name.endsWith('.png'),
      headers,
    }),
    loadFiles(join(root, 'build/types'), {
      address: '/types',
      lifetime: () => 'revalidate',
      include: (name) => name.endsWith('.d.ts'),
      headers,
    }),
  ]);
  const crawlers = new Map([
    ['/robots.txt', renderRobots(origin || undefined)],
    ['/llms.txt', llmsText],
  ]);
  // A sitemap has whole addresses only (sitemaps.org, "XML tag definitions": loc).
  if (origin) crawlers.set('/sitemap.xml', renderSitemap(dataset, origin));
  const forCrawlers = [...crawlers].map(
    ([address, body]) =>
      [
        address,
        prepareAnswer({ status: 200, type: mediaTypeOf(address), body, lifetime: 'day' }, headers),
      ] as const,
  );
  return new Map([...assets, ...data, ...downloads, ...pictures, ...types, ...forCrawlers]);
}

/** Address of the one built file that has no hash in its name: a service worker is found again by its address. */
const SERVICE_WORKER = '/service-worker.js';

/** Built scripts and styles. The service worker is asked for anew each time and may fetch what it keeps. */
async function loadBrowserFiles(
  folder: string,
  headers: CommonHeaders,
): Promise<Map<string, PreparedAnswer>> {
  const files = await loadFiles(folder, {
    // Not that of the downloads, which would push out what each page needs.
    store: createFileStore(),
    address: '',
    lifetime: () => 'immutable',
    headers,
  });
  const worker = files.get(SERVICE_WORKER);
  if (worker !== undefined) {
    const changed = {
      'cache-control': cacheControl('revalidate'),
      'content-security-policy': SERVICE_WORKER_POLICY,
    };
    files.set(SERVICE_WORKER, withFields(worker, changed));
  }
  return files;
}

/** Downloads under their stable names and, to be kept for ever, under those that hold the hash of the content. */
async function loadDownloads(
  folder: string,
  listed: readonly DownloadEntry[],
  options: { headers: CommonHeaders; store: FileStore },
): Promise<Map<string, PreparedAnswer>> {
  const files = await loadFiles(folder, {
    address: '/downloads',
    lifetime: () => 'revalidate',
    mediaTypes: new Map(listed.map(({ name, mediaType }) => [name, mediaType])),
    ...options,
  });
  for (const { name, hashedName } of listed) {
    const file = files.get(`/downloads/${name}`);
    if (file === undefined) continue;
    const changed = { 'cache-control': cacheControl('immutable') };
    files.set(`/downloads/${hashedName}`, withFields(file, changed));
  }
  return files;
}
