import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The one folder of the tools that the server may use: it reads and writes files. */
const FILE_ACCESS = 'data/tools/files/';
/** How a command of the command line ends, the same for the tools and the service. */
const RUN_COMMAND = 'data/tools/run-command.ts';
/** Folders of the pure core, each with the other folders of it that it may use. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  eligibility: ['schema', 'geo'],
  geo: ['schema'],
  search: ['schema', 'geo'],
  history: ['schema', 'eligibility'],
  numbering: ['schema'],
  reports: ['schema'],
  features: ['schema', 'eligibility', 'geo'],
  formats: ['schema', 'features'],
};
/** Configuration of the bundler: it runs in Node and is no part of the page. */
const BUNDLER_CONFIG = 'client/vite.config.ts';

interface Import {
  from: string;
  /** A package name, or a path from the root for a relative import. */
  to: string;
}

/** Why an import breaks the direction of dependencies; `undefined` when it is fine. */
function breach({ from, to }: Import): string | undefined {
  const within = (folder: string): boolean => from.startsWith(folder);
  const into = (folder: string): boolean => to.startsWith(folder);
  if (to === 'maplibre-gl' || into('maplibre-gl/')) {
    return within('client/islands/map/canvas/') ? undefined : 'maplibre-gl belongs to the canvas';
  }
  if (to === 'hono' || into('hono/') || into('@hono/')) {
    return within('server/') ? undefined : 'hono belongs to server';
  }
  if (within('data/') && (into('server/') || into('client/'))) return 'data depends on nothing';
  if (within('data/core/')) {
    if (to.startsWith('node:')) return 'the core touches neither files nor network';
    if (into('data/tools/')) return 'the core does not use the tools';
    if (!into('data/core/')) return undefined;
    const [, , folder = ''] = from.split('/');
    const [, , other = ''] = to.split('/');
    const allowed = PURE[folder] ?? [];
    if (other === folder || allowed.includes(other)) return undefined;
    return `data/core/${folder} may use ${allowed.join(', ')}`;
  }
  if (within('server/')) {
    if (into('client/') && to !== 'client/server-entry.tsx') {
      return 'server uses the server entry of client and nothing else of it';
    }
    const usesTools = into('data/tools/') && !into(FILE_ACCESS) && to !== RUN_COMMAND;
    return usesTools ? 'server reads what the build wrote, not the build' : undefined;
  }
  if (within('client/')) {
    if (into('server/')) return 'client and server share data and nothing else';
    if (into('data/tools/')) return 'client runs in the browser';
    if (to.startsWith('node:')) return 'client runs in the browser';
  }
  return undefined;
}

/**
 * Circles between sibling folders, at any depth: each as the folders on it in order, the first repeated. A folder and
 * its own subfolders count as one; imports of types count like all others.
 */
function folderCircles(all: readonly Import[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { from, to } of all) {
    const [own, other] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
    const parting = own.findIndex((name, index) => name !== other[index]);
    if (parting < 0 || parting >= other.length) continue;
    const [folder, used] = [own, other].map((path) => path.slice(0, parting + 1).join('/'));
    if (folder === undefined || used === undefined) continue;
    uses.set(folder, (uses.get(folder) ?? new Set()).add(used));
  }
  return circlesIn(uses);
}

/** Circles of files, of any length: each as the files on it in order, the first repeated. Imports of types count, too. */
function fileCircles(all: readonly Import[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { from, to } of all) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  return circlesIn(uses);
}

/** For each that uses itself by way of others the shortest circle; a circle once, from its first in the alphabet. */
function circlesIn(uses: ReadonlyMap<string, Set<string>>): string[] {
  const circles = new Set<string>();
  for (const start of uses.keys()) {
    const circle = wayBack(start, uses)?.slice(1);
    if (circle === undefined) continue;
    const first = circle.indexOf(circle.toSorted()[0] ?? '');
    const inOrder = [...circle.slice(first), ...circle.slice(0, first + 1)];
    circles.add(inOrder.join(' > '));
  }
  return [...circles];
}

