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
