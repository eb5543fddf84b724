import { createServer, type Server, type ServerResponse } from 'node:http';
import { Server as PlainServer } from 'node:net';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import {
  cutOffAfter,
  hasUnreadBody,
  limitConnections,
  oneAtATime,
} from './middleware/connections.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from './middleware/problem.ts';
import type { ProblemHandler } from './middleware/problem-handler.ts';

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
export interface RunningServer {
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
  const problem = problemOf(
    new ProblemError(status, 'the request cannot be read as HTTP/1.1 within the limits'),
  );
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
