import { createServer, type Server } from 'node:http';
import type { AccessLog } from './middleware/access-log.ts';
import { createListener, type ListenerOptions } from './middleware/create-listener.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from './middleware/problem.ts';
import { limitConnections } from './middleware/rate-limit.ts';
import type { App } from './middleware/request-context.ts';

/** How long a client may take; slow ones are cut off before they pile up. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const KEEP_ALIVE_TIMEOUT = 65_000;
/** Node looks for late requests this often; its own 30 seconds would make the limits above a joke. */
const CHECKING_INTERVAL = 5_000;
/** Connections at once; more than one machine answers, and together they fit into its memory. */
const MAX_CONNECTIONS = 10_000;
/** How long running requests may take to end once the service is told to stop: containers are killed after ten seconds. */
const SHUTDOWN_MILLISECONDS = 8_000;
const SWEEP_MILLISECONDS = 50;

export interface ListenOptions extends ListenerOptions {
  readonly port: number;
  readonly host: string;
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
export async function listen(app: App, options: ListenOptions): Promise<RunningServer> {
  const listener = createListener(app, options);
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
      // The listener refuses a request without Host itself, with a problem document.
      requireHostHeader: false,
    },
    listener,
  );
  // RFC 9110 10.1.1: an expectation that means nothing to us is passed over; Node would answer 417 without a document.
  server.on('checkExpectation', listener);
  server.maxConnections = MAX_CONNECTIONS;
  // Behind a proxy, which limits by itself, all connections come from one address.
  if (options.rateLimit !== undefined) limitConnections(server);
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
  return { port, stop: () => stop(server, options.log) };
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

async function stop(server: Server, log: AccessLog | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive becomes idle only once its running request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS);
  const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MILLISECONDS);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
  log?.flush();
}