/** The shortest way from one back to itself, both ends included. */
function wayBack(start: string, uses: ReadonlyMap<string, Set<string>>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of uses.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && path !== BUNDLER_CONFIG ? [path] : [];
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

  it('knows every folder of the core', () => {
    const folders = new Set(
      files.filter((file) => file.startsWith('data/core/')).map((file) => file.split('/')[2]),
    );
    expect([...folders].toSorted()).toEqual(Object.keys(PURE).toSorted());
  });

  it.each([
    ['data/core/schema/claim.ts', 'data/core/eligibility/claims/combine.ts'],
    ['data/core/eligibility/claims/combine.ts', 'node:fs'],
    ['data/core/geo/region-locator.ts', 'data/tools/authored/issue.ts'],
    ['data/tools/cli/build.ts', 'server/app.ts'],
    ['data/core/features/collection.ts', 'client/components/document.tsx'],
    ['server/app.ts', 'client/components/card/card-body.tsx'],
    ['server/app.ts', 'data/tools/lint/lint-data.ts'],
    ['server/app.ts', 'maplibre-gl'],
    ['client/components/document.tsx', 'maplibre-gl/dist/maplibre-gl.css'],
    ['client/components/document.tsx', 'data/tools/files/read-dist.ts'],
    ['client/islands/common/store.ts', 'server/links.ts'],
    ['client/islands/common/store.ts', '@hono/zod-openapi'],
  ])('is broken by %s importing %s', (from, to) => {
    expect(breach({ from, to })).toBeTypeOf('string');
  });

  it.each([
    ['server/app.ts', 'client/server-entry.tsx'],
    ['server/main.ts', 'data/tools/files/read-dist.ts'],
    ['data/tools/cli/build.ts', 'data/tools/files/replace.ts'],
    ['server/app.ts', 'hono'],
    ['client/islands/map/canvas/map-style.ts', 'maplibre-gl'],
    ['client/components/document.tsx', 'data/core/schema/verdict.ts'],
    ['data/core/features/collection.ts', 'data/core/eligibility/create-assessor.ts'],
  ])('is kept by %s importing %s', (from, to) => {
    expect(breach({ from, to: normalize(to) })).toBeUndefined();
  });
});

/** Everything that a file loads, itself among it: whatever its imports lead to. */
function loadedBy(entry: string): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { from, to } of imports) if (from === file) loaded.add(to);
  }
  return loaded;
}

describe('the embedded database', () => {
  const LIBRARY = '@electric-sql/pglite';

  it('is loaded by its own thread alone, never by the one that answers readers', () => {
    expect([...loadedBy('server/reports/store/pglite-worker.ts')]).toContain(LIBRARY);
    expect([...loadedBy('server/main.ts')]).toContain('server/reports/store/pglite.ts');
    expect([...loadedBy('server/main.ts')]).not.toContain(LIBRARY);
  });
});

describe('folders beside each other', () => {
  it('never import each other in a circle, at any depth, not even types', () => {
    expect(folderCircles(imports)).toEqual([]);
  });

  it.each([
    [
      'two folders',
      [
        ['a/b/one.ts', 'a/c/two.ts'],
        ['a/c/deep/three.ts', 'a/b/four.ts'],
      ],
      ['a/b > a/c > a/b'],
    ],
    [
      'three folders by way of another',
      [
        ['x/one.ts', 'y/two.ts'],
        ['y/two.ts', 'z/three.ts'],
        ['z/three.ts', 'x/four.ts'],
      ],
      ['x > y > z > x'],
    ],
    [
      'a folder and its own subfolder, which count as one',
      [
        ['a/one.ts', 'a/b/two.ts'],
        ['a/b/two.ts', 'a/one.ts'],
      ],
      [],
    ],
  ])('are found where they do: %s', (_, pairs, circles) => {
    expect(folderCircles(pairs.map(([from = '', to = '']) => ({ from, to })))).toEqual(circles);
  });
});

describe('files', () => {
  it('never import each other in a circle of any length, not even types', () => {
    expect(fileCircles(imports)).toEqual([]);
  });

  it.each([
    [
      'two files',
      [
        ['a/one.ts', 'a/two.ts'],
        ['a/two.ts', 'a/one.ts'],
      ],
      ['a/one.ts > a/two.ts > a/one.ts'],
    ],
    [
      'three files, from wherever the circle is entered',
      [
        ['z.ts', 'b/two.ts'],
        ['b/two.ts', 'c/three.ts'],
        ['c/three.ts', 'a/one.ts'],
        ['a/one.ts', 'b/two.ts'],
      ],
      ['a/one.ts > b/two.ts > c/three.ts > a/one.ts'],
    ],
    [
      'a file that two others use, which is no circle',
      [
        ['a.ts', 'c.ts'],
        ['b.ts', 'c.ts'],
        ['a.ts', 'b.ts'],
      ],
      [],
    ],
  ])('are found where they do: %s', (_, pairs, circles) => {
    expect(fileCircles(pairs.map(([from = '', to = '']) => ({ from, to })))).toEqual(circles);
  });
});
