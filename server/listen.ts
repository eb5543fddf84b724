import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from './edge.ts';
import type { AccessLog } from './http/access-log.ts';
import { fieldsToRecord } from './http/field-list.ts';
import type { LimitState, RateLimit } from './http/rate-limit.ts';
import { standingHeaders } from './http/standing-headers.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from './problem.ts';
import type { ShortWay } from './short-way.ts';

/** How long a client may take; slow ones are cut off before they pile up. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const KEEP_ALIVE_TIMEOUT = 65_000;
/** Node looks for late requests this often; its own 30 seconds would make the limits above a joke. */
const CHECKING_INTERVAL = 5_000;
/** How long a connection may stand still, so that readers who stop reading do not hold answers in memory. */
const STALL_TIMEOUT = 60_000;
/** How long running requests may take to end once the service is told to stop. */
const SHUTDOWN_MILLISECONDS = 10_000;

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly log?: AccessLog | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** Tried before the app for each request. */
  readonly shortWay?: ShortWay | undefined;
  /** Milliseconds after which a connection that stands still is cut off; a minute where absent. */
  readonly stallTimeout?: number;
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
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
      // The listener refuses a request without Host itself, with a problem document.
      requireHostHeader: false,
    },
    createListener(app, options),
  );
  server.setTimeout(options.stallTimeout ?? STALL_TIMEOUT);
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

/** Whoever watches over the service must get an answer also when its address has used up its limit. */
function isHealthCheck(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

function createListener(app: App, { log, rateLimit, shortWay }: ListenOptions) {
  const limits = new WeakMap<object, LimitState>();
  const longWay = getRequestListener(
    (request, { incoming }) => {
      const limit = limits.get(incoming);
      if (hostsOf(incoming) > 1) {
        return problemResponse(new ProblemError(400, 'expected one Host field, not several'), {});
      }
      if (limit?.exceeded) return tooMany(limit);
      const fields = incoming.headers;
      return app.fetch(
        request,
        limit === undefined ? { fields } : { fields, requestFields: limit.fields },
      );
    },
    {
      overrideGlobalObjects: true,
      errorHandler: () =>
        problemResponse(new ProblemError(400, 'the request line or its Host cannot be read'), {}),
    },
  );
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const start = log === undefined ? 0 : performance.now();
    const counted = isHealthCheck(incoming.url) ? undefined : rateLimit;
    const limit = counted?.take(incoming.socket.remoteAddress ?? '');
    const isPlain = limit?.exceeded !== true && hostsOf(incoming) === 1;
    if (isPlain && shortWay?.(incoming, outgoing, limit?.fields)) {
      // The whole answer is handed over: nothing is left that could go another way.
      if (log !== undefined) note(log, incoming, outgoing, start);
      return;
    }
    if (log !== undefined) outgoing.on('close', () => note(log, incoming, outgoing, start));
    if (limit !== undefined) limits.set(incoming, limit);
    return longWay(incoming, outgoing);
  };
}

function note(
  log: AccessLog,
  { method = '', url = '' }: IncomingMessage,
  { statusCode: status }: ServerResponse,
  start: number,
): void {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  log.note({ method, path, status, milliseconds: performance.now() - start });
}

function tooMany({ fields, retryAfterSeconds }: LimitState): Response {
  const detail = `too many requests from this address; try again in ${retryAfterSeconds} seconds`;
  return problemResponse(new ProblemError(429, detail), {
    ...fieldsToRecord(fields),
    'retry-after': String(retryAfterSeconds),
  });
}

/** How many `Host` fields a request has: RFC 9112 3.2 wants every other number than one refused. */
function hostsOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): number {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts;
}

function problemResponse(error: ProblemError, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problemOf(error)), {
    status: error.status,
    headers: {
      ...standingHeaders({ https: false }).fields,
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...headers,
    },
  });
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
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MILLISECONDS);
  await closed;
  clearTimeout(timer);
  log?.flush();
}
