import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { AccessLog } from './access-log.ts';
import type { ShortWay } from './fast-path.ts';
import { oneAtATime, type RequestHandler } from './one-at-a-time.ts';
import { ProblemError } from './problem.ts';
import type { Refuse } from './problem-response.ts';
import { limitOfRequest, type RateLimit, type RequestLimit } from './rate-limit.ts';
import type { App, EdgeBindings } from './request-context.ts';

/** What stands between a socket and the app. */
export interface ListenerOptions {
  readonly refuse: Refuse;
  readonly log?: AccessLog | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** Tried before the app for each request. */
  readonly shortWay?: ShortWay | undefined;
  /** Milliseconds that a client may take to receive an answer, at whatever pace. */
  readonly sendingTimeout?: number | undefined;
}

/** The largest download arrives in it at 20 KB a second, its encoded form at 3. */
const SENDING_TIMEOUT = 180_000;

/** Makes the function that Node calls for each request: the limit, then the short way, else the app. */
export function createListener(app: App, options: ListenerOptions): RequestHandler {
  const { refuse, log, rateLimit, shortWay, sendingTimeout = SENDING_TIMEOUT } = options;
  const limits = new WeakMap<object, RequestLimit>();
  const longWay = getRequestListener(
    (request, { incoming }) => {
      const limit = limits.get(incoming);
      if (!hasFittingHost(incoming)) {
        return refuse(new ProblemError(400, 'expected one Host field'));
      }
      try {
        limit?.check();
      } catch (error) {
        return refuse(error, limit?.fields);
      }
      const bindings: EdgeBindings = { fields: incoming.headers };
      if (limit !== undefined) bindings.limit = limit;
      return app.fetch(request, bindings);
    },
    {
      overrideGlobalObjects: true,
      // Stands in links where HTTP/1.0 names no host.
      hostname: 'localhost',
      errorHandler: () =>
        refuse(new ProblemError(400, 'the request line or its Host cannot be read')),
    },
  );

  return oneAtATime((incoming, outgoing) => {
    const arrived = performance.now();
    const counted = isHealthCheck(incoming.url) ? undefined : rateLimit;
    const address = incoming.socket.remoteAddress;
    // Reset before it was read: nobody waits for the answer, and there is no address to count it under.
    if (address === undefined) return void incoming.destroy();
    const state = counted?.take(address);
    // What else comes on the connection would be read to its end, which a sender of a body may never reach; and whoever is
    // refused shall not hold a connection that others could have.
    if (state?.exceeded || isUnreadBody(incoming)) outgoing.shouldKeepAlive = false;
    const isPlain = state?.exceeded !== true && hostsOf(incoming) === 1;
    const isDone = isPlain && shortWay?.(incoming, outgoing, state?.fields) === true;
    if (!isDone) {
      if (counted !== undefined && state !== undefined) {
        limits.set(incoming, limitOfRequest(counted, address, state));
      }
      if (log !== undefined) {
        outgoing.on('close', () => note(log, incoming, outgoing, performance.now() - arrived));
      }
      void longWay(incoming, outgoing);
    }
    // Only what ran before this kept others waiting; what a body starts is charged where it is answered.
    const busy = performance.now() - arrived;
    // The whole answer is handed over: nothing is left that could go another way.
    if (isDone && log !== undefined) note(log, incoming, outgoing, busy);
    counted?.charge(address, busy);
    if (!isDone || outgoing.writableLength > 0) cutOffAfter(sendingTimeout, outgoing);
  });
}

/**
 * Ends a connection whose answer is not wholly sent in time, so that those who stop reading, or read some bytes a second,
 * do not hold answers in memory. A timeout of the socket would miss the latter, and be set anew for each request.
 */
function cutOffAfter(milliseconds: number, outgoing: ServerResponse): void {
  const timer = setTimeout(() => outgoing.destroy(), milliseconds).unref();
  outgoing.once('close', () => clearTimeout(timer));
}

/** What logs write where the client left before an answer began (a convention of nginx, no status of HTTP). */
const UNANSWERED = 499;

/** Whether a request brings a body that no method of ours takes. */
function isUnreadBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'POST') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

/** Whoever watches over the service must get an answer also when its address has used up its limit. */
function isHealthCheck(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

function note(
  log: AccessLog,
  { method = '', url = '' }: IncomingMessage,
  { headersSent, statusCode }: ServerResponse,
  milliseconds: number,
): void {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const status = headersSent ? statusCode : UNANSWERED;
  log.note({ method, path, status, milliseconds });
}

/** RFC 9112 3.2: one `Host` field, and none only in HTTP/1.0. */
function hasFittingHost(incoming: Pick<IncomingMessage, 'rawHeaders' | 'httpVersion'>): boolean {
  const hosts = hostsOf(incoming);
  return hosts === 1 || (hosts === 0 && incoming.httpVersion === '1.0');
}

function hostsOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): number {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts;
}
