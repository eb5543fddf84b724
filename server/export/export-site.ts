import { listPageFiles, listPages, redirectPage } from '../../client/server-entry.tsx';
import { namesIn, type PutFile, replaceFolder } from '../../data/tools/files/replace.ts';
import { addressOf } from '../links.ts';
import type { LoadedApp } from '../load-app.ts';
import type { RouteDocument } from '../route.ts';
import {
  findFolders,
  headerRules,
  rewriteLinks,
  type ServedFile,
  staticPath,
} from './static-host.ts';

/** Page that hosts show for an address without a file. */
const NOT_FOUND_PAGE = '/404.html';
/** Any host will do: the answers name the configured origin or none. */
const REQUEST_ORIGIN = 'http://export.invalid';

/** What an export consists of besides its files. */
interface ExportReport {
  files: number;
  bytes: number;
  /** Addresses that gave no answer, each as a sentence. */
  problems: string[];
}

/**
 * Asks the service for every address that it has and hands each answer over as a file; rules for hosts
 * (`_headers`, `_redirects`) come last. Nothing is written twice: what the service answers is what is exported.
 */
export async function exportSite(
  loaded: LoadedApp,
  write: (path: string, content: Uint8Array) => Promise<void>,
): Promise<ExportReport> {
  const addresses = siteAddresses(loaded);
  const isFolder = findFolders(addresses);
  const paths = new Set(addresses.map((address) => staticPath(address, isFolder)));
  const served: ServedFile[] = [];
  const report: ExportReport = { files: 0, bytes: 0, problems: [] };

  const put = async (path: string, content: Uint8Array): Promise<void> => {
    await write(path, content);
    report.files += 1;
    report.bytes += content.byteLength;
  };
  for (const address of addresses) {
    const response = await loaded.app.request(`${REQUEST_ORIGIN}${address}`);
    const wanted = address === NOT_FOUND_PAGE ? 404 : address === '/' ? 302 : 200;
    if (response.status !== wanted) {
      report.problems.push(`${address} answers ${response.status}, expected ${wanted}`);
      continue;
    }
    const path = staticPath(address, isFolder);
    served.push({ path, headers: Object.fromEntries(response.headers) });
    await put(path, await contentOf(response, (text) => rewriteLinks(text, paths, isFolder)));
  }
  await put('_headers', Buffer.from(headerRules(served)));
  await put('_redirects', Buffer.from(redirects(paths)));
  return report;
}

function siteAddresses(loaded: LoadedApp): string[] {
  return [
    '/',
    NOT_FOUND_PAGE,
    ...listPages(loaded.service.dataset),
    ...listPageFiles(loaded.service.dataset),
    ...apiAddresses(loaded),
    ...loaded.site.files.keys(),
  ];
}

/** Text with links gets them rewritten; downloads and built files stay as they are. */
async function contentOf(
  response: Response,
  rewrite: (text: string) => string,
): Promise<Uint8Array> {
  const location = response.headers.get('location');
  if (location !== null) return Buffer.from(redirectPage(location));
  const bytes = Buffer.from(await response.arrayBuffer());
  const isFile = response.headers.has('accept-ranges');
  const type = response.headers.get('content-type') ?? '';
  return isFile || !/html|json/.test(type) ? bytes : Buffer.from(rewrite(bytes.toString('utf8')));
}

/** Lets hosts that read it answer a folder of the API with its JSON, as the service does. */
function redirects(paths: ReadonlySet<string>): string {
  return [...paths]
    .filter((path) => path.endsWith('/index.json'))
    .map((path) => `/${path.slice(0, -'/index.json'.length)} /${path} 200\n`)
    .join('');
}

/** Stands in every export, so that no other folder is ever taken for one. */
const MARKER = '.family-esim-map-export';

/**
 * Writes an export into a folder in one step. Nobody's other files are deleted: a folder is replaced only when it is
 * empty or was written by this function.
 *
 * @throws Error for a folder that holds anything else, before `fill` is asked for anything.
 */
export async function replaceExport<T>(
  folder: string,
  fill: (put: PutFile) => Promise<T>,
): Promise<T> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new Error(`${folder} holds something else than an export: name another folder`);
  }
  return replaceFolder(folder, async (put) => {
    await put(MARKER, '');
    return fill(put);
  });
}

/** Questions with an unbounded number of answers; the downloads hold what they are answered from. */
export const NOT_EXPORTED: readonly string[] = ['/locate', '/places', '/numbering/{prefix}'];

/** Paths of a single feature, operator or source. */
const ONE_OF_MANY = /\{(?:feature|operator|source)Id\}/;

/**
 * Addresses of the read API: every `GET` route in every representation, with each id that its path can hold. One of many is
 * there as JSON only: 7,000 features twice would fill a host's limit on files, and a second type its limit on rules.
 */
function apiAddresses({ routes, service, collections }: LoadedApp): string[] {
  const { dataset, consumerOperators } = service;
  const ids: Readonly<Record<string, readonly string[]>> = {
    operatorId: dataset.operators.map(({ id }) => id),
    sourceId: dataset.sources.map(({ id }) => id),
    collectionId: collections.map(({ id }) => id),
  };

  const pathsOf = (path: string): string[] => {
    const collection = collections.find(({ id }) => path.startsWith(`/collections/${id}/items`));
    if (collection !== undefined) {
      const featureIds = [...collection.on(service.today()).byId.keys()];
      if (path.includes('{featureId}'))
        return featureIds.map((id) => path.replace('{featureId}', id));
      return [`${path}?limit=${collection.limits.largest}`];
    }
    const [, name] = /\{(\w+)\}/.exec(path) ?? [];
    if (name === undefined) return [path];
    return (ids[name] ?? []).map((id) => path.replace(`{${name}}`, id));
  };

  const questions = dataset.regions.flatMap(({ id: region }) => [
    `/eligibility?region=${region}`,
    ...consumerOperators.map(({ id }) => `/eligibility?region=${region}&operator=${id}`),
  ]);
  const answered = routes
    .filter(({ document }) => isReadable(document))
    .flatMap(({ document, offers }) =>
      pathsOf(document.path)
        .map(addressOf)
        .flatMap((path) =>
          offers
            .filter((_, index) => index === 0 || !ONE_OF_MANY.test(document.path))
            .map(({ f }, index) => (index === 0 ? path : withParameter(path, `f=${f}`))),
        ),
    );
  return [...answered, ...questions.map(addressOf)];
}

/** Routes whose answers are found by enumeration; eligibility is asked for region by region. */
function isReadable({ method, path }: RouteDocument): boolean {
  return method === 'get' && path !== '/eligibility' && !NOT_EXPORTED.includes(path);
}

function withParameter(path: string, parameter: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameter}`;
}
