import { connect, type Socket } from 'node:net';
import * as z from 'zod';
import { socketIn } from '../store/folder-lock.ts';
import { DeskCommand, DeskRefusal, MaintainerCommand } from './desk-commands.ts';

/** A command and who gives it. */
export const LocalRequest = z.strictObject({
  member: z.string().min(1).max(40),
  command: z.discriminatedUnion('command', [DeskCommand, MaintainerCommand]),
});
export type LocalRequest = z.infer<typeof LocalRequest>;

const LocalReply = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ refused: z.string() }),
]);

/**
 * Answers one request on a local socket, which only the user that the service runs as can open: JSON until the sender ends its
 * side, then JSON back.
 */
export async function serveLocal(
  socket: Socket,
  run: (request: LocalRequest) => Promise<unknown>,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  const reply = (value: z.infer<typeof LocalReply>) => socket.end(JSON.stringify(value));
  try {
    const sent = await readAll(socket);
    // Somebody only looked whether the folder is in use.
    if (sent === '') return void socket.destroy();
    const parsed = LocalRequest.safeParse(JSON.parse(sent));
    if (!parsed.success) return void reply({ refused: z.prettifyError(parsed.error) });
    reply({ result: await run(parsed.data) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reply({ refused: error instanceof DeskRefusal ? reason : `it could not be done: ${reason}` });
  }
}

/**
 * Asks the running service that has a folder open; `undefined` where none has.
 *
 * @throws DeskRefusal with the service's own sentence.
 */
export async function askLocal(
  folder: string,
  request: LocalRequest,
): Promise<{ result: unknown } | undefined> {
  const socket = await new Promise<Socket | undefined>((resolve) => {
    const made = connect({ path: socketIn(folder), allowHalfOpen: true });
    made.once('connect', () => resolve(made));
    made.once('error', () => resolve(undefined));
  });
  if (socket === undefined) return undefined;
  socket.end(JSON.stringify(request));
  const reply = LocalReply.parse(JSON.parse(await readAll(socket)));
  if ('refused' in reply) throw new DeskRefusal(reply.refused);
  return { result: reply.result };
}

/** All that the other side sends until it ends its half. Iterating over a socket would close the half that answers, too. */
function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.once('error', reject);
  });
}
