import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, replaceFile } from '../../data/tools/files/replace.ts';
import type { CommonHeaders } from '../middleware/answer.ts';
import { Pieces } from '../middleware/pieces.ts';
import type { PreparedAnswer } from '../middleware/send-answer.ts';
import { createFileStore } from '../middleware/stored-bytes.ts';
import { loadFiles } from './load-files.ts';

const DAY_MS = 86_400_000;
const ASSETS = '/assets/';

/** Scripts and styles of former builds, for pages that are still open and for HTML that is still kept somewhere. */
interface KeptAssets {
  /** All that the folder holds, by address; the current build is among it. */
  readonly files: ReadonlyMap<string, PreparedAnswer>;
  /** Says that the files of the current build are still current: to be called at least once a day. */
  touch(): Promise<void>;
}

/**
 * Puts the scripts and styles of the current build into a folder and gives all that lie there. A file is removed when
 * it was last current more than `days` ago. Names hold a hash of the content, so that files of many builds lie side by side.
 *
 * @throws Error naming the folder that cannot be written to.
 */
export async function keepAssets(
  folder: string,
  current: ReadonlyMap<string, PreparedAnswer>,
  options: { days: number; now: () => number; headers: CommonHeaders },
): Promise<KeptAssets> {
  const { days, now, headers } = options;
  const names = [...current.keys()]
    .filter((address) => address.startsWith(ASSETS))
    .map((address) => address.slice(ASSETS.length));
  try {
    await mkdir(folder, { recursive: true });
    await copyMissing(folder, names, current);
    await touchAll(folder, names, now());
    await removeOld(folder, now() - days * DAY_MS);
  } catch (cause) {
    throw new Error(
      `KEPT_ASSETS_DIR: ${folder} cannot be written to, so pages that are open during an update lose their scripts`,
      { cause },
    );
  }
  const files = await loadFiles(folder, {
    store: createFileStore(),
    address: ASSETS.slice(0, -1),
    lifetime: () => 'immutable',
    include: (name) => !name.includes('.new-'),
    headers,
  });
  return { files, touch: () => touchAll(folder, names, now()) };
}

async function copyMissing(
  folder: string,
  names: readonly string[],
  current: ReadonlyMap<string, PreparedAnswer>,
): Promise<void> {
  const there = new Set(await namesIn(folder));
  for (const name of names) {
    const bytes = current.get(ASSETS + name)?.body.identity.bytes;
    if (there.has(name) || bytes === undefined || bytes instanceof Pieces) continue;
    const isAtHand = typeof bytes === 'string' || bytes instanceof Uint8Array;
    await replaceFile(join(folder, name), isAtHand ? bytes : await bytes.read());
  }
}

async function touchAll(folder: string, names: readonly string[], now: number): Promise<void> {
  const at = new Date(now);
  await Promise.all(names.map((name) => utimes(join(folder, name), at, at).catch(() => undefined)));
}

async function removeOld(folder: string, before: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < before) await rm(path, { force: true });
  }
}
