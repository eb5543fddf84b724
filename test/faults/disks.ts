import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, which may be small or refuse writing. */
export interface Disk {
  readonly folder: string;
  setReadOnly(isReadOnly: boolean): void;
  remove(): void;
}

/** A new disk in memory that holds so many megabytes. @throws Error where this machine allows no mounts. */
export function smallDisk(megabytes: number): Disk {
  return mounted(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs'], []);
}

/** A folder seen a second time, where nothing can be written. @throws Error where this machine allows no mounts. */
export function readOnlyCopy(folder: string): Disk {
  const disk = mounted(['--bind', folder], ['bind']);
  disk.setReadOnly(true);
  return disk;
}

/** Whether this machine lets these tests mount: root may, but not in every container. */
export function canMount(): boolean {
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

function mounted(what: readonly string[], always: readonly string[]): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const run = (program: string, ...args: string[]) => {
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  };
  try {
    run('mount', ...what, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    folder,
    setReadOnly(isReadOnly) {
      run('mount', '-o', ['remount', isReadOnly ? 'ro' : 'rw', ...always].join(), folder);
    },
    remove() {
      // A process that was just ended may still hold it.
      run('umount', '--lazy', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
