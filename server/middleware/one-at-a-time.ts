import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

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
