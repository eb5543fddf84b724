import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The limit that a container has, without a container: a control group of Linux (version 1, cgroups(7)), which root may make.
const GROUPS = '/sys/fs/cgroup/memory';

/** What programs are started in so that the system ends those which take more memory than is allowed. */
interface LimitedMemory {
  /** Starts a program that is in it from its first byte. */
  start<T>(make: () => T): T;
  /** How many programs were ended since they took more. */
  kills(): number;
  /** Once what was started in it has ended. */
  remove(): void;
}

/** Limits memory to some MB; `undefined` where this machine lets nobody do so. */
export function limitMemory(megabytes: number): LimitedMemory | undefined {
  const group = join(GROUPS, `test-${process.pid}`);
  const procs = join(group, 'cgroup.procs');
  const own = ownGroup();
  if (own === undefined || !existsSync(join(GROUPS, 'memory.limit_in_bytes'))) return undefined;
  try {
    mkdirSync(group);
    writeFileSync(join(group, 'memory.limit_in_bytes'), `${megabytes}M`);
  } catch {
    return undefined;
  }
  return {
    start(make) {
      // A program begins in the group of the one that starts it, which is back in its own at once.
      writeFileSync(procs, String(process.pid));
      try {
        return make();
      } finally {
        writeFileSync(own, String(process.pid));
      }
    },
    kills() {
      const control = readFileSync(join(group, 'memory.oom_control'), 'utf8');
      return Number(/^oom_kill (\d+)$/m.exec(control)?.[1] ?? Number.NaN);
    },
    remove: () => rmdirSync(group),
  };
}

/** Where the processes of the group that this one is in are listed. */
function ownGroup(): string | undefined {
  try {
    const groups = readFileSync('/proc/self/cgroup', 'utf8');
    const [, path] = /^\d+:memory:(.*)$/m.exec(groups) ?? [];
    return path === undefined ? undefined : join(GROUPS, path, 'cgroup.procs');
  } catch {
    return undefined;
  }
}
