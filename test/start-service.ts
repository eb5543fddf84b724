import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A built service that runs in a process of its own, as people run it. */
export interface RunningService {
  origin: string;
  pid: number | undefined;
  /** Everything it has printed so far: the access log and its complaints. */
  output(): string;
  stop(): Promise<void>;
}

/** Below the limit of a hook, so that what the service said is seen; far above what any machine takes. */
const START_LIMIT_MS = 240_000;

/**
 * Starts the built service on a free port and waits until it says where it listens. `folder` is the project, or a
 * copy of what the container holds; `uid` another user to run as, which only root may ask for; `script` another program
 * that says where it listens. Rejects with what it printed when it does not start.
 */
export async function startService(
  environment: Record<string, string> = {},
  folder = join(import.meta.dirname, '..'),
  uid?: number,
  script = 'build/server/main.js',
): Promise<RunningService> {
  const child = spawn('node', [script], {
    cwd: folder,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: '0', ...environment },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = '';
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error(`The service did not start. It said:\n${output}`));
    const timer = setTimeout(fail, START_LIMIT_MS);
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, address] = /listens on (http:\S+)/.exec(output) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', fail);
  });
  return {
    origin,
    pid: child.pid,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
