import { LANGUAGES } from '../../data/core/schema/localized-text.ts';
import { API_ROOT } from '../links.ts';

/** Endings of the representations of the API that are not JSON, by the value of `f`. */
const ENDINGS: Readonly<Record<string, string>> = {
  html: '.html',
  csv: '.csv',
  txt: '.txt',
  'openapi3.1': '.openapi3.1.json',
  jsonld: '.jsonld',
  yaml: '.yaml',
};

/** Parameters that say how much is shown: the export holds everything, on one page. */
const PAGING = ['limit', 'offset'];

/** Pages live below their language and have no ending; everything else outside the API is a file. */
const PAGE = new RegExp(`^/(${LANGUAGES.join('|')})(/[^.]*)?$`);

/**
 * Path of the file that answers an address of the service, `ru/regions/RU-MOW/index.html`. A file system knows no
 * query, so a question mark becomes a slash: `/api/v1/eligibility?region=RU-MOW` is `api/v1/eligibility/region=RU-MOW`.
 * JSON of the API keeps its address, or is the `index.json` of it where other addresses lie below.
 *
 * @param isFolder whether other addresses lie below a path
 */
export function staticPath(address: string, isFolder: (path: string) => boolean): string {
  const { path, f } = splitAddress(address);
  const bare = path.replace(/^\/|\/$/g, '');
  if (path !== API_ROOT && !path.startsWith(`${API_ROOT}/`)) {
    if (bare === '') return 'index.html';
    return PAGE.test(path) ? `${bare}/index.html` : bare;
  }
  const ending = f === undefined ? undefined : ENDINGS[f];
  if (ending !== undefined) return `${bare}${ending}`;
  return isFolder(path) ? `${bare}/index.json` : bare;
}

/** Path of an address with its query as the last segment, and the representation that it asks for. */
function splitAddress(address: string): { path: string; f: string | undefined } {
  const [path = '', query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  const f = parameters.get('f') ?? undefined;
  for (const name of ['f', ...PAGING]) parameters.delete(name);
  const question = parameters.toString();
  const stem = path.length > 1 ? path.replace(/\/$/, '') : path;
  return { path: question === '' ? stem : `${stem}/${question}`, f };
}

/** Tells which paths have others below them, out of all addresses. */
export function findFolders(addresses: readonly string[]): (path: string) => boolean {
  const folders = new Set<string>();
  for (const address of addresses) {
    const { path } = splitAddress(address);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      folders.add(path.slice(0, end));
    }
  }
  return (path) => folders.has(path);
}

/** Members and attributes that hold an address of the API, up to its end. */
const LINK = new RegExp(
  `("href":"|href="|data-source=")(https?://[^/"]+)?(${API_ROOT}(?:[/?][^"#]*)?)"`,
  'g',
);

/**
 * Lets links to the API lead to files: `…/items?f=csv` to `…/items.csv`. What has no file keeps its address; a page
 * keeps folders, so that a reader lands on what the host shows there.
 *
 * @param text HTML or JSON
 * @param files paths of all files of the export
 */
export function rewriteLinks(
  text: string,
  files: ReadonlySet<string>,
  isFolder: (path: string) => boolean,
): string {
  return text.replaceAll(LINK, (whole, start: string, origin = '', escaped: string) => {
    const address = escaped.replaceAll('&amp;', '&');
    const { path } = splitAddress(address);
    const found = [staticPath(address, isFolder), staticPath(path, isFolder)].find((each) =>
      files.has(each),
    );
    if (found === undefined) return whole;
    const encoded = start.endsWith(':"') ? found : found.replaceAll('&', '&amp;');
    return `${start}${origin}/${encoded}"`;
  });
}

/** A file of the export with the header fields that the service would send with it. */
export interface ServedFile {
  path: string;
  headers: Readonly<Record<string, string>>;
}

interface Folder {
  files: Map<string, string>;
  folders: Map<string, Folder>;
}

/** Fields that differ from file to file; all others are the same everywhere. */
const VARYING = ['content-type', 'content-security-policy', 'cache-control'];
/** Fields that belong to one transfer or that a host makes itself. */
const LEFT_TO_HOST = [
  'content-length',
  'etag',
  'vary',
  'accept-ranges',
  'link',
  'location',
  'content-language',
];

/**
 * Text of a `_headers` file as Netlify and Cloudflare Pages read it: one rule for what all answers share, then one
 * per folder whose files agree, else one per file. No two rules give a file the same field, because hosts would join
 * the values.
 */
export function headerRules(files: readonly ServedFile[]): string {
  const shared = sharedFields(files);
  const root: Folder = { files: new Map(), folders: new Map() };
  for (const { path, headers } of files) place(root, path, ownFields(path, headers));
  const rules = rulesOf(root, '/').filter(([, fields]) => fields !== '');
  return [['/*', shared] as const, ...rules]
    .map(([pattern, fields]) => `${pattern}\n${fields}`)
    .join('\n');
}

function sharedFields(files: readonly ServedFile[]): string {
  const [first] = files;
  return writeFields(
    Object.entries(first?.headers ?? {}).filter(
      ([name]) => !VARYING.includes(name) && !LEFT_TO_HOST.includes(name),
    ),
  );
}

/**
 * A type is stated only where no ending tells it, a policy only for documents that a browser runs, a life span only
 * where it is for ever: hosts read a hundred rules, no more.
 */
function ownFields(path: string, headers: ServedFile['headers']): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isTypeless = !name.includes('.') || name === 'index.json';
  const isDocument = /html|svg/.test(headers['content-type'] ?? '');
  return writeFields(
    VARYING.flatMap((field): [string, string][] => {
      const value = headers[field];
      if (value === undefined) return [];
      if (field === 'content-type' && !isTypeless) return [];
      if (field === 'content-security-policy' && !isDocument) return [];
      if (field === 'cache-control' && !value.includes('immutable')) return [];
      return [[field, value]];
    }),
  );
}

function writeFields(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name, value]) => `  ${name}: ${value}\n`).join('');
}

function place(root: Folder, path: string, fields: string): void {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  let folder = root;
  for (const segment of segments) {
    const next = folder.folders.get(segment) ?? { files: new Map(), folders: new Map() };
    folder.folders.set(segment, next);
    folder = next;
  }
  // The page of a folder is asked for by the folder's address.
  folder.files.set(name === 'index.html' ? '' : name, fields);
}

function rulesOf(folder: Folder, path: string): [string, string][] {
  const all = allFields(folder);
  const [fields = '', ...others] = [...all].filter((each) => each !== '');
  // A policy does no harm to a file that needs none; a type does.
  const fitsAll =
    others.length === 0 && (all.size === 1 || !/content-type|cache-control/.test(fields));
  if (fitsAll && path !== '/') return [[`${path}*`, fields]];
  return [
    ...[...folder.files].map(([name, fields]): [string, string] => [`${path}${name}`, fields]),
    ...[...folder.folders].flatMap(([name, inner]) => rulesOf(inner, `${path}${name}/`)),
  ];
}

function allFields({ files, folders }: Folder): Set<string> {
  return new Set([
    ...files.values(),
    ...[...folders.values()].flatMap((inner) => [...allFields(inner)]),
  ]);
}
