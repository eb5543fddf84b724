import { connect, type Socket } from 'node:net';
import * as z from 'zod';
import { socketIn } from '../store/folder-lock.ts';
import { DeskCommand, DeskRefusal, MaintainerCommand, WrittenResult } from './desk-commands.ts';

/** A command and who gives it. */
export const LocalRequest = z.strictObject({
  member: z.string().min(1).max(40),
  command: z.discriminatedUnion('command', [DeskCommand, MaintainerCommand]),
});
export type LocalRequest = z.infer<typeof LocalRequest>;

/** Reading more at once would hold the readers of the map up. */
const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

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
    const sent = await readAll(socket, MAX_REQUEST_BYTES);
    // Somebody only looked whether the folder is in use.
    if (sent === '') return void socket.destroy();
    const parsed = LocalRequest.safeParse(JSON.parse(sent));
    if (!parsed.success) return void reply({ refused: z.prettifyError(parsed.error) });
    const result = await run(parsed.data);
    if (!(result instanceof WrittenResult)) return void reply({ result });
    try {
      await send(socket, '{"result":');
      await result.write((piece) => send(socket, piece));
      socket.end('}');
    } catch {
      // Half of an answer is no JSON: whoever asked is told by it.
      socket.destroy();
    }
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

/** Resolves when there is room for more. */
function send(socket: Socket, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

/** All that the other side sends until it ends its half. Iterating over a socket would close the half that answers, too. */
function readAll(socket: Socket, maxBytes = Number.POSITIVE_INFINITY): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    socket.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= maxBytes) chunks.push(chunk);
    });
    socket.once('end', () => {
      if (length > maxBytes) reject(new Error('it is too large to be read while others wait'));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    socket.once('error', reject);
  });
}
