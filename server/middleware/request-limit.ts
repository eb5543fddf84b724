import type { MiddlewareHandler } from 'hono';
import type { FieldList } from './answer.ts';
import { ProblemError } from './problem.ts';
import type { RequestContext } from './request-context.ts';

/**
 * What of a client's address counts as one client: all of an IPv4 address; of an IPv6 address the first 64 bits, since a
 * household or a machine holds all of them.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((half) => (half === '' ? [] : half.split(':')));
  if (left === undefined || right === undefined) return address;
  // `::` stands for as many groups of zeros as are missing from eight (RFC 4291 2.2).
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Header fields of a request's limit (draft-ietf-httpapi-ratelimit-headers), and whether it is used up. */
export interface LimitState {
  readonly exceeded: boolean;
  readonly retryAfterSeconds: number;
  readonly fields: FieldList;
}

/** Counts points per client address in windows of fixed length. */
export interface RateLimit {
  /** Takes the one point that every request costs. */
  take(address: string): LimitState;
  /** How it stands, without taking anything. */
  look(address: string): LimitState;
  /** Takes a point for each `MILLISECONDS_A_POINT` that a request kept the service from answering others. */
  charge(address: string, busyMilliseconds: number): void;
}

const WINDOW_MILLISECONDS = 60_000;
/** Addresses that are counted at once; beyond it the window starts anew rather than memory growing. */
const MAX_ADDRESSES = 100_000;
/** With the default limit of 600 points, one address gets at most a quarter of a core. */
const MILLISECONDS_A_POINT = 25;

/**
 * A limit of `pointsPerMinute` for one client. Addresses live in memory until the window ends and nowhere else.
 *
 * Decision: the counter is our own. rate-limiter-flexible 11, the best kept of its kind, answers by promises; tried here,
 * they took a tenth of all requests a second and brought `/locate` below the goal of `npm run bench:http`.
 */
export function createRateLimit(pointsPerMinute: number, now: () => number): RateLimit {
  let used = new Map<string, number>();
  let windowEnd = 0;
  const policy = `"default";q=${pointsPerMinute};w=${WINDOW_MILLISECONDS / 1_000}`;

  const add = (address: string, points: number): LimitState => {
    const time = now();
    if (time >= windowEnd || used.size >= MAX_ADDRESSES) {
      used = new Map();
      windowEnd = time + WINDOW_MILLISECONDS;
    }
    const key = networkOf(address);
    const sum = (used.get(key) ?? 0) + points;
    used.set(key, sum);
    const seconds = Math.ceil((windowEnd - time) / 1_000);
    const remaining = Math.max(0, pointsPerMinute - sum);
    return {
      exceeded: sum > pointsPerMinute,
      retryAfterSeconds: seconds,
      fields: ['ratelimit-policy', policy, 'ratelimit', `"default";r=${remaining};t=${seconds}`],
    };
  };

  return {
    take: (address) => add(address, 1),
    look: (address) => add(address, 0),
    charge(address, busyMilliseconds) {
      if (busyMilliseconds >= MILLISECONDS_A_POINT) {
        add(address, Math.floor(busyMilliseconds / MILLISECONDS_A_POINT));
      }
    },
  };
}

/** The limit as one request meets it: it may have to wait, and costs more the longer it is computed. */
export interface RequestLimit {
  /** Whose points are counted. */
  readonly client: string;
  /** Header fields that tell of it, as it was last looked at. */
  readonly fields: FieldList;
  /** Throws a refusal where the address has used up its points, maybe by other requests while this one waited. */
  check(): void;
  charge(busyMilliseconds: number): void;
}

/**
 * Takes the point of each request and refuses those of an address that has none left. What it computes at once is charged
 * here; what it starts, where it is done.
 */
export function requestLimit(rateLimit: RateLimit): MiddlewareHandler<RequestContext> {
  return async (c, next) => {
    const { incoming, outgoing } = c.env;
    if (incoming === undefined || isHealthCheck(incoming.url)) return next();
    const started = performance.now();
    const limit = new CountedLimit(rateLimit, incoming.socket.remoteAddress ?? '');
    c.set('limit', limit);
    if (limit.isExceeded) {
      // Whoever is refused shall not hold a connection that others could have.
      if (outgoing !== undefined) outgoing.shouldKeepAlive = false;
      throw tooMany(limit.retryAfterSeconds);
    }
    const answered = next();
    limit.charge(performance.now() - started);
    await answered;
  };
}

/** Whoever watches over the service must get an answer also when its address has used up its limit. */
function isHealthCheck(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

class CountedLimit implements RequestLimit {
  readonly #counted: RateLimit;
  readonly #address: string;
  #last: LimitState;

  constructor(counted: RateLimit, address: string) {
    this.#counted = counted;
    this.#address = address;
    this.#last = counted.take(address);
  }

  get client(): string {
    return networkOf(this.#address);
  }

  get fields(): FieldList {
    return this.#last.fields;
  }

  get isExceeded(): boolean {
    return this.#last.exceeded;
  }

  get retryAfterSeconds(): number {
    return this.#last.retryAfterSeconds;
  }

  check(): void {
    this.#last = this.#counted.look(this.#address);
    if (this.isExceeded) throw tooMany(this.retryAfterSeconds);
  }

  charge(busyMilliseconds: number): void {
    this.#counted.charge(this.#address, busyMilliseconds);
  }
}

function tooMany(retryAfterSeconds: number): ProblemError {
  const detail = `too many requests from this address, or too costly ones; try again in ${retryAfterSeconds} seconds`;
  return new ProblemError(429, detail, { headers: { 'retry-after': String(retryAfterSeconds) } });
}
