import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseUnavailable } from './database.ts';

/** A folder that belongs to this process until it is released or the process ends, in whatever way. */
interface FolderLock {
  release(): Promise<void>;
}

/** Longest path of a local socket: `sun_path` holds 108 bytes on Linux, 104 on macOS, with a zero at the end. */
const MAX_SOCKET_PATH = 103;

/** The local socket by which a folder's process is reached. */
export function socketIn(folder: string): string {
  return join(folder, 'desk.sock');
}

/**
 * Claims a folder by listening on a local socket in it. The system ends the listening with the process, also on `kill -9`, and
 * it is seen from other containers that share the folder, neither of which holds for a file with a process id. The same socket
 * takes the commands of the desk (`onConnection`).
 *
 * @throws DatabaseUnavailable where another process has the folder or its path is too long.
 */
export async function lockFolder(
  folder: string,
  onConnection: (socket: Socket) => void,
): Promise<FolderLock> {
  const path = socketIn(folder);
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH) {
    throw new DatabaseUnavailable(
      `the path ${folder} is too long for a local socket: choose a DATA_DIR of at most ${MAX_SOCKET_PATH - 12} bytes`,
    );
  }
  const server =
    (await listen(path, onConnection)) ??
    ((await removeDead(path)) ? await listen(path, onConnection) : undefined);
  if (server === undefined) {
    throw new DatabaseUnavailable(
      `another process has ${folder} open, and two would destroy it: stop it, or set DATABASE_URL to a PostgreSQL server for both`,
    );
  }
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** A server on a path; `undefined` where something is at the path. */
function listen(path: string, onConnection: (socket: Socket) => void): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, onConnection);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else
        reject(
          new DatabaseUnavailable(`the folder cannot be used: ${error.message}`, { cause: error }),
        );
    });
    server.listen({ path, readableAll: false, writableAll: false }, () => resolve(server));
  });
}

/**
 * Removes a socket that nobody listens on. It is moved first and looked at again there: where two processes find it dead at once,
 * the later one may have moved the socket of the earlier one, sees that it lives, and moves it back.
 */
async function removeDead(path: string): Promise<boolean> {
  if (await isAlive(path)) return false;
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw new DatabaseUnavailable('the socket of a process that is gone cannot be removed', {
      cause: error,
    });
  }
  if (await isAlive(aside)) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
