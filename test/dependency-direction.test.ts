import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Folders of `data` that make its files, run in Node alone and are no part of the service. */
const TOOLS = ['build', 'lint', 'import', 'boundaries', 'maintain'];
/** Folders of `data` that run in Node alone and that the server may use: they read and write files. */
const FILE_ACCESS = ['dist-reader', 'files'];
const NODE_ONLY = [...TOOLS, ...FILE_ACCESS];
/** Folders that the pure part of `data` consists of, each with the other folders of `data` that it may use. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  eligibility: ['schema'],
  geo: ['schema'],
  search: ['schema', 'geo'],
  history: ['schema', 'eligibility'],
  'numbering-lookup': ['schema'],
  features: ['schema', 'eligibility', 'geo'],
  formats: ['schema', 'features'],
};
/** Configuration of the bundler: it runs in Node and is no part of the page. */
const BUNDLER_FILES = ['client/vite.config.ts'];

interface Import {
  from: string;
  /** A package name, or a path from the root for a relative import. */
  to: string;
}

/** Why an import breaks the direction of dependencies; `undefined` when it is fine. */
function breach({ from, to }: Import): string | undefined {
  const [top = '', folder = ''] = from.split('/');
  const [toTop = '', toFolder = ''] = to.split('/');
  if (to === 'maplibre-gl' || to.startsWith('maplibre-gl/')) {
    return from.startsWith('client/map/') ? undefined : 'maplibre-gl belongs to client/map';
  }
  if (to === 'hono' || to.startsWith('hono/') || to.startsWith('@hono/')) {
    return top === 'server' ? undefined : 'hono belongs to server';
  }
  if (top === 'data' && (toTop === 'server' || toTop === 'client'))
    return 'data depends on nothing';
  if (top === 'data' && FILE_ACCESS.includes(folder) && toTop === 'data') {
    return TOOLS.includes(toFolder) ? 'what the server uses does not use the build' : undefined;
  }
  if (top === 'data' && folder in PURE) {
    if (to.startsWith('node:')) return 'the pure part of data touches neither files nor network';
    if (toTop !== 'data' || toFolder === folder) return undefined;
    const allowed = PURE[folder] ?? [];
    return allowed.includes(toFolder) ? undefined : `data/${folder} may use ${allowed.join(', ')}`;
  }
  if (top === 'server') {
    if (toTop === 'client' && to !== 'client/server-entry.tsx') {
      return 'server uses the server entry of client and nothing else of it';
    }
    const usesTools = toTop === 'data' && TOOLS.includes(toFolder);
    return usesTools ? 'server reads what the build wrote, not the build' : undefined;
  }
  if (top === 'client') {
    if (toTop === 'server') return 'client and server share data and nothing else';
    if (to.startsWith('node:')) return 'client runs in the browser';
    if (toTop === 'data' && NODE_ONLY.includes(toFolder)) return 'client runs in the browser';
  }
  return undefined;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !BUNDLER_FILES.includes(path) ? [path] : [];
  });
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const specifiers = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...specifiers].map(([, named, bare, dynamic]) => {
    const to = named ?? bare ?? dynamic ?? '';
    return { from, to: to.startsWith('.') ? relative(ROOT, join(ROOT, from, '..', to)) : to };
  });
}

const files = ['data', 'server', 'client'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

describe('the direction of dependencies', () => {
  it('is kept by every import of data, server and client', () => {
    const breaches = imports.flatMap((one) => {
      const why = breach(one);
      return why === undefined ? [] : [`${one.from} imports ${one.to}: ${why}`];
    });
    expect(breaches).toEqual([]);
  });

  it('is looked at in all three parts', () => {
    for (const part of ['data/', 'server/', 'client/']) {
      expect(imports.filter(({ from }) => from.startsWith(part)).length).toBeGreaterThan(0);
    }
  });

  it('knows every folder of data', () => {
    const folders = new Set(
      files.filter((file) => /^data\/[^/]+\//.test(file)).map((file) => file.split('/')[1]),
    );
    expect(
      [...folders].filter((name) => !NODE_ONLY.includes(name ?? '') && !((name ?? '') in PURE)),
    ).toEqual([]);
  });

  it.each([
    ['data/schema/claim.ts', 'data/eligibility/combine.ts'],
    ['data/eligibility/combine.ts', 'node:fs'],
    ['data/geo/locate.ts', 'data/build/issue.ts'],
    ['data/build/main.ts', 'server/app.ts'],
    ['data/features/collection.ts', 'client/state/address.ts'],
    ['server/app.ts', 'client/ui/card.tsx'],
    ['server/app.ts', 'data/lint/rules.ts'],
    ['server/app.ts', 'maplibre-gl'],
    ['client/ui/card.tsx', 'maplibre-gl/dist/maplibre-gl.css'],
    ['client/ui/card.tsx', 'data/dist-reader/read-dist.ts'],
    ['client/ui/card.tsx', 'data/files/replace-file.ts'],
    ['data/files/replace-folder.ts', 'data/build/content-hash.ts'],
    ['client/state/store.ts', 'server/links.ts'],
    ['client/state/store.ts', '@hono/zod-openapi'],
  ])('is broken by %s importing %s', (from, to) => {
    expect(breach({ from, to })).toBeTypeOf('string');
  });

  it.each([
    ['server/app.ts', 'client/server-entry.tsx'],
    ['server/main.ts', 'data/dist-reader/read-dist.ts'],
    ['server/pictures/main.ts', 'data/files/replace-file.ts'],
    ['data/build/main.ts', 'data/files/replace-folder.ts'],
    ['server/app.ts', 'hono'],
    ['client/map/style.ts', 'maplibre-gl'],
    ['client/ui/card.tsx', 'data/eligibility/combine.ts'],
    ['data/features/collection.ts', 'data/eligibility/summarise-region.ts'],
  ])('is kept by %s importing %s', (from, to) => {
    expect(breach({ from, to: normalize(to) })).toBeUndefined();
  });
});
