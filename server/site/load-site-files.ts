import { join } from 'node:path';
import { renderRobots, renderSitemap } from '../../client/server-entry.tsx';
import type { Dataset } from '../../data/schema/dataset.ts';
import { type PreparedAnswer, prepareAnswer, withFields } from '../http/respond.ts';
import {
  cacheControl,
  SERVICE_WORKER_POLICY,
  type StandingHeaders,
} from '../http/standing-headers.ts';
import { loadFiles } from './load-files.ts';
import { mediaTypeOf } from './media-type.ts';
import { readDownloadIndex } from './read-download-index.ts';

/** Every address that is a file: built browser files, data for scripts, downloads, pictures, types, what crawlers ask for. */
export async function loadSiteFiles(
  root: string,
  dataset: Dataset,
  options: { standing: StandingHeaders; origin?: string | undefined },
): Promise<ReadonlyMap<string, PreparedAnswer>> {
  const { standing, origin } = options;
  const dist = join(root, 'data/dist');
  const [assets, data, downloads, pictures, types] = await Promise.all([
    loadBrowserFiles(join(root, 'client/dist'), standing),
    loadFiles(dist, {
      address: `/data/${dataset.hash.slice(0, 16)}`,
      keeping: () => 'immutable',
      // The full outlines are a download; scripts take the TopoJSON, a sixth of the bytes.
      include: (name) =>
        !name.startsWith('regions.full.') &&
        !name.includes('/') &&
        /\.(json|topojson|geojson)(\.br|\.gz)?$/.test(name),
      standing,
    }),
    loadDownloads(join(dist, 'downloads'), standing),
    loadFiles(join(root, 'build/pictures'), {
      address: '/og',
      keeping: () => 'revalidate',
      include: (name) => name.endsWith('.png'),
      standing,
    }),
    loadFiles(join(root, 'build/types'), {
      address: '/types',
      keeping: () => 'revalidate',
      include: (name) => name.endsWith('.d.ts'),
      standing,
    }),
  ]);
  const crawlers = new Map([['/robots.txt', renderRobots(origin || undefined)]]);
  // A sitemap has whole addresses only (sitemaps.org, "XML tag definitions": loc).
  if (origin) crawlers.set('/sitemap.xml', renderSitemap(dataset, origin));
  const forCrawlers = [...crawlers].map(
    ([address, body]) =>
      [
        address,
        prepareAnswer({ status: 200, type: mediaTypeOf(address), body, keeping: 'day' }, standing),
      ] as const,
  );
  return new Map([...assets, ...data, ...downloads, ...pictures, ...types, ...forCrawlers]);
}

/** Address of the one built file that has no hash in its name: a service worker is found again by its address. */
const SERVICE_WORKER = '/service-worker.js';

/** Built scripts and styles. The service worker is asked for anew each time and may fetch what it keeps. */
async function loadBrowserFiles(
  folder: string,
  standing: StandingHeaders,
): Promise<Map<string, PreparedAnswer>> {
  const files = await loadFiles(folder, { address: '', keeping: () => 'immutable', standing });
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
  standing: StandingHeaders,
): Promise<Map<string, PreparedAnswer>> {
  const files = await loadFiles(folder, {
    address: '/downloads',
    keeping: () => 'revalidate',
    standing,
  });
  for (const { name, hashedName } of await readDownloadIndex(folder)) {
    const file = files.get(`/downloads/${name}`);
    if (file === undefined) continue;
    const changed = { 'cache-control': cacheControl('immutable') };
    files.set(`/downloads/${hashedName}`, withFields(file, changed));
  }
  return files;
}
