import { stat } from 'node:fs/promises';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import type { Answering } from './listen.ts';
import { type LoadedApp, type LoadOptions, loadApp } from './load-app.ts';
import { checkBuild } from './site/check-build.ts';

/** What became of a look at `data/dist`. */
export type Refreshed =
  | { readonly outcome: 'same' | 'taken' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** So many releases of the data before the present one stay served: two weeks of one a day. */
const FORMER_RELEASES = 14;

/** What a service whose data can be replaced is loaded for. */
interface LiveOptions extends LoadOptions {
  /** How many former releases stay served; each holds its files open. */
  readonly formerReleases?: number | undefined;
}

/** A service whose data can be replaced while it runs. */
export interface LiveApp extends Answering {
  /** What answers now. */
  readonly current: () => LoadedApp;
  /** Takes a new `data/dist` if there is one and all of it is right; else the old goes on. Never throws. */
  refresh(): Promise<Refreshed>;
}

/**
 * Loads the service, and loads it anew beside itself whenever `data/dist` was replaced. A request is answered to its end by
 * what it came to; files that are named by their content stay for pages that are still open.
 *
 * @throws what `loadApp` throws, at the start only.
 */
export async function createLiveApp(root: string, options: LiveOptions): Promise<LiveApp> {
  const { formerReleases = FORMER_RELEASES } = options;
  const dist = join(root, 'data/dist');
  let seen = await signatureOf(dist);
  await checkBuild(root);
  let loaded = await loadApp(root, options);
  await prepare(loaded);
  /** Files of the releases before, the latest first. */
  let former: readonly LoadedApp['ownFiles'][] = [];
  let running: Promise<Refreshed> | undefined;

  async function refresh(): Promise<Refreshed> {
    const found = await signatureOf(dist);
    if (found === seen) return { outcome: 'same' };
    try {
      await checkBuild(root);
      // Full caches and two releases at a time are more than what a process is given.
      loaded.letGo();
      const before = [loaded.ownFiles, ...former].slice(0, formerReleases);
      const next = await loadApp(root, { ...options, previousFiles: before });
      await prepare(next);
      // Replaced again while it was read: some files may be of one release and some of the other.
      if ((await signatureOf(dist)) !== found) throw new Error('it was replaced while it was read');
      [loaded, seen, former] = [next, found, before];
      return { outcome: 'taken' };
    } catch (error) {
      // The same broken folder is told once; the next one is tried again.
      if (!isReplacing(error)) seen = found;
      return { outcome: 'refused', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    current: () => loaded,
    fetch: (request, bindings) => loaded.app.fetch(request, bindings),
    refresh() {
      running ??= refresh().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Does what whoever asks first would wait for, and hold all others by. */
async function prepare({ app, site, prepareCollections }: LoadedApp): Promise<void> {
  // The framework makes its table of addresses when it first looks into it, in one stretch.
  app.router.match('GET', '/');
  await site.pages.prepare();
  await prepareCollections();
}

function isReplacing(error: unknown): boolean {
  return error instanceof Error && error.message === 'it was replaced while it was read';
}

/** Tells one `data/dist` from the next: the build puts a new folder in the place of the old one. */
async function signatureOf(dist: string): Promise<string> {
  const found = await stat(join(dist, 'dataset.json')).catch(() => undefined);
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`;
}

/**
 * Gives back to the system what was needed to load the data and to draw nothing yet: about as much as what stays. Node does so by
 * itself only after seconds without work, and keeps the room for young objects. The inspector is the documented way to ask it.
 */
export async function giveBackMemory(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await new Promise<void>((resolve) => {
      session.post('HeapProfiler.collectGarbage', () => resolve());
    });
  } finally {
    session.disconnect();
  }
}
