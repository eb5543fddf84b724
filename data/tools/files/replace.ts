import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file in one step: beside it first, then renamed, so that nobody reads half of it. `mode`: who may read it, as in
 * `chmod`; what the process gives to new files where absent. Written here because folders are replaced in the same way, which
 * `write-file-atomic` does not do.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  { mode }: { mode?: number } = {},
): Promise<void> {
  const fresh = `${path}.new-${process.pid}`;
  try {
    await writeFile(fresh, content, mode === undefined ? {} : { mode });
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Writes one file of a folder; folders of its name are made. */
export type PutFile = (name: string, content: string | Uint8Array) => Promise<void>;

/**
 * Replaces a folder in one step: `fill` writes beside it first, so a failure on the way leaves the previous folder whole.
 * Gives what `fill` gives; throws what it or the file system throws.
 */
export async function replaceFolder<T>(
  folder: string,
  fill: (put: PutFile) => Promise<T>,
): Promise<T> {
  return replaceFolderBy(folder, (fresh) =>
    fill(async (name, content) => {
      const path = join(fresh, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }),
  );
}

/** The same for what writes into a folder by itself: `fill` is given the one that will take the place of the other. */
export async function replaceFolderBy<T>(
  folder: string,
  fill: (fresh: string) => Promise<T>,
): Promise<T> {
  await sweepLeftovers(folder);
  const fresh = `${folder}.new-${process.pid}`;
  const previous = `${folder}.old-${process.pid}`;
  try {
    const result = await fill(fresh);
    const hadPrevious = await renameIfThere(folder, previous);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (hadPrevious) await rename(previous, folder);
      throw error;
    }
    await rm(previous, { recursive: true, force: true });
    return result;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Removes what builds that were killed have left beside a folder; those of programs that still run stay. */
async function sweepLeftovers(folder: string): Promise<void> {
  const start = `${basename(folder)}.`;
  for (const name of await namesIn(dirname(folder))) {
    const [, pid] = name.startsWith(start)
      ? (/^(?:new|old)-(\d+)$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is sent to nobody: it only asks whether there is somebody.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Names of what a folder holds; none where there is no such folder. Throws what else the file system throws. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
