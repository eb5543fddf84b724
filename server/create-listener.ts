import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App, EdgeBindings } from './edge.ts';
import type { AccessLog } from './http/access-log.ts';
import type { Refuse } from './http/problem-response.ts';
import type { LimitState, RateLimit } from './http/rate-limit.ts';
import { ProblemError } from './problem.ts';
import type { ShortWay } from './short-way.ts';

/** What stands between a socket and the app. */
export interface ListenerOptions {
  readonly refuse: Refuse;
  readonly log?: AccessLog | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** Tried before the app for each request. */
  readonly shortWay?: ShortWay | undefined;
}

/** Makes the function that Node calls for each request: the limit, then the short way, else the app. */
export function createListener(app: App, { refuse, log, rateLimit, shortWay }: ListenerOptions) {
  const limits = new WeakMap<object, Limit>();
  const longWay = getRequestListener(
    (request, { incoming }) => {
      const limit = limits.get(incoming);
      if (!hasFittingHost(incoming)) {
        return refuse(new ProblemError(400, 'expected one Host field'));
      }
      if (limit?.state.exceeded) return refuse(tooMany(limit.state), limit.state.fields);
      const bindings: EdgeBindings = { fields: incoming.headers };
      if (limit !== undefined) {
        bindings.requestFields = limit.state.fields;
        bindings.charge = limit.charge;
      }
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

  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const arrived = performance.now();
    const counted = isHealthCheck(incoming.url) ? undefined : rateLimit;
    const address = incoming.socket.remoteAddress;
    // Reset before it was read: nobody waits for the answer, and there is no address to count it under.
    if (address === undefined) return void incoming.destroy();
    const state = counted?.take(address);
    const isPlain = state?.exceeded !== true && hostsOf(incoming) === 1;
    if (isPlain && shortWay?.(incoming, outgoing, state?.fields)) {
      // The whole answer is handed over: nothing is left that could go another way.
      if (log !== undefined) note(log, incoming, outgoing, arrived);
    } else {
      if (log !== undefined) outgoing.on('close', () => note(log, incoming, outgoing, arrived));
      if (counted !== undefined && state !== undefined) {
        limits.set(incoming, { state, charge: (ms) => counted.charge(address, ms) });
      }
      void longWay(incoming, outgoing);
    }
    // Only what ran before this kept others waiting; what a body starts is charged where it is answered.
    counted?.charge(address, performance.now() - arrived);
  };
}

/** What the rate limit says of a request, and how it is told of further cost. */
interface Limit {
  readonly state: LimitState;
  readonly charge: (busyMilliseconds: number) => void;
}

/** Whoever watches over the service must get an answer also when its address has used up its limit. */
function isHealthCheck(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
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

function tooMany({ retryAfterSeconds }: LimitState): ProblemError {
  const detail = `too many requests from this address, or too costly ones; try again in ${retryAfterSeconds} seconds`;
  return new ProblemError(429, detail, { headers: { 'retry-after': String(retryAfterSeconds) } });
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
