import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findProjectRoot } from '../../data/tools/authored/data-files.ts';
import { readConfig } from '../../server/config.ts';
import { loadApp } from '../../server/load-app.ts';
import { commonHeaders } from '../../server/middleware/answer.ts';
import { prepareAnswer } from '../../server/middleware/send-answer.ts';
import { keepAssets } from '../../server/site/kept-assets.ts';

const headers = commonHeaders({ https: false });
const DAY_MS = 86_400_000;

/** The browser files of a build. */
const build = (...names: string[]) =>
  new Map(
    names.map((name) => {
      const body = Buffer.from(`// ${name}`);
      const answer = { status: 200, type: 'text/javascript', body, lifetime: 'immutable' } as const;
      return [`/assets/${name}`, prepareAnswer(answer, headers)];
    }),
  );

it('scripts of former builds are served for two weeks after they were last current', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  let now = Date.parse('2026-11-01T00:00:00Z');
  const keep = (files: ReturnType<typeof build>) =>
    keepAssets(folder, files, { days: 14, now: () => now, headers });
  const servedAfter = async (files: ReturnType<typeof build>) =>
    [...(await keep(files)).files.keys()].toSorted();

  const first = await keep(build('map-1.js', 'shared.js'));
  expect([...first.files.keys()].toSorted()).toEqual(['/assets/map-1.js', '/assets/shared.js']);
  // It runs for a month, and says each day that its files are current.
  now += 30 * DAY_MS;
  await first.touch();
  now += DAY_MS;
  const second = ['/assets/map-1.js', '/assets/map-2.js', '/assets/shared.js'];
  expect(await servedAfter(build('map-2.js', 'shared.js'))).toEqual(second);
  now += 12 * DAY_MS;
  expect(await servedAfter(build('map-2.js', 'shared.js'))).toEqual(second);
  now += 2 * DAY_MS;
  expect(await servedAfter(build('map-2.js', 'shared.js'))).toEqual([
    '/assets/map-2.js',
    '/assets/shared.js',
  ]);
});

it('a folder that cannot be written to is named', async () => {
  // Below a file there are no folders.
  const folder = join(import.meta.filename, 'assets');
  const kept = keepAssets(folder, build('a.js'), { days: 14, now: Date.now, headers });
  await expect(kept).rejects.toThrow(/KEPT_ASSETS_DIR: .*assets cannot be written to/);
});

it('they stay in the folder for data unless a setting says otherwise', () => {
  const kept = (environment: Record<string, string>) => readConfig(environment).keptAssets;
  expect(kept({ DATA_DIR: '/srv/map' })).toEqual({
    folder: '/srv/map/assets',
    days: 14,
    isNamed: false,
  });
  expect(kept({ KEPT_ASSETS_DIR: '/srv/kept', KEPT_ASSETS_DAYS: '3' })).toEqual({
    folder: '/srv/kept',
    days: 3,
    isNamed: true,
  });
  expect(kept({ KEPT_ASSETS_DAYS: '0' })).toBeUndefined();
});

it('a folder that nobody named and that cannot be written to is told, and the service goes on', async () => {
  const told: unknown[] = [];
  const folder = join(import.meta.filename, 'assets');
  const { app, touchAssets } = await loadApp(findProjectRoot(import.meta.dirname), {
    today: () => '2026-11-30',
    onFault: (error) => told.push(error),
    keptAssets: { folder, days: 14, isNamed: false },
  });
  expect(String(told)).toContain('cannot be written to');
  expect(touchAssets).toBeUndefined();
  expect((await app.request('http://localhost/readyz')).status).toBe(200);
});
