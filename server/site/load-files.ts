import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { DATA_FILES, renderRobots, renderSitemap } from '../../client/server-entry.tsx';
import type { DownloadEntry } from '../../data/core/schema/release.ts';
import {
  type CommonHeaders,
  cacheControl,
  type Lifetime,
  SERVICE_WORKER_POLICY,
} from '../middleware/answer.ts';
import { type PreparedAnswer, prepareAnswer, withFields } from '../middleware/send-answer.ts';
import { createFileStore, type FileStore, type StoredBytes } from '../middleware/stored-bytes.ts';
import { CSV_OFFER } from '../route.ts';
import type { Service } from '../service.ts';

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

/**
 * Media types of the files that no list describes, by extension. The framework's table (`hono/utils/mime`) lacks GeoJSON, TopoJSON and
 * Markdown, and takes `.ts` for a film.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  // TypeScript has no registered type; as text a browser shows it.
  '.ts': 'text/plain',
  '.topojson': 'application/json',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Media type of a file by its name, with its parameters; unknown ones are bytes. */
export function mediaTypeOf(name: string): string {
  return withParameters(TYPES[extname(name)] ?? 'application/octet-stream');
}

/** A media type as it is sent: every text is in UTF-8, and the first row of a table names its columns. */
function withParameters(mediaType: string): string {
  if (CSV_OFFER.type.startsWith(`${mediaType};`)) return CSV_OFFER.type;
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

/** Files made smaller ahead of time stand beside the file they belong to. */
const CODED_ENDINGS = { '.br': 'br', '.gz': 'gzip' } as const;

/**
 * Reads a folder into answers by address, once: what is served is what was there at the start, and no request
 * names a path on the disk. A folder that is not there gives no files. Files and folders whose name starts with a dot stay out.
 */
export async function loadFiles(
  folder: string,
  options: {
    address: string;
    lifetime: (name: string) => Lifetime;
    headers: CommonHeaders;
    include?: (name: string) => boolean;
    /** Media types without parameters, by name, of the files that a list describes. */
    mediaTypes?: ReadonlyMap<string, string>;
    /** Where files stay until somebody wants them; all are read into memory where absent. */
    store?: FileStore;
  },
): Promise<Map<string, PreparedAnswer>> {
  const answers = new Map<string, PreparedAnswer>();
  const names = (await listFiles(folder)).filter((name) => options.include?.(name) ?? true);
  const take = (name: string): Promise<Uint8Array | StoredBytes> => {
    const path = join(folder, name);
    return options.store === undefined ? readFile(path) : options.store.take(path);
  };
  const coded = names.filter((name) => endingOf(name) !== undefined);
  for (const name of names) {
    if (endingOf(name) !== undefined) continue;
    const listedType = options.mediaTypes?.get(name);
    const answer = prepareAnswer(
      {
        status: 200,
        type: listedType === undefined ? mediaTypeOf(name) : withParameters(listedType),
        body: await take(name),
        lifetime: options.lifetime(name),
        ranges: true,
      },
      options.headers,
    );
    for (const [ending, coding] of Object.entries(CODED_ENDINGS)) {
      if (coded.includes(`${name}${ending}`)) {
        answer.body.add(coding, await take(`${name}${ending}`));
      }
    }
    answers.set(`${options.address}/${name.split(sep).join('/')}`, answer);
  }
  return answers;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((name) => name.split(sep).every((segment) => !segment.startsWith('.')))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function endingOf(name: string): string | undefined {
  return Object.keys(CODED_ENDINGS).find((ending) => name.endsWith(ending));
}

/** Text of a file, `undefined` where there is none; any other error is thrown, so that a file without rights is noticed. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
