import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import * as z from 'zod';
import { TYPE_OID } from './database.ts';
import { readEmptyDatabase } from './empty-database.ts';
import { Ask, type Reply } from './pglite.ts';

const port = parentPort;
if (port !== null) await serve(z.string().parse(workerData), (reply) => port.postMessage(reply));

/** Opens the folder, then answers statements in the order in which they come. */
async function serve(folder: string, send: (reply: Reply) => void): Promise<void> {
  try {
    const empty = existsSync(folder) ? undefined : await readEmptyDatabase();
    const database = await PGlite.create({
      dataDir: folder,
      ...(empty && { loadDataDir: empty }),
      parsers: { [TYPE_OID.date]: (text) => text, [TYPE_OID.int8]: Number },
    });
    parentPort?.on('message', async (message: unknown) => {
      const ask = Ask.parse(message);
      try {
        if (ask.kind === 'close') {
          await database.close();
          send({ id: ask.id, rows: [] });
          parentPort?.close();
        } else {
          const { rows } = await database.query<Record<string, unknown>>(ask.text, ask.values);
          send({ id: ask.id, rows });
        }
      } catch (error) {
        send(replyTo(ask.id, error));
      }
    });
    send({ id: 0, rows: [] });
  } catch (error) {
    send(replyTo(0, error));
  }
}

function replyTo(id: number, error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return code === undefined ? { id, message } : { id, message, code };
}
