import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportSite, NOT_EXPORTED } from '../../../server/export/export-site.ts';
import { findFolders, headerRules, staticPath } from '../../../server/export/static-host.ts';
import { type LoadedApp, loadApp } from '../../../server/load-app.ts';
import { TODAY } from '../test-app.ts';

const ROOT = posix.join(import.meta.dirname, '../../..');

describe('the export of the whole service', () => {
  const files = new Map<string, Buffer>();
  let loaded: LoadedApp;
  let problems: string[];

  const textOf = (path: string): string => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`the export has no ${path}`);
    return content.toString('utf8');
  };
  const answerOf = async (address: string): Promise<string> =>
    (await loaded.app.request(`http://localhost${address}`)).text();

  beforeAll(async () => {
    loaded = await loadApp(ROOT, {
      today: () => TODAY,
      onFault: (error) => {
        throw error;
      },
      origin: '',
      tiles: false,
      mcp: false,
    });
    const report = await exportSite(loaded, async (path, content) => {
      files.set(path, Buffer.from(content));
    });
    problems = report.problems;
  });

  it('gets an answer at every address that it asks for', () => {
    expect(problems).toEqual([]);
    // Cloudflare Pages takes 20,000 files, the least of the hosts that were looked at.
    expect(files.size).toBeLessThan(20_000);
  });

  it('holds every route that can be read, or says that it does not', () => {
    const patterns = loaded.routes
      .filter(({ document }) => document.method === 'get')
      .map(({ document }) => document.path)
      .filter((path) => !NOT_EXPORTED.includes(path) && path !== '/eligibility');
    const names = [...files.keys()];
    for (const path of patterns) {
      const expression = new RegExp(
        `^api/v1${path === '/' ? '' : path.replaceAll(/\{\w+\}/g, '[^/]+')}(/index.json)?$`,
      );
      expect([path, names.some((name) => expression.test(name))]).toEqual([path, true]);
    }
  });

  it('holds each feature and each assessment under an address that a file system allows', async () => {
    const paths = [...files.keys()];
    const below = (folder: string) => paths.filter((path) => path.startsWith(folder)).length;
    const { dataset, places, consumerOperators } = loaded.service;
    const regions = dataset.regions.length;
    expect(below('api/v1/collections/regions/items/')).toBe(regions + 1);
    expect(below('api/v1/collections/places/items/')).toBe(places.length + 1);
    expect(below('api/v1/eligibility/')).toBe(regions * (consumerOperators.length + 1));
    expect(textOf('api/v1/eligibility/region=RU-MOW&operator=mts')).toBe(
      await answerOf('/api/v1/eligibility?region=RU-MOW&operator=mts'),
    );
  });

  it('holds whole collections, not their first page', () => {
    const places = JSON.parse(textOf('api/v1/collections/places/items/index.json'));
    expect(places.numberReturned).toBe(places.numberMatched);
    expect(textOf('api/v1/collections/places/items.csv').trimEnd().split('\r\n')).toHaveLength(
      places.numberMatched + 1,
    );
  });

  it('leads by its links to files only', () => {
    const broken = new Set<string>();
    const look = (from: string, address: string): void => {
      const [path = ''] = address.replaceAll('&amp;', '&').split(/[?#]/);
      const name = path.replace(/^\//, '').replace(/\/$/, '');
      const isThere = files.has(name) || files.has(posix.join(name, 'index.html'));
      if (!isThere) broken.add(`${from} -> ${address}`);
    };
    for (const [path, content] of files) {
      const isPage = path.endsWith('.html');
      const isApiDocument = path.startsWith('api/') && !isPage && !path.endsWith('.csv');
      if (!isPage && !isApiDocument) continue;
      const pattern = isPage
        ? /(?:href|src|data-source)="(\/[^"/][^"]*|\/)"/g
        : /"href":"(\/[^"]*)"/g;
      for (const [, address = ''] of content.toString('utf8').matchAll(pattern))
        look(path, address);
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  it('gives hosts rules that never set a field of a file twice', () => {
    const rules = textOf('_headers')
      .trimEnd()
      .split('\n\n')
      .map((block) => {
        const [pattern = '', ...fields] = block.split('\n');
        return { pattern, fields: fields.map((field) => field.trim().split(':')[0] ?? '') };
      });
    // Cloudflare Pages reads a hundred rules.
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const path of files.keys()) {
      const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
      const fields = rules
        .filter(({ pattern }) =>
          pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern,
        )
        .flatMap((rule) => rule.fields);
      expect([address, fields.length]).toEqual([address, new Set(fields).size]);
      if (path.endsWith('.html')) expect(fields).toContain('content-security-policy');
    }
  });
});

describe('paths of exported files', () => {
  const isFolder = findFolders(['/api/v1/operators', '/api/v1/operators/mts']);

  it.each([
    ['/', 'index.html'],
    ['/ru/', 'ru/index.html'],
    ['/ru/regions/RU-MOW', 'ru/regions/RU-MOW/index.html'],
    ['/ru/badge/RU-MOW.svg', 'ru/badge/RU-MOW.svg'],
    ['/downloads/SHA256SUMS', 'downloads/SHA256SUMS'],
    ['/api/v1', 'api/v1/index.json'],
    ['/api/v1?f=html', 'api/v1.html'],
    ['/api/v1/operators', 'api/v1/operators/index.json'],
    ['/api/v1/operators/mts', 'api/v1/operators/mts'],
    ['/api/v1/eligibility?region=RU-MOW', 'api/v1/eligibility/region=RU-MOW'],
    ['/api/v1/collections/places/items?limit=10&f=csv', 'api/v1/collections/places/items.csv'],
  ])('turn %s into %s', (address, path) => {
    expect(staticPath(address, isFolder)).toBe(path);
  });
});

describe('rules for hosts', () => {
  it('are one for a folder whose files agree and one for each file where they do not', () => {
    const standing = { 'x-content-type-options': 'nosniff' };
    const html = { ...standing, 'content-type': 'text/html', 'content-security-policy': 'strict' };
    const json = { ...standing, 'content-type': 'application/json' };
    const rules = headerRules([
      { path: 'ru/a/index.html', headers: html },
      { path: 'ru/b/index.html', headers: html },
      { path: 'api/one', headers: json },
      { path: 'api/one.html', headers: html },
    ]);
    expect(rules.split('\n').filter((line) => line.startsWith('/'))).toEqual([
      '/*',
      '/ru/*',
      '/api/one',
      '/api/one.html',
    ]);
  });
});
