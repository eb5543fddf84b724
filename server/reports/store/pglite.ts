import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import {
  type Database,
  DatabaseUnavailable,
  type Queries,
  type Row,
  type Value,
} from './database.ts';
import { lockFolder } from './folder-lock.ts';

/** Where in a folder the embedded database stands. */
export function pgliteFolder(folder: string): string {
  return join(folder, 'reports');
}

/** The compiled thread beside this file. */
const WORKER = new URL('./pglite-worker.js', import.meta.url);

export interface PgliteOptions {
  /** What other programs on this machine ask by the folder's socket; refused where absent. */
  readonly onConnection?: ((socket: Socket) => void) | undefined;
  /** The compiled thread, for whoever runs this file from its source. */
  readonly script?: URL | undefined;
}

/**
 * Opens the embedded PostgreSQL in a folder, and makes it where there is none. It runs in a thread of its own: starting it
 * takes a processor for some hundred milliseconds, and readers of the map shall not wait for it.
 *
 * @throws DatabaseUnavailable where another process has the folder, or it cannot be written or read.
 */
export async function openPglite(folder: string, options: PgliteOptions = {}): Promise<Database> {
  const { onConnection = (socket) => socket.destroy(), script = WORKER } = options;
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unavailable(error);
  });
  const lock = await lockFolder(folder, onConnection);
  try {
    await clearRemains(folder);
    const thread = await startThread(pgliteFolder(folder), script);
    await writeFile(join(pgliteFolder(folder), WHOLE), '');
    return oneAfterTheOther(thread, async () => {
      await thread.close();
      await lock.release();
    });
  } catch (error) {
    await lock.release();
    throw unavailable(error);
  }
}

/** Stands in a database that was made to its end: a kill on the way leaves half of one, which cannot be opened. */
const WHOLE = 'made-whole';

/** What a killed process left: half of a database goes, and the lock file of one that was open goes. */
async function clearRemains(folder: string): Promise<void> {
  const database = pgliteFolder(folder);
  if (!existsSync(join(database, WHOLE))) return rm(database, { recursive: true, force: true });
  // The folder's lock is ours, so no server can be running on it.
  return rm(join(database, 'postmaster.pid'), { force: true });
}

interface Thread extends Queries {
  close(): Promise<void>;
}

interface Waiting {
  resolve(rows: readonly Row[]): void;
  reject(error: Error): void;
}

/** Starts the thread of `pglite-worker.ts` on a folder and waits until the database is open. */
async function startThread(folder: string, script: URL): Promise<Thread> {
  const worker = new Worker(script, { workerData: folder });
  const waiting = new Map<number, Waiting>();
  let lost: Error | undefined;
  const lose = (reason: string) => {
    lost ??= new DatabaseUnavailable(`the embedded database stopped: ${reason}`);
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  worker.on('error', (error) => lose(error.message));
  worker.on('exit', () => lose('its thread ended'));
  worker.on('message', (message: unknown) => {
    const reply = Reply.parse(message);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    // An idle database keeps no process alive.
    if (waiting.size === 0) worker.unref();
    if ('rows' in reply) asked?.resolve(reply.rows);
    else asked?.reject(errorOf(reply));
  });

  const replyTo = (id: number) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      if (lost !== undefined) return reject(lost);
      worker.ref();
      waiting.set(id, { resolve, reject });
    });
  let lastId = 0;
  const ask = (question: Question) => {
    const id = ++lastId;
    const reply = replyTo(id);
    worker.postMessage({ ...question, id } satisfies Ask);
    return reply;
  };
  await replyTo(0);
  return {
    query: (text, values = []) => ask({ kind: 'query', text, values: values.map(copyOf) }),
    async close() {
      await ask({ kind: 'close' }).catch(() => {});
      await worker.terminate();
    },
  };
}

type Question =
  | { kind: 'query'; text: string; values: (string | number | boolean | null | string[])[] }
  | { kind: 'close' };

function copyOf(value: Value): string | number | boolean | null | string[] {
  return typeof value === 'object' && value !== null ? [...value] : value;
}

/** Classes of SQLSTATE in which the storage, not the statement, is at fault. */
const STORAGE = /^(?:53|58|XX|25006)/;

function errorOf({ message, code }: { message: string; code?: string | undefined }): Error {
  if (code === undefined || STORAGE.test(code)) return unavailable(new Error(message));
  return Object.assign(new Error(message), { code });
}

function unavailable(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseUnavailable(`the embedded database cannot be used: ${reason}`, {
    cause: error,
  });
}

/** The engine has one connection: a transaction keeps all others waiting until it ends. */
function oneAfterTheOther(thread: Thread, close: () => Promise<void>): Database {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
  return {
    query: (text, values) => inTurn(() => thread.query(text, values)),
    transaction: (work) =>
      inTurn(async () => {
        await thread.query('begin');
        try {
          const result = await work(thread);
          await thread.query('commit');
          return result;
        } catch (error) {
          await thread.query('rollback').catch(() => {});
          throw error;
        }
      }),
    close: () => inTurn(close),
  };
}

/** What the thread of the embedded database is asked: one statement, or to close. */
export const Ask = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    id: z.int(),
    text: z.string(),
    values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  }),
  z.strictObject({ kind: z.literal('close'), id: z.int() }),
]);
export type Ask = z.infer<typeof Ask>;

/** What it answers; the answer to 0 says that the database is open. */
export const Reply = z.union([
  z.strictObject({ id: z.int(), rows: z.array(z.record(z.string(), z.unknown())) }),
  z.strictObject({ id: z.int(), message: z.string(), code: z.string().optional() }),
]);
export type Reply = z.infer<typeof Reply>;
