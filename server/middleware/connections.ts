import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './request-limit.ts';

// What belongs to a connection rather than to a request, and so comes before the framework.

/** What Node calls for each request. */
export type RequestHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** More than any client sends ahead; one that does is cut off. */
const MAX_WAITING = 100;

/**
 * Lets the requests of one connection in one after another. Node hands over at once all that a client wrote without
 * waiting for answers (RFC 9112 9.3.2): together they would run in one stretch before anybody else, be let in before the
 * first of them was charged, and all their answers would wait in memory for a client that reads none.
 */
export function oneAtATime(handle: RequestHandler): RequestHandler {
  const waiting = new WeakMap<Socket, number>();
  return (incoming, outgoing) => {
    // Node gives a response the socket once the one before it has been sent.
    if (outgoing.socket !== null) return handle(incoming, outgoing);
    const { socket } = incoming;
    if (socket.destroyed) return;
    const ahead = waiting.get(socket) ?? 0;
    if (ahead === MAX_WAITING) return void socket.destroy();
    waiting.set(socket, ahead + 1);
    outgoing.once('socket', () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
      // Others are answered in between.
      setImmediate(() => {
        if (!socket.destroyed) handle(incoming, outgoing);
      });
    });
  };
}

/** Whether a request brings a body that no method of ours takes: it would be read to an end that a sender may never reach. */
export function hasUnreadBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'POST') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

/**
 * Ends a connection whose answer is not wholly sent in time, so that those who stop reading, or read some bytes a second,
 * do not hold answers in memory. A timeout of the socket would miss the latter, and be set anew for each request.
 */
export function cutOffAfter(milliseconds: number, outgoing: ServerResponse): void {
  const timer = setTimeout(() => outgoing.destroy(), milliseconds).unref();
  outgoing.once('close', () => clearTimeout(timer));
}

/** Requests of one client that are answered at once; a browser has six, and many readers may share an address. */
const BUSY_A_CLIENT = 200;
/** Connections of one client, those among them that wait for nothing but its next request. */
const CONNECTIONS_A_CLIENT = 1_000;

/**
 * Lets no client hold so many connections that none are left for others. One that is idle costs next to nothing: it gives
 * way when the client needs another, and counts as nothing against what the client may ask at once.
 */
export function limitConnections(server: Server): void {
  const clients = new Map<string, { idle: Set<Socket>; busy: number }>();
  const clientOf = (socket: Socket) => networkOf(socket.remoteAddress ?? '');
  server.on('connection', (socket: Socket) => {
    const name = clientOf(socket);
    const client = clients.get(name) ?? { idle: new Set<Socket>(), busy: 0 };
    const [longestIdle] = client.idle;
    if (client.idle.size + client.busy >= CONNECTIONS_A_CLIENT) longestIdle?.destroy();
    clients.set(name, client);
    client.idle.add(socket);
    socket.once('close', () => {
      client.idle.delete(socket);
      if (client.idle.size + client.busy === 0) clients.delete(name);
    });
  });
  // Before the listener that answers: what is refused here is not to be answered.
  server.prependListener('request', ({ socket }: IncomingMessage, outgoing: ServerResponse) => {
    const client = clients.get(clientOf(socket));
    if (client === undefined) return;
    if (client.busy >= BUSY_A_CLIENT) return void socket.destroy();
    client.idle.delete(socket);
    client.busy += 1;
    outgoing.once('close', () => {
      client.busy -= 1;
      if (!socket.destroyed) client.idle.add(socket);
    });
  });
}
