import {
  createServer,
  type IncomingMessage,
  maxHeaderSize,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Server as PlainServer, type Socket } from 'node:net';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { PROBLEM_TYPE, ProblemError, problemOf } from './middleware/problem.ts';
import type { ProblemHandler } from './middleware/refusals.ts';
import { networkOf } from './middleware/request-limit.ts';

/** How long a client may take; slow ones are cut off before they pile up. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const KEEP_ALIVE_TIMEOUT = 65_000;
/** A connection in the middle of a request or an answer may stand still for so long. */
const IDLE_TIMEOUT = 15_000;
/** Node looks for late requests this often; its own 30 seconds would make the limits above a joke. */
const CHECKING_INTERVAL = 5_000;
/** The largest download arrives in it at 20 KB a second, its encoded form at 3. */
const SENDING_TIMEOUT = 180_000;
/** Connections at once; more than one machine answers, and together they fit into its memory. */
const MAX_CONNECTIONS = 10_000;
/** How long running requests may take to end once the service is told to stop: containers are killed after ten seconds. */
const SHUTDOWN_MILLISECONDS = 8_000;
const SWEEP_MILLISECONDS = 50;

/** What answers requests: the app. */
export interface Answering {
  fetch(request: Request, bindings: HttpBindings | Http2Bindings): Response | Promise<Response>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** Answers what cannot be handed to the app because it names no address. */
  readonly handleProblem: ProblemHandler;
  /** False behind a proxy, which limits by itself: all connections come from its address. */
  readonly limitsConnections?: boolean | undefined;
  /** Milliseconds that a client may take to receive an answer, at whatever pace. */
  readonly sendingTimeout?: number | undefined;
}

/** A service that listens. */
interface RunningServer {
  readonly port: number;
  /** Takes no more requests, lets the running ones end, then closes; resolves when all is closed. */
  stop(): Promise<void>;
}

/**
 * Serves an app over HTTP/1.1.
 *
 * @throws the error of `listen`, with its code: `EADDRINUSE` for a busy port.
 */
export async function listen(app: Answering, options: ListenOptions): Promise<RunningServer> {
  const { handleProblem, sendingTimeout = SENDING_TIMEOUT } = options;
  const answer = getRequestListener(app.fetch, {
    overrideGlobalObjects: true,
    // Stands in links where HTTP/1.0 names no host.
    hostname: 'localhost',
    errorHandler: () =>
      handleProblem(new ProblemError(400, 'the request line or its Host cannot be read')),
  });
  const running = new Set<ServerResponse>();
  const listener = oneAtATime((incoming, outgoing) => {
    if (incoming.socket.destroyed) return;
    if (hasUnreadBody(incoming)) outgoing.shouldKeepAlive = false;
    running.add(outgoing);
    outgoing.once('close', () => running.delete(outgoing));
    cutOffAfter(sendingTimeout, outgoing);
    void answer(incoming, outgoing);
  });
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
      // The app refuses a request without Host itself, with a problem document.
      requireHostHeader: false,
    },
    listener,
  );
  // RFC 9110 10.1.1: an expectation that means nothing to us is passed over; Node would answer 417 without a document.
  server.on('checkExpectation', listener);
  server.maxConnections = MAX_CONNECTIONS;
  // Node looks whether bytes have moved since, and closes a connection on which none have.
  server.setTimeout(IDLE_TIMEOUT);
  if (options.limitsConnections) limitConnections(server);
  // A client may end its side once it has asked and gets its answers nevertheless, those it waits for in turn among them.
  // Node has the property, but neither an option nor a type for it; a test holds it.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    socket.end(refusal(error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { port, stop: () => stop(server, running) };
}

/** Answer to bytes that are no HTTP request; there is no request object to answer through. */
function refusal(error: NodeJS.ErrnoException): string {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 431
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 408
        : 400;
  const detail =
    status === 431
      ? `the address and the header fields of a request take at most ${maxHeaderSize} bytes together: ask for less at a time`
      : 'the request cannot be read as HTTP/1.1 within the limits';
  const problem = problemOf(new ProblemError(status, detail));
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${status} ${problem.title}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/**
 * Node takes a connection for idle as soon as its answer is handed over, though bytes of it may be unsent, and its HTTP server
 * closes such ones with itself: so the plain server is closed, and idle connections once every answer has gone out.
 */
async function stop(server: Server, running: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) =>
    PlainServer.prototype.close.call(server, () => resolve()),
  );
  const sweep = setInterval(() => {
    if (running.size === 0) server.closeIdleConnections();
  }, SWEEP_MILLISECONDS);
  const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MILLISECONDS);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}

// What belongs to a connection rather than to a request, and so comes before the framework.

/** What Node calls for each request. */
type RequestHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** More than any client sends ahead; one that does is cut off. */
const MAX_WAITING = 100;

/**
 * Lets the requests of one connection in one after another. Node hands over at once all that a client wrote without
 * waiting for answers (RFC 9112 9.3.2): together they would run in one stretch before anybody else, be let in before the
 * first of them was charged, and all their answers would wait in memory for a client that reads none.
 */
function oneAtATime(handle: RequestHandler): RequestHandler {
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
function hasUnreadBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'POST') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

/**
 * Ends a connection whose answer is not wholly sent in time, so that those who stop reading, or read some bytes a second,
 * do not hold answers in memory. A timeout of the socket would miss the latter, and be set anew for each request.
 */
function cutOffAfter(milliseconds: number, outgoing: ServerResponse): void {
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
function limitConnections(server: Server): void {
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
